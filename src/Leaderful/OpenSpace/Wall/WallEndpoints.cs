using System.Globalization;
using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Live;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Wall;

/// <summary>Looking at the wall: on a phone, in the hall, on paper.</summary>
public static class WallEndpoints
{
    public static void MapWall(this RouteGroupBuilder wall)
    {
        wall.MapGet("", Show);
        wall.MapGet("/hall", Hall);
        wall.MapGet("/print", Print);
    }

    private static async Task<IResult> Show(Id<Space> id, Viewer viewer, Db db, LiveNames names, TimeProvider time, string? day)
    {
        if (await SpaceAccess.ForReading(db, viewer, id) is not { } head) return Results.NotFound();
        var (board, local) = (await db.BoardOf(id), head.Local(time.Utc()));
        return Screen.Show<WallPage, WallModel>(new(head, board, DayOf(board, local, day), local, names.Sign(WallLive.KindOfStream, id.ToString())));
    }

    private static async Task<IResult> Hall(Id<Space> id, HttpContext context, Viewer viewer, Db db, LiveNames names, InstanceAddress address, TimeProvider time)
    {
        if (await SpaceAccess.ForReading(db, viewer, id) is not { } head) return Results.NotFound();
        return Screen.Show<HallPage, HallModel>(new(head, await db.HallOf(id, await db.AroundOf(id), time.Utc()), names.Sign(HallLive.KindOfStream, id.ToString()), await address.For(context)));
    }

    private static async Task<IResult> Print(Id<Space> id, Viewer viewer, Db db, TimeProvider time) =>
        await SpaceAccess.ForReading(db, viewer, id) is { } head ? Screen.Show<WallPrintPage, WallModel>(new(head, await db.BoardOf(id), default, head.Local(time.Utc()), "")) : Results.NotFound();

    /// <summary>The day that was asked for; else today, the next one, or the last.</summary>
    private static DateOnly DayOf(Board board, DateTime local, string? asked)
    {
        if (DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && board.Days.Contains(day)) return day;
        var today = DateOnly.FromDateTime(local);
        return board.Days.FirstOrDefault(d => d >= today, board.Days.Count > 0 ? board.Days[^1] : today);
    }
}
