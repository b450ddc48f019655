using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Conversations;

/// <summary>Who reads a conversation, and who could instead.</summary>
public sealed record RungModel(ConversationHead Head, IReadOnlyList<Rung> Rungs, Form Form);

public static class RungEndpoints
{
    public static void MapRungs(this RouteGroupBuilder community)
    {
        community.MapGet("/conversations/{id}/rung", Show);
        community.MapPost("/conversations/{id}/rung", Move).RequireRateLimiting(RateLimits.Writing);
        community.MapPost("/conversations/{id}/rung/{move}/return", Return).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Show(Id<Conversation> id, Db db, Viewer viewer) =>
        await ConversationAccess.ForOpening(db, viewer, id) is { } head
            ? Screen.Show<RungPage, RungModel>(new RungModel(head, await db.RungsFor(viewer, head), Form.Empty))
            : Results.NotFound();

    private static async Task<IResult> Move(Id<Conversation> id, Form form, Db db, Viewer viewer, Writes writes)
    {
        if (await ConversationAccess.ForOpening(db, viewer, id) is not { } head) return Results.NotFound();
        var rungs = await db.RungsFor(viewer, head);
        var moved = rungs.FirstOrDefault(r => r.Id.ToString() == form["to"]) is { } to ? await writes.Do(unit => unit.MoveTo(viewer.Me.ActorId, id, to)) : null;
        if (moved is { } move) return Screen.Go(At(viewer, id), new Done("tending.done.rung", $"{At(viewer, id)}/rung/{move}/return"));
        form.Refuse("to", viewer.Words["tending.wrong.rung"]);
        return Screen.ShowAgain<RungPage, RungModel>(new RungModel(head, rungs, form));
    }

    private static async Task<IResult> Return(Id<Conversation> id, Id<JournalEntry> move, Db db, Viewer viewer, Writes writes)
    {
        if (await ConversationAccess.ForOpening(db, viewer, id) is null) return Results.NotFound();
        var rungs = Ladder.In(viewer.Me, viewer.Here);
        return Screen.Go(At(viewer, id), new Done(await writes.Do(unit => unit.MoveBack(viewer.Me.ActorId, id, move, rungs)) ? "tending.done.rung-back" : "tending.done.rung-stays"));
    }

    private static string At(Viewer viewer, Id<Conversation> id) => $"{viewer.Here.Path}/conversations/{id}";
}
