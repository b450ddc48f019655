using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace.Wall;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Reviews;

/// <summary>The next Open Space begins with what the last one left open.</summary>
public static class CarryingOver
{
    /// <summary>What could hang in the next tray: open promises that everybody reads who will read that wall.</summary>
    public static async Task<IReadOnlyList<ReviewItem>> OpenFrom(this Db db, Viewer viewer, SpaceHead head) =>
        [.. (await db.PromisesOf(viewer, head.Id)).Where(i => i.Standing is Standing.UnderWay or Standing.InTheWay or Standing.NothingYet && i.Commitment!.ScopeId == head.ScopeId)];

    /// <summary>Each as a topic that says where it comes from.</summary>
    internal static IReadOnlyList<TopicWish> Wishes(IReadOnlyList<ReviewItem> open, IReadOnlyList<string> chosen, SpaceHead head, Viewer viewer) =>
        [.. open.Where(i => chosen.Contains(i.Commitment!.It.Id.ToString())).Select(i => new TopicWish(i.What, viewer.Me.ActorId)
        {
            Why = viewer.Words.Say("reviews.carried", ("theme", head.Theme), ("name", i.Who.Length > 0 ? i.Who : viewer.Words["commitments.nobody-now"])),
        })];

    /// <summary>They hang in the tray in the order in which they were promised.</summary>
    public static async Task<Id<Gathering>> CarryOver(this Unit unit, Id<Actor> by, Id<Gathering> to, IReadOnlyList<TopicWish> wishes)
    {
        foreach (var wish in wishes)
        {
            // Each takes the number after the highest there is.
            await unit.Db.SaveChangesAsync();
            await unit.PostTopic(by, to.As<Space>(), wish);
        }
        return to;
    }
}
