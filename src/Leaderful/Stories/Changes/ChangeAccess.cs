using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Stories.Changes;

/// <summary>A collection of stories as one reader finds it.</summary>
public sealed record ChangeHead(SignificantChange It, Id<Scope> ScopeId, Id<Actor> AuthorId, DateTime BegunAt, DateTime? DeletedAt)
{
    public Id<SignificantChange> Id => It.Id;
    public bool IsCollecting => It.Round == 0 && It.ClosedAt is null;
    public bool IsChoosing => It.Round > 0 && It.ClosedAt is null;
}

/// <summary>The one door: whoever is on its rung reads, puts in and chooses; whoever called it leads it from round to round.</summary>
public static class ChangeAccess
{
    public static async Task<ChangeHead?> ForReading(Db db, Viewer viewer, Id<SignificantChange> id) => await Find(db, viewer, id) is { DeletedAt: null } found ? found : null;

    public static async Task<ChangeHead?> ForLeading(Db db, Viewer viewer, Id<SignificantChange> id) => await ForReading(db, viewer, id) is { } found && MayLead(viewer, found) ? found : null;

    public static async Task<ChangeHead?> ForPuttingBack(Db db, Viewer viewer, Id<SignificantChange> id) => await Find(db, viewer, id) is { DeletedAt: not null } found && MayLead(viewer, found) ? found : null;

    public static bool MayLead(Viewer viewer, ChangeHead head) => head.AuthorId == viewer.Me.ActorId || viewer.Here.IsSteward;

    private static Task<ChangeHead?> Find(Db db, Viewer viewer, Id<SignificantChange> id) => db.ChangesOf(viewer, db.The<Thing>(), db.The<SignificantChange>().Where(c => c.Id == id)).SingleOrDefaultAsync();
}
