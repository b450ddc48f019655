using Leaderful.Data;
using Leaderful.Files;
using Leaderful.OpenSpace.Reports;
using Leaderful.OpenSpace.Wall;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Book;

public static class BookPictures
{
    /// <summary>A picture that was brought to a report of this space, or is the paper of a topic, where they stand and are this reader's to read.</summary>
    public static Task<Attachment?> PictureIn(this Db db, SpaceHead head, Viewer viewer, Id<Attachment> id)
    {
        IReadOnlyList<Id<Scope>> scopes = viewer.Guest is null ? viewer.Me.Scopes : [head.ScopeId];
        var space = head.Id;
        var shown = db.The<Thing>().Where(t => t.DeletedAt == null && scopes.Contains(t.ScopeId));
        return db.The<Attachment>().AsNoTracking().Where(a => a.Id == id && a.ContentType.StartsWith("image/")
            && (db.The<Topic>().Any(t => t.SpaceId == space && t.Id.As<Thing>() == a.ThingId && shown.Any(x => x.Id == a.ThingId))
            || db.The<SessionReport>().Any(r => r.SpaceId == space && r.PageId.As<Thing>() == a.ThingId && shown.Any(t => t.Id == a.ThingId) && shown.Any(t => t.Id == r.Id.As<Thing>())))).SingleOrDefaultAsync();
    }
}
