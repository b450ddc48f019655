using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Wall;

/// <summary>What becomes of a topic: it runs on, is let go, is joined to another, is taken down; each can be taken back.</summary>
public static class TopicTending
{
    public static void MapTopicTending(this RouteGroupBuilder wall)
    {
        var topic = wall.MapGroup("/topics/{topic}").RequireRateLimiting(RateLimits.InRoom);
        topic.MapPost("/overrun", (Id<Space> id, Id<Topic> topic, TopicDoing doing) => doing.Do(id, topic, (unit, by) => unit.RunOn(by, topic), "ran-on", "overrun/ending"));
        topic.MapPost("/overrun/ending", (Id<Space> id, Id<Topic> topic, TopicDoing doing) => doing.Do(id, topic, (unit, by) => unit.EndInTime(by, topic), "ends-in-time"));
        topic.MapPost("/retirement", (Id<Space> id, Id<Topic> topic, TopicDoing doing) => doing.Do(id, topic, (unit, by) => unit.RetireTopic(by, topic), "retired", "retirement/ending"));
        topic.MapPost("/retirement/ending", (Id<Space> id, Id<Topic> topic, TopicDoing doing) => doing.Do(id, topic, (unit, by) => unit.BringTopicBack(by, topic), "brought-back"));
        topic.MapPost("/merging", Merge);
        topic.MapPost("/merging/ending", (Id<Space> id, Id<Topic> topic, TopicDoing doing) => doing.Do(id, topic, (unit, by) => unit.UnmergeTopic(by, topic), "unmerged"));
        topic.MapPost("/deletion", (Id<Space> id, Id<Topic> topic, TopicDoing doing) => doing.Do(id, topic, (unit, by) => unit.TakeTopicDown(by, topic), "taken-down", "restoration", toWall: true));
        topic.MapPost("/restoration", PutBack);
        topic.MapPost("/mark", (Id<Space> id, Id<Topic> topic, TopicDoing doing) => doing.Mark(id, topic, isOn: true));
        topic.MapPost("/mark/ending", (Id<Space> id, Id<Topic> topic, TopicDoing doing) => doing.Mark(id, topic, isOn: false));
    }

    private static Task<IResult> Merge(Id<Space> id, Id<Topic> topic, Form form, TopicDoing doing) =>
        Id<Topic>.TryParse(form["into"], null, out var into) ? doing.Do(id, topic, (unit, by) => unit.MergeTopic(by, topic, into), "merged", "merging/ending", toWall: form.Has("wall")) : Task.FromResult(Results.NotFound());

    private static async Task<IResult> PutBack(Id<Space> id, Id<Topic> topic, Viewer viewer, Db db, Writes writes) =>
        await TopicAccess.MayPutBack(db, viewer, id, topic) && await writes.Do(unit => unit.PutTopicBack(viewer.Reader.ActorId, topic))
            ? Screen.Go(TopicEndpoints.At(viewer, id, topic), new Done("wall.put-back")) : Results.NotFound();
}
