using Leaderful.Data;
using Leaderful.OneToOnes.Asking;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Notes;

/// <summary>The one door to notes: their writer's, whatever became of the thing. To write about it one must be able to read it, or have been asked to it.</summary>
public static class NoteAccess
{
    public static Task<PrivateNote?> ForWriter(Db db, Viewer viewer, Id<Thing> on)
    {
        var me = viewer.Me.PersonId;
        return db.The<PrivateNote>().AsNoTracking().SingleOrDefaultAsync(n => n.PersonId == me && n.ThingId == on);
    }

    public static Task<bool> MayWriteOn(Db db, Viewer viewer, Id<Thing> on)
    {
        var (scopes, actor) = (viewer.Me.Scopes, viewer.Me.ActorId);
        return db.The<Thing>().AnyAsync(t => t.Id == on && t.DeletedAt == null
            && (scopes.Contains(t.ScopeId) || db.The<OneToOneRequest>().Any(r => r.OneToOneId.As<Thing>() == t.Id && r.OtherId == actor)));
    }
}
