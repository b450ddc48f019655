using Leaderful.Accounts;
using Leaderful.Accounts.Guests;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Room;

public sealed record CodeModel(SpaceHead Head, RoomCode? Code, string Origin, int Guests, IReadOnlyList<CameIn> Latest);

/// <summary>The code of the room, for whoever holds it: to hang up, to change, to end.</summary>
public static class CodeEndpoints
{
    public static void MapCodes(this RouteGroupBuilder held)
    {
        held.MapGet("/code", Show);
        held.MapPost("/code/guests/ending", ShowOut).RequireRateLimiting(RateLimits.Writing);
        held.MapPost("/code", Begin).RequireRateLimiting(RateLimits.Writing);
        held.MapPost("/code/ending", End).RequireRateLimiting(RateLimits.Writing);
        held.MapPost("/code/{code}/reopening", Reopen).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Show(Id<Space> id, HttpContext context, Viewer viewer, Db db, InstanceAddress address, TimeProvider time)
    {
        if (await SpaceAccess.ForHolding(db, viewer, id) is not { } head) return Results.NotFound();
        var (guests, latest) = await db.GuestsOf(id);
        return Screen.Show<CodePage, CodeModel>(new(head, await db.CodeOf(id, time.Utc()), await address.For(context), guests, latest));
    }

    private static async Task<IResult> ShowOut(Id<Space> id, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForHolding(db, viewer, id) is null) return Results.NotFound();
        var marked = form.All("guest").Select(g => Id<GuestPass>.TryParse(g, null, out var pass) ? pass : (Id<GuestPass>?)null).OfType<Id<GuestPass>>().Distinct().ToList();
        var count = await writes.Do(unit => unit.ShowOut(viewer.Me.ActorId, id, marked));
        return Screen.Go(At(viewer, id), count > 0 ? new Done("room.shown-out") : null);
    }

    private static async Task<IResult> Begin(Id<Space> id, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForHolding(db, viewer, id) is null) return Results.NotFound();
        await writes.Do(unit => unit.BeginCode(viewer.Me.ActorId, id));
        return Screen.Go(At(viewer, id));
    }

    private static async Task<IResult> End(Id<Space> id, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForHolding(db, viewer, id) is null) return Results.NotFound();
        var ended = await writes.Do(unit => unit.EndCode(viewer.Me.ActorId, id));
        return Screen.Go(At(viewer, id), ended is { } code ? new Done("room.code-ended", $"{At(viewer, id)}/{code}/reopening") : null);
    }

    private static async Task<IResult> Reopen(Id<Space> id, Id<RoomCode> code, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForHolding(db, viewer, id) is null) return Results.NotFound();
        await writes.Do(unit => unit.ReopenCode(viewer.Me.ActorId, id, code));
        return Screen.Go(At(viewer, id));
    }

    private static string At(Viewer viewer, Id<Space> id) => $"{viewer.Here.Path}/gatherings/{id}/code";
}
