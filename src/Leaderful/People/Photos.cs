using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Files;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.People;

/// <summary>Somebody's photo, for whoever may see the rung it stands on.</summary>
public sealed record Photo(Id<PortraitEntry> Entry, Id<Person> PersonId, Id<Attachment> File, string Reason, Id<Scope> ScopeId);

public static class Photos
{
    public static async Task<Photo?> PhotoOf(this Db db, Id<Person> person, IReadOnlyList<Id<Scope>> scopes) =>
        (await db.PhotosOf([person], scopes)).GetValueOrDefault(person);

    /// <summary>Those of many people in one question.</summary>
    public static async Task<Dictionary<Id<Person>, Photo>> PhotosOf(this Db db, IReadOnlyList<Id<Person>> people, IReadOnlyList<Id<Scope>> scopes) =>
        (await db.EntriesFor(scopes).Where(e => people.Contains(e.PersonId)).Pictures(db).ToListAsync()).ToDictionary(p => p.PersonId);

    /// <summary>My own, wherever it stands.</summary>
    public static Task<Photo?> OwnPhoto(this Db db, Session me) => db.OwnEntries(me).Pictures(db).SingleOrDefaultAsync();

    /// <summary>What stands on a rung of this reader's, or is their own.</summary>
    public static async Task<bool> IsSeen(this Db db, Id<PortraitEntry> entry, Session? reader) =>
        await db.EntriesFor(reader?.Scopes ?? [Scope.Public]).AnyAsync(e => e.Id == entry) || (reader is not null && await db.OwnEntries(reader).AnyAsync(e => e.Id == entry));

    private static IQueryable<Photo> Pictures(this IQueryable<PortraitEntry> entries, Db db) =>
        from e in entries
        join t in db.The<Thing>() on e.Id.As<Thing>() equals t.Id
        join a in db.The<Attachment>() on t.Id equals a.ThingId
        where e.Facet == Facet.Photo
        select new Photo(e.Id, e.PersonId, a.Id, e.Reason, t.ScopeId);
}
