using Leaderful.Circles;
using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.OpenSpace.Reports;
using Leaderful.OpenSpace.Wall;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Book;

/// <summary>
/// Puts a book together for one reader, with as many questions for a hundred sessions as for one. A guest of the room reads what
/// stands on the space's own rung; a member whatever is theirs to read.
/// </summary>
public static class ReadingBooks
{
    public static async Task<BookOfProceedings> Book(this Db db, Viewer viewer, SpaceHead head, Blobs blobs, DateTime now, bool asWritten = false)
    {
        IReadOnlyList<Id<Scope>> scopes = viewer.Guest is null ? viewer.Me.Scopes : [head.ScopeId];
        var (reports, topics) = (await db.ReportsIn(head.Id, scopes, new ReportBoxes(viewer.InEach("wall.report-boxes")), asWritten), await db.TopicsIn(head.Id, scopes));
        var binding = new BookBinding(head.Gathering.Zone, now, topics)
        {
            Slots = await db.The<Slot>().AsNoTracking().Where(s => s.SpaceId == head.Id && s.RemovedAt == null).ToDictionaryAsync(s => s.Id),
            Places = await db.The<Place>().AsNoTracking().Where(p => p.SpaceId == head.Id && p.RemovedAt == null).ToDictionaryAsync(p => p.Id),
            Came = await db.WhoCame(head.Id),
            Reports = reports.ToDictionary(r => r.Topic),
            Promises = await db.PromisesIn(viewer, head, scopes, now),
        };
        return binding.Bind(await db.CoverOf(viewer, head)) with { Pictures = await db.PicturesIn(head.Id, reports, topics, blobs) };
    }

    private static async Task<BookCover> CoverOf(this Db db, Viewer viewer, SpaceHead head)
    {
        var (gathering, circle) = (head.Gathering, head.Gathering.CircleId);
        var host = await db.The<Actor>().Where(a => a.Id == head.AuthorId)
            .Select(a => db.The<Circle>().Where(c => c.Id == circle).Select(c => c.Name).FirstOrDefault() ?? a.Name).SingleAsync();
        return new BookCover(head.Id, XmlText.Clean(head.Theme), XmlText.Clean(gathering.Purpose), XmlText.Clean(host), XmlText.Clean(viewer.Here.Name))
        {
            StartsAt = gathering.StartsAt, EndsAt = gathering.EndsAt, Zone = gathering.Zone, Place = XmlText.Clean(gathering.Place), HasCall = gathering.Link.Length > 0,
        };
    }

    private static Task<List<BookTopic>> TopicsIn(this Db db, Id<Space> space, IReadOnlyList<Id<Scope>> scopes) => db.Ask($"""
        SELECT t."Id", t."Number", t."Title", t."Why", t."Convener", t."ConvenerId", COALESCE(k."Name", c."Name", ''), t."SlotId", t."PlaceId", t."MergedIntoId", t."RetiredAt", f."Id"
        FROM topics t JOIN things x ON x."Id" = t."Id"
        LEFT JOIN actors c ON c."Id" = t."ConvenerId" LEFT JOIN actors k ON k."Id" = c."ClaimedById"
        LEFT JOIN attachments f ON f."ThingId" = t."Id" AND f."Number" = 1
        WHERE t."SpaceId" = {space} AND x."DeletedAt" IS NULL AND x."ScopeId" IN {scopes} ORDER BY t."Number"
        """, row => new BookTopic(row.Id<Topic>(0), row.Number(1), XmlText.Clean(row.Text(2)), XmlText.Clean(row.Text(3)))
        {
            Convener = XmlText.Clean(row.IsNone(5) ? row.Text(4) : row.Text(6)), IsConvenerKnown = !row.IsNone(5),
            Slot = row.IdOrNone<Slot>(7), Place = row.IdOrNone<Place>(8), MergedInto = row.IdOrNone<Topic>(9), IsLetGo = !row.IsNone(10),
            Paper = row.IdOrNone<Attachment>(11) is { } paper ? Attachment.ShownAt(paper) : null,
        });

    /// <summary>By their own word; whoever came as a guest and is known now is there once.</summary>
    private static async Task<ILookup<Id<Topic>, string>> WhoCame(this Db db, Id<Space> space)
    {
        var came = await db.Ask($"""
            SELECT t."Id", COALESCE(k."Id", a."Id"), COALESCE(k."Name", a."Name") FROM attendances w JOIN topics t ON t."Id" = w."TopicId"
            JOIN actors a ON a."Id" = w."ActorId" LEFT JOIN actors k ON k."Id" = a."ClaimedById"
            WHERE t."SpaceId" = {space} ORDER BY w."SaidAt", w."Id"
            """, row => (Topic: row.Id<Topic>(0), Who: row.Id<Actor>(1), Name: XmlText.Clean(row.Text(2))));
        return came.DistinctBy(c => (c.Topic, c.Who)).ToLookup(c => c.Topic, c => c.Name);
    }

    /// <summary>Each on its own rung: what is for fewer is in the book of those alone.</summary>
    private static async Task<List<(Id<Thing>? Origin, BookPromise Promise)>> PromisesIn(this Db db, Viewer viewer, SpaceHead head, IReadOnlyList<Id<Scope>> scopes, DateTime now)
    {
        var (here, space, gathering) = (viewer.Here.Id, head.Id, head.Thing);
        var made = db.The<Commitment>().Where(c => c.CommunityId == here && (c.OriginId == gathering
            || db.The<Topic>().Any(t => t.SpaceId == space && t.Id.As<Thing>() == c.OriginId)
            || db.The<SessionReport>().Any(r => r.SpaceId == space && r.PageId.As<Thing>() == c.OriginId)));
        var found = await db.Listed(made, db.The<Thing>().Where(t => t.DeletedAt == null && scopes.Contains(t.ScopeId))).AsNoTracking().ToListAsync();
        return [.. found.OrderBy(f => f.MadeAt).ThenBy(f => f.It.Id.Value).Select(f => (f.It.OriginId, PromiseOf(f, now)))];
    }

    private static BookPromise PromiseOf(ListedCommitment one, DateTime now) => new(one.It.Id, XmlText.Clean(one.Doer), XmlText.Clean(one.It.What), one.It.Due, one.It.StateAt(now))
    {
        Circle = one.It.ToCircleId is null ? null : XmlText.Clean(one.ToCircle ?? ""), Barrier = XmlText.Clean(one.Barrier ?? ""),
    };
}
