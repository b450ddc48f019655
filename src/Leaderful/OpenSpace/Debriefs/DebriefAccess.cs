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
/// The one door to debriefs. Sponsors, facilitators and whoever called the gathering talk; stewards who are none of them do not, nor does
/// whoever takes a part for themselves once it has begun. Once
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
        return new DebriefHead(space, debrief, space.AuthorId == viewer.Me.ActorId || (IsHolder(space) && (debrief is null || await db.IsInTalk(space, debrief, viewer.Me.ActorId))));
    }

    private static bool IsHolder(SpaceHead space) => space.Parts.Contains(SpacePart.Sponsor) || space.Parts.Contains(SpacePart.Facilitator);

    /// <summary>
    /// Once the talk has begun a part lets in only whoever held it by then, and whoever was given it since by somebody who is in the talk:
    /// whoever helps themselves to one does not read what was said among others.
    /// </summary>
    private static async Task<bool> IsInTalk(this Db db, SpaceHead space, DebriefConversation debrief, Id<Actor> reader)
    {
        var id = space.Id;
        var parts = await db.The<SpaceRole>().Where(r => r.SpaceId == id && r.LeftAt == null && (r.Part == SpacePart.Sponsor || r.Part == SpacePart.Facilitator))
            .OrderBy(r => r.GivenAt).ThenBy(r => r.Id).Select(r => new { r.ActorId, r.GivenById, r.GivenAt }).ToListAsync();
        HashSet<Id<Actor>> among = [space.AuthorId];
        foreach (var part in parts)
            if (part.GivenAt <= debrief.BegunAt || among.Contains(part.GivenById)) among.Add(part.ActorId);
        return among.Contains(reader);
    }
}
