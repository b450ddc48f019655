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
    /// The entries a reader with these scopes may see. What somebody opened to a community or a circle is there for its
    /// members as long as they are one themselves. It is asked of each entry, and not as a way to them: most ask for somebody's,
    /// who has few, while a rung has everybody's.
    /// </summary>
    public static IQueryable<PortraitEntry> EntriesFor(this Db db, IReadOnlyList<Id<Scope>> scopes) => db.The<PortraitEntry>().Where(e => (scopes.Contains(e.ScopeId) ? 1 : 0) > 0
        && db.The<Thing>().Any(t => t.Id == e.Id.As<Thing>() && t.DeletedAt == null)
        && db.The<Scope>().Any(s => s.Id == e.ScopeId
            && (s.CommunityId == null || db.The<Membership>().Any(m => m.CommunityId == s.CommunityId && m.PersonId == e.PersonId && m.LeftAt == null))
            && (s.CircleId == null || db.The<CircleMembership>().Any(m => m.CircleId == s.CircleId && m.PersonId == e.PersonId && m.LeftAt == null))));

    /// <summary>What somebody says of themselves; their photo is <see cref="Photos"/>'.</summary>
    public static async Task<List<ShownEntry>> PortraitOf(this Db db, Id<Person> person, IReadOnlyList<Id<Scope>> scopes) =>
        InOrder(await db.EntriesFor(scopes).Where(e => e.PersonId == person && e.Facet != Facet.Photo).Shown(db).ToListAsync());

    /// <summary>All of my own, wherever they stand, also in a community I have left.</summary>
    public static async Task<List<ShownEntry>> OwnPortrait(this Db db, Session me) => InOrder(await db.OwnEntries(me).Where(e => e.Facet != Facet.Photo).Shown(db).ToListAsync());

    public static Task<ShownEntry?> OwnEntry(this Db db, Session me, Id<PortraitEntry> id) =>
        db.OwnEntries(me).Where(e => e.Id == id && e.Facet != Facet.Photo).Shown(db).SingleOrDefaultAsync();

    public static IQueryable<ShownEntry> Shown(this IQueryable<PortraitEntry> entries, Db db) =>
        from entry in entries
        join thing in db.The<Thing>() on entry.Id.As<Thing>() equals thing.Id
        select new ShownEntry(entry.Id, entry.PersonId, entry.Facet, entry.Text, entry.Reason, thing.ScopeId, thing.CreatedAt);

    internal static IQueryable<PortraitEntry> OwnEntries(this Db db, Session me) => db.The<PortraitEntry>()
        .Where(e => e.PersonId == me.PersonId && db.The<Thing>().Any(t => t.Id == e.Id.As<Thing>() && t.DeletedAt == null));

    private static List<ShownEntry> InOrder(List<ShownEntry> entries) => [.. entries.OrderBy(e => e.Facet).ThenBy(e => e.SaidAt).ThenBy(e => e.Id.Value)];
}
