using System.Globalization;
using Leaderful.Accounts;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Following;

/// <summary>What somebody missed in a community: whatever speaks to them first, then the conversations with something new and the end of each.</summary>
public sealed record CatchUpModel(IReadOnlyList<Missed> Conversations, IReadOnlyList<Spoken> ToMe, int More, DateTime Until)
{
    public bool IsMany => Conversations.Count + More >= NewPosts.Many;

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

    public static async Task<CatchUpModel> Missed(this Db db, Session me, Here here)
    {
        var until = await db.The<Conversation>().Where(c => c.CommunityId == here.Id).MaxAsync(c => (DateTime?)c.LastPostAt) ?? DateTime.UnixEpoch;
        var news = await db.NewsIn(me, here, MostConversations);
        var ids = news.Latest.Select(c => c.Id).ToList();
        var last = (await (
            from p in db.PostsTold(me, here, db.The<Conversation>().Where(c => ids.Contains(c.Id)))
            where p.Number > p.Of - MostPosts
            select p).ToListAsync()).ConvertAll(p => p.Told).ToLookup(p => p.ConversationId);
        return new CatchUpModel(
            [.. news.Latest.Select(c => new Missed(c, [.. last[c.Id].OrderBy(p => p.Number).TakeLast(Math.Min(MostPosts, c.Fresh))]))],
            await db.SpokenTo(me, here), news.Conversations - news.Latest.Count, until);
    }

    /// <summary>Posts that speak to somebody by name, or to a circle of theirs, and that they have not read.</summary>
    public static async Task<IReadOnlyList<Spoken>> SpokenTo(this Db db, Session me, Here here, int most = 10)
    {
        var circles = me.Circles.Where(c => c.CommunityId == here.Id).Select(c => c.Id).ToList();
        var mine = db.The<Mention>().Where(m => m.CommunityId == here.Id
            && (m.PersonId == me.PersonId || (m.CircleId != null && circles.Contains(m.CircleId.Value))));
        var told = await (
            from p in db.PostsTold(me, here, db.ConversationsFor(me))
            where mine.Select(m => m.PostId).Contains(p.Id)
                && p.Number > (db.The<ReadMark>().Where(r => r.PersonId == me.PersonId && r.ConversationId == p.ConversationId).Select(r => (int?)r.UpTo).FirstOrDefault() ?? 0)
            orderby p.At descending
            select p).Take(most).ToListAsync();
        return told.ConvertAll(p => p.Told);
    }

    /// <summary>Everything up to then is read. What was said since stays new.</summary>
    public static async Task CatchUp(this Unit unit, Session me, Here here, DateTime until)
    {
        var db = unit.Db;
        var fresh = await db.ConversationsFor(me).WithNews(db, me, here).Select(c => c.Id).ToListAsync();
        var upTo = await (
            from p in db.The<Post>()
            join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
            where fresh.Contains(p.ConversationId) && t.CreatedAt <= until
            group p.Number by p.ConversationId into numbers
            select new { numbers.Key, Last = numbers.Max() }).ToListAsync();
        foreach (var one in upTo) await unit.Read(me.PersonId, one.Key, here.Id, one.Last);
    }

    /// <summary>What stands open in conversations of theirs, not their own, and by nobody they would rather not read.</summary>
    private static IQueryable<ToldPost> PostsTold(this Db db, Session me, Here here, IQueryable<Conversation> conversations)
    {
        var aside = me.SetAside.Where(a => a.In == here.Id).Select(a => a.Other).ToList();
        return from c in conversations
               join p in db.The<Post>() on c.Id equals p.ConversationId
               join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
               join w in db.The<Actor>() on t.AuthorId equals w.Id
               join a in db.The<Actor>() on w.ClaimedById ?? w.Id equals a.Id
               where t.DeletedAt == null && p.Folded == null && a.Id != me.ActorId && !aside.Contains(a.Id)
               select new ToldPost { Id = p.Id, ConversationId = c.Id, Title = c.Title, Number = p.Number, Of = c.PostCount, AuthorId = a.Id, AuthorName = a.Name, At = t.CreatedAt, Html = p.Html };
    }

    private sealed class ToldPost
    {
        public Id<Post> Id { get; init; }
        public Id<Conversation> ConversationId { get; init; }
        public required string Title { get; init; }
        public int Number { get; init; }
        public int Of { get; init; }
        public Id<Actor> AuthorId { get; init; }
        public required string AuthorName { get; init; }
        public DateTime At { get; init; }
        public required string Html { get; init; }

        public Spoken Told => new(ConversationId, Title, Number, AuthorId, AuthorName, At, Html);
    }
}
