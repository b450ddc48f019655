using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.People;

/// <summary>An entry as its reader finds it.</summary>
public sealed record ShownEntry(Id<PortraitEntry> Id, Id<Person> PersonId, Facet Facet, string Text, string Reason, Id<Scope> ScopeId, DateTime SaidAt);

public static class Portrait
{
    /// <summary>
    /// Whether a reader with these scopes may see an entry <c>e</c>. It is asked of each entry, and not as a way to them: most ask
    /// for somebody's, who has few, while a rung has everybody's.
    /// </summary>
    public static Sql IsSeen(IReadOnlyList<Id<Scope>> scopes) => $"""CASE WHEN e."ScopeId" IN {scopes} THEN 1 ELSE 0 END > 0 AND {IsStillOpen}""";

    /// <summary>What somebody <c>e</c> opened to a community or a circle is there for its members as long as they are one themselves.</summary>
    internal static Sql IsStillOpen => $"""
        EXISTS (SELECT 1 FROM scopes r WHERE r."Id" = e."ScopeId"
            AND (r."CommunityId" IS NULL OR EXISTS (SELECT 1 FROM memberships b WHERE b."CommunityId" = r."CommunityId" AND b."PersonId" = e."PersonId" AND b."LeftAt" IS NULL))
            AND (r."CircleId" IS NULL OR EXISTS (SELECT 1 FROM circle_memberships b WHERE b."CircleId" = r."CircleId" AND b."PersonId" = e."PersonId" AND b."LeftAt" IS NULL)))
        """;

    /// <summary>What somebody says of themselves; their photo is <see cref="Photos"/>'.</summary>
    public static async Task<List<ShownEntry>> PortraitOf(this Db db, Id<Person> person, IReadOnlyList<Id<Scope>> scopes) => InOrder(await db.Ask($"""
        SELECT {Columns} FROM portrait_entries e JOIN things t ON t."Id" = e."Id"
        WHERE e."PersonId" = {person} AND e."Facet" <> {nameof(Facet.Photo)} AND {IsSeen(scopes)}
        """, row => Read(row, 0)));

    /// <summary>An entry <c>e</c> with its thing <c>t</c>.</summary>
    internal static Sql Columns => $"""e."Id", e."PersonId", e."Facet", e."Text", e."Reason", t."ScopeId", t."CreatedAt" """;

    internal static ShownEntry Read(SqlRow row, int first) => new(
        row.Id<PortraitEntry>(first), row.Id<Person>(first + 1), Enum.Parse<Facet>(row.Text(first + 2)), row.Text(first + 3), row.Text(first + 4),
        row.Id<Scope>(first + 5), row.Time(first + 6));

    /// <summary>All of my own, wherever they stand, also in a community I have left.</summary>
    public static async Task<List<ShownEntry>> OwnPortrait(this Db db, Session me) => InOrder(await db.OwnEntries(me).Where(e => e.Facet != Facet.Photo).Shown(db).ToListAsync());

    public static Task<ShownEntry?> OwnEntry(this Db db, Session me, Id<PortraitEntry> id) =>
        db.OwnEntries(me).Where(e => e.Id == id && e.Facet != Facet.Photo).Shown(db).SingleOrDefaultAsync();

    private static IQueryable<ShownEntry> Shown(this IQueryable<PortraitEntry> entries, Db db) =>
        from entry in entries
        join thing in db.The<Thing>() on entry.Id.As<Thing>() equals thing.Id
        select new ShownEntry(entry.Id, entry.PersonId, entry.Facet, entry.Text, entry.Reason, thing.ScopeId, thing.CreatedAt);

    internal static IQueryable<PortraitEntry> OwnEntries(this Db db, Session me) => db.The<PortraitEntry>()
        .Where(e => e.PersonId == me.PersonId && db.The<Thing>().Any(t => t.Id == e.Id.As<Thing>() && t.DeletedAt == null));

    private static List<ShownEntry> InOrder(List<ShownEntry> entries) => [.. entries.OrderBy(e => e.Facet).ThenBy(e => e.SaidAt).ThenBy(e => e.Id.Value)];
}
