using Leaderful.Data;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Conversations;

public static class MarkingEndpoints
{
    public static void MapMarking(this RouteGroupBuilder community)
    {
        var one = community.MapGroup("/conversations/{id}").RequireRateLimiting(RateLimits.Writing);
        one.MapPost("/pin", Pin);
        one.MapPost("/pin/ending", Unpin);
        one.MapPost("/feature", Feature);
        one.MapPost("/feature/ending", Unfeature);
        one.MapPost("/closing", Close);
        one.MapPost("/closing/ending", Reopen);
    }

    private static async Task<IResult> Pin(Id<Conversation> id, Db db, Viewer viewer, Writes writes)
    {
        if (await ConversationAccess.ForMarking(db, viewer, id) is not { } head) return Results.NotFound();
        return await writes.Do(unit => unit.Pin(viewer.Me.ActorId, id))
            ? Screen.Go(At(viewer, head), new Done("tending.done.pinned", $"{At(viewer, head)}/pin/ending"))
            : Screen.Go(At(viewer, head), new Done("tending.done.full"));
    }

    private static Task<IResult> Unpin(Id<Conversation> id, Db db, Viewer viewer, Writes writes) =>
        Mark(ConversationAccess.ForMarking(db, viewer, id), viewer, writes, unit => unit.Unpin(viewer.Me.ActorId, id), "tending.done.unpinned", "/pin");

    private static Task<IResult> Feature(Id<Conversation> id, Db db, Viewer viewer, Writes writes) =>
        Mark(ConversationAccess.ForMarking(db, viewer, id), viewer, writes, unit => unit.Feature(viewer.Me.ActorId, id), "tending.done.featured", "/feature/ending");

    private static Task<IResult> Unfeature(Id<Conversation> id, Db db, Viewer viewer, Writes writes) =>
        Mark(ConversationAccess.ForMarking(db, viewer, id), viewer, writes, unit => unit.Unfeature(viewer.Me.ActorId, id), "tending.done.unfeatured", "/feature");

    private static Task<IResult> Close(Id<Conversation> id, Db db, Viewer viewer, Writes writes) =>
        Mark(ConversationAccess.ForClosing(db, viewer, id), viewer, writes, unit => unit.Close(viewer.Me.ActorId, id), "tending.done.closed", "/closing/ending");

    private static Task<IResult> Reopen(Id<Conversation> id, Db db, Viewer viewer, Writes writes) =>
        Mark(ConversationAccess.ForReopening(db, viewer, id), viewer, writes, unit => unit.Reopen(viewer.Me.ActorId, id), "tending.done.reopened", "/closing");

    private static async Task<IResult> Mark(Task<ConversationHead?> door, Viewer viewer, Writes writes, Func<Unit, Task<bool>> mark, string said, string undo) =>
        await door is { } head && await writes.Do(mark) ? Screen.Go(At(viewer, head), new Done(said, At(viewer, head) + undo)) : Results.NotFound();

    private static string At(Viewer viewer, ConversationHead head) => $"{viewer.Here.Path}/conversations/{head.Id}";
}
