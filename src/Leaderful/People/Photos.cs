using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Files;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.People;

/// <summary>Somebody's photo, for whoever may see the rung it stands on.</summary>
public sealed record Photo(Id<PortraitEntry> Entry, Id<Person> PersonId, Id<Attachment> File, string Reason, Id<Scope> ScopeId);

public static class Photos
{
    public static async Task<Photo?> PhotoOf(this Db db, Id<Person> person, IReadOnlyList<Id<Scope>> scopes) => (await db.Ask($"""
        SELECT e."Id", f."Id", e."Reason", e."ScopeId" FROM portrait_entries e JOIN attachments f ON f."ThingId" = e."Id"
        WHERE e."PersonId" = {person} AND e."Facet" = {nameof(Facet.Photo)} AND {Portrait.IsSeen(scopes)}
        """, row => new Photo(row.Id<PortraitEntry>(0), person, row.Id<Attachment>(1), row.Text(2), row.Id<Scope>(3)))).SingleOrDefault();

    /// <summary>The file of the photo of a membership's <c>m</c> person, as whoever has these scopes sees it; none where they do not.</summary>
    public static Sql Of(IReadOnlyList<Id<Scope>> scopes) => $"""
        (SELECT f."Id" FROM portrait_entries e JOIN attachments f ON f."ThingId" = e."Id"
         WHERE e."PersonId" = m."PersonId" AND e."Facet" = {nameof(Facet.Photo)} AND {Portrait.IsSeen(scopes)} LIMIT 1)
        """;

    /// <summary>My own, wherever it stands.</summary>
    public static Task<Photo?> OwnPhoto(this Db db, Session me) => db.OwnEntries(me).Pictures(db).SingleOrDefaultAsync();

    /// <summary>What stands on a rung of this reader's, or is their own.</summary>
    public static async Task<bool> IsSeen(this Db db, Id<PortraitEntry> entry, Session? reader) =>
        await db.Ask($"""SELECT 1 FROM portrait_entries e WHERE e."Id" = {entry} AND {Portrait.IsSeen(reader?.Scopes ?? [Scope.Public])}""", row => row.Number(0)) is [_]
        || (reader is not null && await db.OwnEntries(reader).AnyAsync(e => e.Id == entry));

    private static IQueryable<Photo> Pictures(this IQueryable<PortraitEntry> entries, Db db) =>
        from e in entries
        join t in db.The<Thing>() on e.Id.As<Thing>() equals t.Id
        join a in db.The<Attachment>() on t.Id equals a.ThingId
        where e.Facet == Facet.Photo
        select new Photo(e.Id, e.PersonId, a.Id, e.Reason, t.ScopeId);
}
