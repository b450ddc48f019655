using System.Globalization;
using Leaderful.Accounts;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Following;

/// <summary>What somebody missed in a community: whatever speaks to them first, then the conversations with something new and the end of each.</summary>
public sealed record CatchUpModel(IReadOnlyList<Missed> Conversations, IReadOnlyList<Spoken> ToMe, int More, DateTime Until)
{
    public bool IsMany => Conversations.Count + More >= News.Many;

    /// <summary>As the form carries it: to the microsecond, so that what is said meanwhile stays new.</summary>
    public string Mark => ((Until - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture);

    public static bool TryRead(string mark, out DateTime until)
    {
        var isRight = long.TryParse(mark, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < 8_000_000_000_000_000;
        until = isRight ? DateTime.UnixEpoch.AddMicroseconds(at) : default;
        return isRight;
    }
}

public sealed record Missed(ListedConversation Conversation, IReadOnlyList<Spoken> Last);

/// <summary>A post as it is told in short.</summary>
public sealed record Spoken(Id<Conversation> ConversationId, string Title, int Number, Id<Actor> AuthorId, string AuthorName, DateTime At, string Html);

public static class CatchingUp
{
    private const int MostConversations = 20;
    private const int MostPosts = 3;

    /// <summary>However often somebody was spoken to in years, nobody looks further back.</summary>
    private const int MostCalls = 200;
    private const int LongestTold = 2000;

    public static async Task<CatchUpModel> Missed(this Db db, Session me, Here here)
    {
        var until = (await db.Ask($"""SELECT MAX(c."LastPostAt") FROM conversations c WHERE c."CommunityId" = {here.Id}""", row => row.TimeOrNone(0)))[0];
        var news = await db.NewsIn(me, here, MostConversations);
        var last = (await db.LastOf([.. news.Latest.Select(c => c.Id)], me, here)).ToLookup(p => p.ConversationId);
        return new CatchUpModel(
            [.. news.Latest.Select(c => new Missed(c, [.. last[c.Id].TakeLast(Math.Min(MostPosts, c.Fresh))]))],
            await db.SpokenTo(me, here), news.Conversations - news.Latest.Count, until ?? DateTime.UnixEpoch);
    }

    /// <summary>Posts that speak to somebody by name, or to a circle of theirs, and that they have not read; of the latest such.</summary>
    public static async Task<List<Spoken>> SpokenTo(this Db db, Session me, Here here, int most = 10)
    {
        var circles = me.Circles.Where(c => c.CommunityId == here.Id).Select(c => c.Id).ToList();
        Sql mine = $"""m."PersonId" = {me.PersonId}""", calls = Latest(here, mine), once = Sql.None;
        if (circles.Count > 0)
        {
            Sql ours = $"""m."CircleId" IN {circles}""";
            calls = $"{calls} UNION ALL {Latest(here, ours)}";
            // A post may speak to them and to two of their circles: it is told for the first of these.
            once = $""" AND NOT EXISTS (SELECT 1 FROM mentions m WHERE m."PostId" = p."Id" AND m."Id" < called."Id" AND ({mine} OR {ours}))""";
        }
        // By the call and not by the post's time, so that the database goes back from the last only until it has enough.
        var told = await db.Ask($"""
            {Told} FROM ({calls}) AS called
            JOIN posts p ON p."Id" = called."PostId" JOIN conversations c ON c."Id" = p."ConversationId" JOIN things t ON t."Id" = c."Id"{By}
            WHERE t."DeletedAt" IS NULL AND {Listing.On(me.Scopes)} AND {IsOpen(me, here)}
              AND p."Number" > {NewPosts.ReadUpTo(me)} AND {NewPosts.IsHeard(me, here)}{once}
            ORDER BY called."Id" DESC LIMIT {most}
            """, Read);
        return [.. told.OrderByDescending(t => t.At)];

        static Sql Latest(Here here, Sql whom) => $"""
            SELECT "Id", "PostId" FROM (SELECT m."Id", m."PostId" FROM mentions m WHERE m."CommunityId" = {here.Id} AND {whom} ORDER BY m."Id" DESC LIMIT {MostCalls}) AS latest
            """;
    }

    /// <summary>Everything up to then is read. What was said since stays new.</summary>
    public static async Task CatchUp(this Unit unit, Session me, Here here, DateTime until)
    {
        var db = unit.Db;
        var fresh = await db.WithNews(me, here);
        var upTo = await (
            from p in db.The<Post>()
            join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
            where fresh.Contains(p.ConversationId) && t.CreatedAt <= until
            group p.Number by p.ConversationId into numbers
            select new { numbers.Key, Last = numbers.Max() }).ToListAsync();
        foreach (var one in upTo) await unit.Read(me.PersonId, one.Key, here.Id, one.Last);
    }

    private static async Task<IReadOnlyList<Spoken>> LastOf(this Db db, IReadOnlyList<Id<Conversation>> conversations, Session me, Here here) => conversations.Count == 0 ? [] : await db.Ask($"""
        {Told} FROM conversations c JOIN posts p ON p."ConversationId" = c."Id" AND p."Number" > c."PostCount" - {MostPosts}{By}
        WHERE c."Id" IN {conversations} AND {IsOpen(me, here)} ORDER BY p."Number"
        """, Read);

    /// <summary>A post <c>p</c> of a conversation <c>c</c>, with its thing <c>s</c> and its author <c>a</c>.</summary>
    private static Sql Told => $"""SELECT c."Id", c."Title", p."Number", a."Id", a."Name", s."CreatedAt", SUBSTR(p."Html", 1, {LongestTold})""";

    private static Sql By => $"""
         JOIN things s ON s."Id" = p."Id" JOIN actors w ON w."Id" = s."AuthorId" JOIN actors a ON a."Id" = COALESCE(w."ClaimedById", w."Id")
        """;

    /// <summary>It stands open, is not their own, and by nobody they would rather not read.</summary>
    private static Sql IsOpen(Session me, Here here) => $"""
        s."DeletedAt" IS NULL AND p."Folded" IS NULL AND a."Id" <> {me.ActorId} AND a."Id" NOT IN {me.SetAside.Where(x => x.In == here.Id).Select(x => x.Other).ToList()}
        """;

    private static Spoken Read(SqlRow row) => new(
        row.Id<Conversation>(0), row.Text(1), row.Number(2), row.Id<Actor>(3), row.Text(4), row.Time(5), row.Text(6));
}
