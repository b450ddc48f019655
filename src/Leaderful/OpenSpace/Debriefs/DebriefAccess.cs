using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Debriefs;

/// <summary>A debrief as one reader finds it; nothing where it is not begun.</summary>
public sealed record DebriefHead(SpaceHead Space, DebriefConversation? It, bool IsAmong)
{
    public Id<DebriefConversation> Id => Space.Id.As<DebriefConversation>();

    public bool MayBegin => IsAmong && It is null && IsTime;

    /// <summary>From the close on, also where it was called off afterwards.</summary>
    public bool IsTime => Space.Space.Stage >= Stage.Closed;
}

/// <summary>
/// The one door to debriefs. Sponsors, facilitators and whoever called the gathering talk; stewards who are none of them do not. Once
/// it is released, whoever sees the gathering reads it, but for guests.
/// </summary>
public static class DebriefAccess
{
    /// <summary>Those who talk, whether it is begun or not.</summary>
    public static async Task<DebriefHead?> ForTalking(Db db, Viewer viewer, Id<Space> id) =>
        await Find(db, viewer, id) is { IsAmong: true } found ? found : null;

    /// <summary>Those who talk, once it is begun.</summary>
    public static async Task<DebriefHead?> ForWriting(Db db, Viewer viewer, Id<Space> id) =>
        await ForTalking(db, viewer, id) is { It: not null } found ? found : null;

    public static async Task<DebriefHead?> ForReading(Db db, Viewer viewer, Id<Space> id) =>
        await Find(db, viewer, id) is { } found && (found.IsAmong || found.It?.ReleasedAt is not null) ? found : null;

    private static async Task<DebriefHead?> Find(Db db, Viewer viewer, Id<Space> id)
    {
        if (viewer.Guest is not null || await SpaceAccess.ForReading(db, viewer, id) is not { } space) return null;
        var debrief = await db.The<DebriefConversation>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id.As<DebriefConversation>());
        return new DebriefHead(space, debrief, IsAmong(viewer, space));
    }

    private static bool IsAmong(Viewer viewer, SpaceHead space) =>
        space.Parts.Contains(SpacePart.Sponsor) || space.Parts.Contains(SpacePart.Facilitator) || space.AuthorId == viewer.Me.ActorId;
}
