using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.People;

/// <summary>Whom somebody looks for: words in names and portraits, one facet of them, or everybody.</summary>
public sealed record PeopleWish(string Words, Facet? Facet, int Page)
{
    public bool IsEverybody => Words.Length == 0 && Facet is null;

    public static PeopleWish Of(string? words, string? facet, int page) => new(
        Clean.Line(words ?? "") is { Length: > 100 } most ? most[..100] : Clean.Line(words ?? ""),
        Facets.Named(facet),
        Math.Clamp(page, 1, 10_000));
}

/// <summary>A member in the list, with what of their portrait was looked for.</summary>
public sealed record ListedPerson(Member Member, IReadOnlyList<ShownEntry> Found)
{
    public Id<Attachment>? Photo { get; init; }
}

public sealed record PeopleModel(IReadOnlyList<ListedPerson> Members, int Count, PeopleWish Wish, bool More, IReadOnlyList<Ended> Ended);

public static class PeopleQueries
{
    private const int OnOnePage = 100;
    private const int EntriesShown = 3;

    public static async Task<PeopleModel> People(this Db db, Session me, Here here, PeopleWish wish)
    {
        var words = Folded.Of(wish.Words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var listed = wish.Words.Length > 0 && words.Length == 0 ? [] : await db.Listed(me, here, wish, words);
        return new PeopleModel(
            [.. listed.Take(OnOnePage)], await db.MemberCount(here.Id), wish, listed.Count > OnOnePage,
            here.IsSteward && wish.IsEverybody ? await db.EndedIn(here.Id) : []);
    }

    /// <summary>A page of members in the order of their names, and one more where there is more, each with what was looked for in their portrait.</summary>
    private static async Task<List<ListedPerson>> Listed(this Db db, Session me, Here here, PeopleWish wish, string[] words)
    {
        var sought = Sought(db, wish, words);
        Sql found = wish.IsEverybody ? (Sql)$" AND {Sql.Never}" : $"{sought} AND {Portrait.IsSeen(me.Scopes)}";
        var rows = await db.Ask($"""
            WITH page AS MATERIALIZED (
                SELECT m."PersonId", m."NameKey", m."JoinedAt", m."StewardSince" FROM memberships m
                WHERE m."CommunityId" = {here.Id} AND m."LeftAt" IS NULL{Chosen(db, me, wish, words, sought)}
                ORDER BY m."NameKey", m."PersonId" LIMIT {OnOnePage + 1} OFFSET {(wish.Page - 1) * OnOnePage})
            SELECT m."PersonId", a."Id", a."Name", m."JoinedAt", m."StewardSince", {Photos.Of(me.Scopes)}, {Portrait.Columns}
            FROM page AS m JOIN people p ON p."Id" = m."PersonId" JOIN actors a ON a."Id" = p."ActorId"
            LEFT JOIN portrait_entries e ON e."PersonId" = m."PersonId"{found} LEFT JOIN things t ON t."Id" = e."Id"
            ORDER BY m."NameKey", m."PersonId", t."CreatedAt"
            """, row => (
            Member: new Member(row.Id<Person>(0), row.Id<Actor>(1).Value, row.Text(2), row.Time(3), row.TimeOrNone(4)),
            Photo: row.IdOrNone<Attachment>(5), Entry: row.IsNone(6) ? null : Portrait.Read(row, 6)));
        return [.. rows.GroupBy(r => r.Member.PersonId).Select(g => new ListedPerson(g.First().Member, [.. g.Select(r => r.Entry).OfType<ShownEntry>().Take(EntriesShown)]) { Photo = g.First().Photo })];
    }

    /// <summary>Every word must be in the name, or all of them in one entry this reader may see.</summary>
    private static Sql Chosen(Db db, Session me, PeopleWish wish, string[] words, Sql sought)
    {
        if (wish.IsEverybody) return Sql.None;
        if (words.Length == 0) return $""" AND EXISTS (SELECT 1 FROM portrait_entries e WHERE e."PersonId" = m."PersonId"{sought} AND {Portrait.IsSeen(me.Scopes)})""";
        // Found once, by their words, among what stands on this reader's rungs: it would else be looked for with each member.
        Sql said = $"""m."PersonId" IN (SELECT e."PersonId" FROM portrait_entries e WHERE e."ScopeId" IN {me.Scopes}{sought} AND {Portrait.IsSeen(me.Scopes)})""";
        Sql named = wish.Facet is null ? Has(db, $"""m."NameKey" """, words) : Sql.Never;
        return $" AND ({said} OR ({named}))";
    }

    /// <summary>Of entries <c>e</c> those of the facet and with all the words; photos have none.</summary>
    private static Sql Sought(Db db, PeopleWish wish, string[] words)
    {
        var sought = wish.Facet is { } facet ? $""" AND e."Facet" = {facet.ToString()}""" : Sql.None;
        return words.Length == 0 ? sought : $"""{sought} AND {Has(db, $"""e."SearchKey" """, words)}""";
    }

    private static Sql Has(Db db, Sql text, string[] words) =>
        words.Select(word => db is SqliteDb ? (Sql)$"INSTR({text}, {word}) > 0" : $"STRPOS({text}, {word}) > 0").Aggregate((one, other) => $"{one} AND {other}");
}
