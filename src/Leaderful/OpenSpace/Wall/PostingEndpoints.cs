using Leaderful.Commitments;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.OpenSpace.Room;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Wall;

/// <summary>Putting up a topic, one's own or what another calls out; also one that comes out of another.</summary>
public static class PostingEndpoints
{
    public static void MapPosting(this RouteGroupBuilder wall)
    {
        wall.MapGet("/topics/new", New);
        wall.MapPost("/topics", Post).RequireRateLimiting(RateLimits.InRoom).BringingFiles();
    }

    /// <summary>At the free place that was touched; else at the next, and rather when they are not posted already.</summary>
    private static async Task<IResult> New(Id<Space> id, Viewer viewer, Db db, TimeProvider time, string? slot, string? place, string? from, string? barrier)
    {
        if (await SpaceAccess.ForTakingPart(db, viewer, id) is not { } head) return Results.NotFound();
        var (board, local) = (await db.BoardOf(id), head.Local(time.Utc()));
        var chosen = board.Slots.FirstOrDefault(s => s.Id.ToString() == slot) is { } at && board.Places.FirstOrDefault(p => p.Id.ToString() == place) is { } where
            ? TopicForm.Spot(at.Id, where.Id)
            : board.Free(local).OrderBy(f => board.IsPosted(viewer.Reader.ActorId, f.Slot)).Select(f => TopicForm.Spot(f.Slot.Id, f.Place.Id)).FirstOrDefault(TopicForm.Tray);
        var part = Part(board, from);
        var inTheWay = await db.BarrierOf(viewer, barrier);
        var form = Form.With(("where", chosen), ("from", part?.Id.ToString() ?? ""), ("convener", ""), ("title", inTheWay.LineIn(Topic.LongestTitle)), ("why", inTheWay.What));
        return Screen.Show<PostPage, PostModel>(new(head, board, form, Id<Topic>.New(), local, SpaceAccess.MayScribe(viewer, head)) { From = part });
    }

    private static async Task<IResult> Post(Id<Space> id, Form form, Viewer viewer, Db db, Writes writes, Blobs blobs, TimeProvider time)
    {
        if (await SpaceAccess.ForTakingPart(db, viewer, id) is not { } head) return Results.NotFound();
        var (board, key, isScribe) = (await db.BoardOf(id), Writing.Key<Topic>(form) ?? Id<Topic>.New(), SpaceAccess.MayScribe(viewer, head));
        var part = Part(board, form["from"]);
        var (wish, paper) = await TopicForm.Read(form, db, viewer, board, isScribe);
        if (!SpaceAccess.MayPost(viewer, head)) form.Refuse("title", viewer.Words["wall.wrong.not-open"]);
        if (!form.IsRight) return Screen.ShowAgain<PostPage, PostModel>(new(head, board, form, key, head.Local(time.Utc()), isScribe) { From = part });
        wish = wish.With(paper, blobs, viewer) with { SplitFrom = part?.Id };
        string? full = null;
        var posted = await writes.Do(async unit => (full = await unit.KeptFromBringing(viewer.Guest, wish.Paper, viewer.Words)) is null ? await unit.PostTopic(viewer.Reader.ActorId, id, wish, key) : null);
        if (full is not null) form.Refuse("paper", full);
        if (!form.IsRight) return Screen.ShowAgain<PostPage, PostModel>(new(head, board, form, key, head.Local(time.Utc()), isScribe) { From = part });
        if (posted is not { } topic) return Results.NotFound();
        var wall = Wall(viewer, id, board, wish.Slot);
        return Screen.Go(wall, new Done("wall.posted", $"{viewer.Here.Path}/gatherings/{id}/wall/topics/{topic}/deletion", wish.Title.Length > 0 ? wish.Title : viewer.Words["wall.a-paper"], $"topic:{id}"));
    }

    /// <summary>The wall on the day something hangs at.</summary>
    internal static string Wall(Viewer viewer, Id<Space> id, Board board, Id<Slot>? slot)
    {
        var wall = $"{viewer.Here.Path}/gatherings/{id}/wall";
        return board.Days.Count > 1 && board.Slots.FirstOrDefault(s => s.Id == slot) is { } at ? $"{wall}?day={Hour.Key(at.Day)}" : wall;
    }

    private static Slip? Part(Board board, string? from) => board.Slips.FirstOrDefault(s => s.Id.ToString() == from && s.DeletedAt is null);
}
