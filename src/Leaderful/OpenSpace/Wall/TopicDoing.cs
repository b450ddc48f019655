using Leaderful.Data;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Wall;

/// <summary>One thing done to a topic, for whoever may: the door, the operation, and the words with the way back.</summary>
public sealed class TopicDoing(Viewer viewer, Db db, Writes writes)
{
    public async Task<IResult> Do(Id<Space> id, Id<Topic> topic, Func<Unit, Id<Actor>, Task<bool>> change, string said, string? undo = null, bool toWall = false)
    {
        if (await TopicAccess.ForChanging(db, viewer, id, topic) is not var (_, board, slip)) return Results.NotFound();
        if (!await writes.Do(unit => change(unit, viewer.Reader.ActorId))) return Results.NotFound();
        var at = TopicEndpoints.At(viewer, id, topic);
        return Screen.Go(toWall ? PostingEndpoints.Wall(viewer, id, board, slip.SlotId) : at, new Done($"wall.done.{said}", undo is null ? null : $"{at}/{undo}", slip.Title));
    }

    /// <summary>Where the facilitator lets people mark what interests them; whoever takes part may.</summary>
    public async Task<IResult> Mark(Id<Space> id, Id<Topic> topic, bool isOn)
    {
        if (await TopicAccess.ForReading(db, viewer, id, topic) is not var (head, _, _) || !SpaceAccess.IsOpen(head) || head.Space.InterestSince is null) return Results.NotFound();
        await writes.Do(unit => unit.MarkTopic(viewer.Reader.ActorId, topic, isOn));
        return Screen.Go(TopicEndpoints.At(viewer, id, topic));
    }
}
