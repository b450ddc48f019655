using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

public static class MovingEndpoints
{
    public static void MapMoving(this RouteGroupBuilder community)
    {
        var moves = community.MapGroup("/conversations/{id}/moves");
        moves.MapGet("/new", New);
        moves.MapPost("", Move).RequireRateLimiting(RateLimits.Writing);
        moves.MapPost("/{move}/return", Return).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> New(Id<Conversation> id, Db db, Viewer viewer, int? from) =>
        await ConversationAccess.ForTending(db, viewer, id) is { } head
            ? Screen.Show<MovePage, MoveModel>(await MoveModel.Of(db, viewer, head, from is { } number ? Form.With(("from", MoveModel.Text(number))) : Form.Empty))
            : Results.NotFound();

    private static async Task<IResult> Move(Id<Conversation> id, Form form, Db db, Viewer viewer, Writes writes)
    {
        if (await ConversationAccess.ForTending(db, viewer, id) is not { } head) return Results.NotFound();
        var numbers = form.All("post").Select(p => int.TryParse(p, out var number) ? number : 0).Where(n => n > 0).Distinct().ToList();
        if (numbers.Count == 0) form.Refuse("post", viewer.Words["tending.wrong.none"]);
        var moved = form["how"] == "into" ? await Into(head, numbers, form, db, viewer, writes) : await Split(head, numbers, form, viewer, writes);
        if (moved is null) return Screen.ShowAgain<MovePage, MoveModel>(await MoveModel.Of(db, viewer, head, form));
        return Screen.Go($"{viewer.Here.Path}/conversations/{moved.To}", new Done("tending.done.moved", $"{viewer.Here.Path}/conversations/{id}/moves/{moved.Move}/return"));
    }

    private static async Task<PostsMoved?> Split(ConversationHead head, List<int> numbers, Form form, Viewer viewer, Writes writes)
    {
        var title = Writing.Title(form, viewer.Words);
        if (!form.IsRight) return null;
        var moved = await writes.Do(unit => unit.SplitOff(viewer.Me.ActorId, head.Id, numbers, title));
        if (moved is null) form.Refuse("post", viewer.Words["tending.wrong.all"]);
        return moved;
    }

    private static async Task<PostsMoved?> Into(ConversationHead head, List<int> numbers, Form form, Db db, Viewer viewer, Writes writes)
    {
        var to = form["address"].Length > 0 ? Destinations.Read(form["address"]) : Id<Conversation>.TryParse(form["into"], null, out var chosen) ? chosen : (Id<Conversation>?)null;
        var field = form["address"].Length > 0 ? "address" : "into";
        if (to is not { } there || !await db.DestinationsFor(viewer, head).AnyAsync(d => d.Id == there)) form.Refuse(field, viewer.Words["tending.wrong.into"]);
        if (!form.IsRight) return null;
        var moved = await writes.Do(unit => unit.MoveInto(viewer.Me.ActorId, head.Id, numbers, to!.Value));
        if (moved is null) form.Refuse(field, viewer.Words["tending.wrong.into"]);
        return moved;
    }

    private static async Task<IResult> Return(Id<Conversation> id, Id<JournalEntry> move, Db db, Viewer viewer, Writes writes)
    {
        if (await ConversationAccess.ForReading(db, viewer, id) is not { } head || !await MayReturn(db, viewer, move)) return Results.NotFound();
        return await writes.Do(unit => unit.TakeMoveBack(viewer.Me.ActorId, id, move)) switch
        {
            MovedBack.Gone => Results.NotFound(),
            MovedBack.Answered => Screen.Go(At(viewer, head), new Done("tending.done.answered")),
            MovedBack.Elsewhere => Screen.Go(At(viewer, head), new Done("tending.done.elsewhere")),
            _ => Screen.Go(At(viewer, head), new Done("tending.done.returned")),
        };
    }

    /// <summary>Whoever moved them, and those who tend the community.</summary>
    private static Task<bool> MayReturn(Db db, Viewer viewer, Id<JournalEntry> move)
    {
        var (me, here, tends) = (viewer.Me.ActorId, viewer.Here.Id, viewer.Here.IsSteward);
        return db.The<JournalEntry>().AnyAsync(j => j.Id == move && j.CommunityId == here && (tends || j.ActorId == me));
    }

    private static string At(Viewer viewer, ConversationHead head) => $"{viewer.Here.Path}/conversations/{head.Id}";
}
