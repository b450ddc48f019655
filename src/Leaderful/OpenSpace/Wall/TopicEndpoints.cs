using System.Globalization;
using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Linking;
using Leaderful.OpenSpace.Reports;
using Leaderful.OpenSpace.Room;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Wall;

/// <summary>A topic by itself, and what becomes of it on the wall.</summary>
public static class TopicEndpoints
{
    public static void MapTopics(this RouteGroupBuilder wall)
    {
        wall.MapGet("/topics/{topic}", Show);
        wall.MapGet("/topics/{topic}/settings", Settings);
        wall.MapPost("/topics/{topic}/settings", Keep).RequireRateLimiting(RateLimits.InRoom).BringingFiles();
        wall.MapPost("/topics/{topic}/place", Move).RequireRateLimiting(RateLimits.InRoom);
        wall.MapPost("/topics/{topic}/place/return", MoveBack).RequireRateLimiting(RateLimits.InRoom);
    }

    private static async Task<IResult> Show(Id<Space> id, Id<Topic> topic, Viewer viewer, Db db, TimeProvider time) =>
        await TopicAccess.ForReading(db, viewer, id, topic) is var (head, board, slip)
            ? Screen.Show<TopicPage, TopicModel>(await Model(db, viewer, head, board, slip, Placed(board, slip), time.Utc()))
            : Results.NotFound();

    private static async Task<IResult> Settings(Id<Space> id, Id<Topic> topic, Viewer viewer, Db db)
    {
        if (await TopicAccess.ForChanging(db, viewer, id, topic) is not var (head, _, slip)) return Results.NotFound();
        var form = Form.With(("title", slip.Title), ("why", slip.Why), ("convener", slip.Convener));
        return Screen.Show<TopicSettingsPage, TopicFormModel>(new(head, slip, form, SpaceAccess.MayScribe(viewer, head)));
    }

    private static async Task<IResult> Keep(Id<Space> id, Id<Topic> topic, Form form, Viewer viewer, Db db, Writes writes, Blobs blobs)
    {
        if (await TopicAccess.ForChanging(db, viewer, id, topic) is not var (head, board, slip)) return Results.NotFound();
        var isScribe = SpaceAccess.MayScribe(viewer, head);
        var (wish, paper) = await TopicForm.Read(form, db, viewer, board, isScribe, slip);
        // A name that was left as it stood is whose it was: a guest's, or of one of two who are called so.
        if (!isScribe || form["convener"] == slip.Convener) wish = wish with { ConvenerId = slip.ConvenerId, Convener = slip.ConvenerId is null ? slip.Convener : "" };
        if (!form.IsRight) return Screen.ShowAgain<TopicSettingsPage, TopicFormModel>(new(head, slip, form, isScribe));
        wish = wish.With(paper, blobs, viewer);
        string? full = null;
        await writes.Do(async unit => (full = await unit.KeptFromBringing(viewer.Guest, wish.Paper, viewer.Words)) is null && await unit.SetTopic(viewer.Reader.ActorId, topic, wish));
        if (full is not null) form.Refuse("paper", full);
        if (!form.IsRight) return Screen.ShowAgain<TopicSettingsPage, TopicFormModel>(new(head, slip, form, isScribe));
        return Screen.Go(At(viewer, id, topic), new Done("wall.kept", Draft: $"topic:{topic}"));
    }

    /// <summary>Where somebody else moved it since it was taken in hand, both are said, and it is moved if that is still wanted.</summary>
    private static async Task<IResult> Move(Id<Space> id, Id<Topic> topic, Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await TopicAccess.ForChanging(db, viewer, id, topic) is not var (head, board, slip)) return Results.NotFound();
        var (slot, place) = TopicForm.Where(form, viewer.Words, board);
        int? seen = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var moves) ? moves : null;
        if (form.IsRight && !await writes.Do(unit => unit.MoveTopic(viewer.Reader.ActorId, topic, seen, slot, place)))
        {
            board = await db.BoardOf(id);
            slip = board.Slips.Single(s => s.Id == topic);
            form.Refuse("where", viewer.Words.Say("wall.wrong.moved", ("where", WallWords.Where(board, slip, viewer.Words))));
            form.Put("seen", slip.Moves.ToString(CultureInfo.InvariantCulture));
        }
        if (!form.IsRight) return Screen.ShowAgain<TopicPage, TopicModel>(await Model(db, viewer, head, board, slip, form, time.Utc()));
        var undo = slip.SlotId is { } from && slip.PlaceId is { } at ? $"{At(viewer, id, topic)}/place/return?where={TopicForm.Spot(from, at)}" : $"{At(viewer, id, topic)}/place/return";
        return Screen.Go(PostingEndpoints.Wall(viewer, id, board, slot), new Done("wall.moved", undo, slip.Title));
    }

    private static async Task<IResult> MoveBack(Id<Space> id, Id<Topic> topic, string? where, Viewer viewer, Db db, Writes writes)
    {
        if (await TopicAccess.ForChanging(db, viewer, id, topic) is not var (_, board, _)) return Results.NotFound();
        var (slot, place) = TopicForm.Where(Form.With(("where", where ?? "")), viewer.Words, board);
        await writes.Do(unit => unit.MoveTopic(viewer.Reader.ActorId, topic, null, slot, place));
        return Screen.Go(PostingEndpoints.Wall(viewer, id, board, slot));
    }

    internal static string At(Viewer viewer, Id<Space> id, Id<Topic> topic) => $"{viewer.Here.Path}/gatherings/{id}/wall/topics/{topic}";

    private static Form Placed(Board board, Slip slip) => Form.With(
        ("where", board.Hangs(slip) ? TopicForm.Spot(slip.SlotId!.Value, slip.PlaceId!.Value) : TopicForm.Tray), ("seen", slip.Moves.ToString(CultureInfo.InvariantCulture)));

    private static async Task<TopicModel> Model(Db db, Viewer viewer, SpaceHead head, Board board, Slip slip, Form form, DateTime now) => new(head, board, slip, form, head.Local(now))
    {
        WereThere = await db.WereAt(slip.Id),
        IsMarked = await db.MarksOf(viewer.Reader.ActorId).AnyAsync(m => m.TopicId == slip.Id),
        Commitments = viewer.Guest is null ? await db.CommitmentsOn(viewer, slip.Id.As<Thing>()) : [],
        About = viewer.Guest is null ? await db.ConversationsAbout(viewer, slip.Id.As<Thing>()) : [],
    };
}
