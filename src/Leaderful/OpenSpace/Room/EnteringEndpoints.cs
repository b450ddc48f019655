using Leaderful.Accounts.Guests;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Room;

/// <summary>The room a code opens; without one, a code to be typed and what is wrong with it.</summary>
public sealed record EnteringModel(Form Form, EnteredRoom? Room);

public sealed record EnteredRoom(string Code, Id<Space> Id, string Theme, string Community, string Slug, string Dye, string Mark)
{
    public string Wall => $"{Communities.Community.PathOf(Slug)}/gatherings/{Id}/wall";
}

/// <summary>Coming in by the code that hangs in the room, with a name and nothing else. Looking changes nothing.</summary>
public static class EnteringEndpoints
{
    public const string Path = "/in";

    public static string Address(string origin, string code) => $"{origin}{Path}/{code}";

    public static void MapEntering(this IEndpointRouteBuilder app)
    {
        var doors = app.MapGroup(Path).ForAnyone("whoever has the code in the room comes in under a name").RequireRateLimiting(RateLimits.Entering);
        doors.MapGet("", Ask);
        doors.MapGet("/{code}", Show);
        doors.MapPost("/{code}", Enter);
    }

    private static IResult Ask(string? code) =>
        RoomCode.Read(code ?? "") is { Length: > 0 } typed ? Screen.Go($"{Path}/{typed}") : Screen.Show<EnteringPage, EnteringModel>(new(Form.Empty, null));

    private static async Task<IResult> Show(string code, HttpContext context, Viewer viewer, Db db, GuestPasses guests, TimeProvider time)
    {
        var (room, refused) = await Find(code, viewer, db, time.Utc());
        if (room is null) return refused!;
        if (await IsInAlready(room, context, viewer, db, guests)) return Screen.Go(room.Wall);
        return Screen.Show<EnteringPage, EnteringModel>(new(Form.With(("name", viewer.Session?.Name ?? "")), room));
    }

    private static async Task<IResult> Enter(string code, Form form, HttpContext context, Viewer viewer, Db db, Writes writes, GuestPasses guests, TimeProvider time)
    {
        var (room, refused) = await Find(code, viewer, db, time.Utc());
        if (room is null) return refused!;
        if (await IsInAlready(room, context, viewer, db, guests)) return Screen.Go(room.Wall);
        var name = form.Line("name", GuestWrites.LongestName, viewer.Words["room.wrong.name-long"], viewer.Words["room.wrong.name-missing"]);
        if (!form.IsRight) return Screen.ShowAgain<EnteringPage, EnteringModel>(new(form, room));
        var community = await db.The<Space>().Where(s => s.Id == room.Id).Select(s => s.CommunityId).SingleAsync();
        if (await writes.Do(unit => unit.Welcome(community, room.Id.As<Thing>(), name)) is not { } token)
        {
            form.Refuse("name", viewer.Words["room.wrong.full"]);
            return Screen.ShowAgain<EnteringPage, EnteringModel>(new(form, room));
        }
        GuestCookie.Give(context, token);
        return Screen.Go(room.Wall, new Done("room.came", Name: name));
    }

    private static async Task<(EnteredRoom? Room, IResult? Refused)> Find(string code, Viewer viewer, Db db, DateTime now)
    {
        var typed = RoomCode.Read(code);
        if (await db.FindCode(typed) is not { } found) return (null, Refuse(typed, viewer.Words["room.wrong.unknown"], StatusCodes.Status404NotFound));
        var room = await (
            from g in db.The<Gathering>()
            join c in db.The<Community>() on g.CommunityId equals c.Id
            join t in db.The<Thing>() on g.Id.As<Thing>() equals t.Id
            where g.Id == found.SpaceId.As<Gathering>() && g.Kind == GatheringKind.OpenSpace && t.DeletedAt == null
            select new EnteredRoom(found.Code, found.SpaceId, g.Title, c.Name, c.Slug, c.Dye, c.Mark)).SingleOrDefaultAsync();
        return found.IsOpen(now) && room is not null ? (room, null) : (null, Refuse(typed, viewer.Words["room.wrong.over"], StatusCodes.Status410Gone));
    }

    private static IResult Refuse(string typed, string sentence, int status)
    {
        var form = Form.With(("code", RoomCode.Spoken(typed)));
        form.Refuse("code", sentence);
        return Screen.Show<EnteringPage, EnteringModel>(new(form, null), status);
    }

    /// <summary>Those who see the gathering anyway go there as themselves; whoever came in before is in.</summary>
    private static async Task<bool> IsInAlready(EnteredRoom room, HttpContext context, Viewer viewer, Db db, GuestPasses guests)
    {
        var thing = room.Id.As<Thing>();
        if (viewer.Session is { } me && me.In(room.Slug) is not null && await db.The<Thing>().AnyAsync(t => t.Id == thing && me.Scopes.Contains(t.ScopeId))) return true;
        return await guests.Of(context) is { } guest && guest.RoomId == thing;
    }
}
