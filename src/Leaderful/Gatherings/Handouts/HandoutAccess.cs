using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings.Handouts;

/// <summary>Whoever sees the gathering brings files and opens them; who brought one takes it off, and so do its hosts.</summary>
public static class HandoutAccess
{
    public static async Task<Attachment?> ForTakingOff(Db db, Viewer viewer, Id<Gathering> gathering, Id<Attachment> id) =>
        await Find(db, viewer, gathering, id) is { File: { TakenOffAt: null } file, Head: var head } && MayTakeOff(viewer, head, file.BroughtById) ? file : null;

    /// <summary>Who took it off; and the hosts what one of them took off.</summary>
    public static async Task<Attachment?> ForPuttingBack(Db db, Viewer viewer, Id<Gathering> gathering, Id<Attachment> id) =>
        await Find(db, viewer, gathering, id) is { File: { TakenOffAt: not null } file, Head: var head }
        && (file.TakenOffById == viewer.Me.ActorId || (file.TakenOffById != file.BroughtById && GatheringAccess.MayHost(viewer, head))) ? file : null;

    public static bool MayTakeOff(Viewer viewer, GatheringHead head, Id<Actor>? broughtBy) => broughtBy == viewer.Me.ActorId || GatheringAccess.MayHost(viewer, head);

    private static async Task<(GatheringHead Head, Attachment File)?> Find(Db db, Viewer viewer, Id<Gathering> gathering, Id<Attachment> id) =>
        await GatheringAccess.ForReading(db, viewer, gathering) is { } head
        && await db.The<Attachment>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.ThingId == gathering.As<Thing>()) is { } file ? (head, file) : null;
}
