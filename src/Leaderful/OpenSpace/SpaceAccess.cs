using Leaderful.Accounts.Guests;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace;

/// <summary>An Open Space as one reader finds it: the gathering it is, how far it has come, and what they hold in it.</summary>
public sealed record SpaceHead(Space Space, Gathering Gathering, Id<Scope> ScopeId, Id<Actor> AuthorId, IReadOnlyList<SpacePart> Parts)
{
    public Id<Space> Id => Space.Id;
    public Id<Thing> Thing => Space.Id.As<Thing>();

    /// <summary>What is asked, in the words it was called with.</summary>
    public string Theme => Gathering.Title;
}

/// <summary>
/// The one door to Open Spaces. Whoever sees the gathering sees it, and so do guests of its room; all of them put up topics. Its frame is
/// held by its facilitators and those who host the gathering; its sponsors prepare it and talk it over afterwards.
/// </summary>
public static class SpaceAccess
{
    public static async Task<SpaceHead?> ForReading(Db db, Viewer viewer, Id<Space> id)
    {
        var actor = viewer.Reader.ActorId;
        var found = await (
            from s in db.The<Space>()
            join g in db.The<Gathering>() on s.Id.As<Gathering>() equals g.Id
            join t in db.The<Thing>() on s.Id.As<Thing>() equals t.Id
            where s.Id == id && g.Kind == GatheringKind.OpenSpace && t.DeletedAt == null
            select new { s, g, t.ScopeId, t.AuthorId, Parts = db.The<SpaceRole>().Where(r => r.SpaceId == s.Id && r.ActorId == actor && r.LeftAt == null).Select(r => r.Part).ToList() }).AsNoTracking().SingleOrDefaultAsync();
        return found is not null && found.s.CommunityId == viewer.Here.Id && IsSeen(viewer, found.s.Id, found.ScopeId) ? new SpaceHead(found.s, found.g, found.ScopeId, found.AuthorId, found.Parts) : null;
    }

    /// <summary>Whoever takes part, until it is closed.</summary>
    public static async Task<SpaceHead?> ForTakingPart(Db db, Viewer viewer, Id<Space> id) =>
        await ForReading(db, viewer, id) is { } found && IsOpen(found) ? found : null;

    /// <summary>Facilitators, and the gathering's hosts.</summary>
    public static async Task<SpaceHead?> ForHolding(Db db, Viewer viewer, Id<Space> id) =>
        await ForReading(db, viewer, id) is { } found && MayHold(viewer, found) ? found : null;

    /// <summary>They, and whoever writes down what others call out.</summary>
    public static async Task<SpaceHead?> ForScribing(Db db, Viewer viewer, Id<Space> id) =>
        await ForReading(db, viewer, id) is { } found && MayScribe(viewer, found) ? found : null;

    /// <summary>Sponsors and facilitators, before and after.</summary>
    public static async Task<SpaceHead?> ForPreparing(Db db, Viewer viewer, Id<Space> id) =>
        await ForReading(db, viewer, id) is { } found && MayPrepare(viewer, found) ? found : null;

    public static bool IsOpen(SpaceHead head) => head.Gathering.CancelledAt is null && head.Space.Stage < Stage.Closed;

    /// <summary>Topics are put up from the opening until the close.</summary>
    public static bool MayPost(SpaceHead head) => head.Gathering.CancelledAt is null && Stages.Posting.Contains(head.Space.Stage);

    /// <summary>Whoever holds it or writes down may before, to hang up what is known.</summary>
    public static bool MayPost(Viewer viewer, SpaceHead head) => MayPost(head) || (IsOpen(head) && MayScribe(viewer, head));

    public static bool MayHold(Viewer viewer, SpaceHead head) =>
        viewer.Guest is null && (head.Parts.Contains(SpacePart.Facilitator) || MayHost(viewer, head));

    /// <summary>Who may change the gathering itself, and invite to it.</summary>
    public static bool MayHost(Viewer viewer, SpaceHead head) => viewer.Guest is null && GatheringAccess.MayHost(viewer, head.AuthorId, head.Gathering);

    public static bool MayScribe(Viewer viewer, SpaceHead head) => head.Parts.Contains(SpacePart.Scribe) || MayHold(viewer, head);

    public static bool MayPrepare(Viewer viewer, SpaceHead head) => head.Parts.Contains(SpacePart.Sponsor) || MayHold(viewer, head);

    private static bool IsSeen(Viewer viewer, Id<Space> id, Id<Scope> scope) =>
        viewer.Guest is RoomGuest guest ? guest.RoomId == id.As<Thing>() : viewer.Me.Scopes.Contains(scope);
}
