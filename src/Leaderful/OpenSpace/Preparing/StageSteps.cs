using Leaderful.Data;
using Leaderful.OpenSpace.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>Where an Open Space goes from each stage: the usual way first.</summary>
public static class StageSteps
{
    public static IReadOnlyList<Stage> From(Stage stage) => stage switch
    {
        Stage.Draft => [Stage.Invited],
        Stage.Invited => [Stage.Open],
        Stage.Open => [Stage.Running],
        Stage.Running => [Stage.ActionSpace, Stage.Closed],
        Stage.ActionSpace => [Stage.Closed],
        Stage.Closed => [Stage.Debriefed],
        Stage.Debriefed => [Stage.FollowedUp],
        _ => [],
    };

    /// <summary>One step on; false where it is not the next, so that two who touch it at once do it once. What is closed is looked at again a week later, unless another day was chosen.</summary>
    public static async Task<bool> StepOn(this Unit unit, Id<Actor> by, SpaceHead head, Stage to)
    {
        var now = await unit.HoldFrame(head.Id);
        if (now is null || !From(now.Stage).Contains(to) || !await unit.Reach(by, head.Id, to)) return false;
        if (to == Stage.Closed && await unit.Db.FirstReviewOf(head.Id) is null && Planning.UsualDay(head.Gathering) is { } day) await unit.PlanFirstReview(by, head.Id, day);
        return true;
    }

    /// <summary>False where it has gone on meanwhile.</summary>
    public static async Task<bool> StepBackFrom(this Unit unit, Id<Actor> by, Id<Space> id, Stage stage)
    {
        if (await unit.HoldFrame(id) is not { } space || space.Stage != stage) return false;
        await unit.StepBack(by, id);
        return true;
    }
}
