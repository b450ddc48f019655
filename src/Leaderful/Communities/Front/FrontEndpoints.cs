using Leaderful.Data;
using Leaderful.OpenSpace.Room;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Front;

/// <summary>What is to be found: for strangers at the front, for all in the directory.</summary>
public static class FrontEndpoints
{
    private const int OnOnePage = 50;

    public static void MapFront(this IEndpointRouteBuilder app) =>
        app.MapGroup("").ForAnyone("public communities are for everybody; the rest is filtered by who looks").MapGet("/communities", Directory);

    public static async Task<IResult> Front(Db db, RoomBack? room) =>
        Screen.Show<FrontPage, FrontModel>(new(await db.The<Community>().FindableBy(null).Sights(db).Take(OnOnePage).ToListAsync(), room));

    private static async Task<IResult> Directory(Viewer viewer, Db db, int page = 1)
    {
        page = Math.Clamp(page, 1, 10_000);
        var found = await db.The<Community>().FindableBy(viewer.Session).Sights(db).Skip((page - 1) * OnOnePage).Take(OnOnePage + 1).ToListAsync();
        return Screen.Show<DirectoryPage, DirectoryModel>(new DirectoryModel([.. found.Take(OnOnePage)], page, found.Count > OnOnePage));
    }
}

/// <summary>What is to be found, and for whoever is a guest in a room the way back to it.</summary>
public sealed record FrontModel(IReadOnlyList<Sight> Found, RoomBack? Room);

public sealed record DirectoryModel(IReadOnlyList<Sight> Found, int Page, bool More);
