using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts;

public static class MeEndpoints
{
    public static void MapMe(this IEndpointRouteBuilder routes)
    {
        var mine = routes.MapGroup("/me").ForPeople("it shows only what is theirs");
        mine.MapGet("", Show);
        var writing = routes.MapGroup("/me").ForPeople("it changes only what is theirs").RequireRateLimiting(RateLimits.Writing);
        writing.MapPost("", Keep);
        writing.MapPost("/devices/{device}/ending", EndDevice);
        writing.MapPost("/devices/others/ending", EndOthers);
        writing.MapPost("/old-names/{actor}/claim", Claim);
        writing.MapGroup("/old-names/{actor}/erasure").WithRecentProof("/me").MapPost("", Erase);
        routes.MapGroup("/sign-out").ForPeople("whoever is in may go out").MapPost("", SignOut);
    }

    private static async Task<IResult> Show(Viewer viewer, Db db, AboutMe about)
    {
        var form = Form.With(("name", viewer.Me.Name), ("language", viewer.Me.Language ?? ""));
        return Screen.Show<MePage, MeModel>(await db.Me(viewer.Me, form, about));
    }

    private static async Task<IResult> Keep(Form form, Viewer viewer, Db db, Writes writes, AboutMe about)
    {
        var name = form.Line("name", 80, viewer.Words["set-up.name.long"], viewer.Words["set-up.name.missing"]);
        var language = about.Languages.Contains(form["language"], StringComparer.Ordinal) ? form["language"] : null;
        if (!form.IsRight) return Screen.ShowAgain<MePage, MeModel>(await db.Me(viewer.Me, form, about));
        await writes.Do(unit => unit.Describe(viewer.Me, name, language));
        return Screen.Go("/me", new Done("me.kept"));
    }

    private static async Task<IResult> EndDevice(HttpContext context, Id<Device> device, Viewer viewer, Db db, Writes writes)
    {
        if (!await db.The<Device>().AnyAsync(d => d.Id == device && d.PersonId == viewer.Me.PersonId && d.EndedAt == null)) return Results.NotFound();
        if (device == viewer.Me.DeviceId) return await SignOut(context, viewer, writes);
        await writes.Do(unit => unit.SignOut(viewer.Me.PersonId, viewer.Me.ActorId, d => d.Id == device));
        return Screen.Go("/me", new Done("me.devices.ended"));
    }

    private static async Task<IResult> EndOthers(Viewer viewer, Writes writes)
    {
        await writes.Do(unit => unit.SignOut(viewer.Me.PersonId, viewer.Me.ActorId, d => d.Id != viewer.Me.DeviceId));
        return Screen.Go("/me", new Done("me.devices.others-ended"));
    }

    private static async Task<IResult> SignOut(HttpContext context, Viewer viewer, Writes writes)
    {
        await writes.Do(unit => unit.SignOut(viewer.Me.PersonId, viewer.Me.ActorId, d => d.Id == viewer.Me.DeviceId));
        DeviceCookie.TakeBack(context);
        return Screen.Go("/sign-in");
    }

    private static async Task<IResult> Claim(Id<Actor> actor, Viewer viewer, Writes writes, AddressHasher hasher) =>
        await writes.Do(unit => unit.ClaimOldName(viewer.Me, actor, hasher.Hash(viewer.Me.Email))) is { } old
            ? Screen.Go("/me", new Done("me.old.claimed", Name: old.Name))
            : Results.NotFound();

    private static async Task<IResult> Erase(Id<Actor> actor, Form form, Viewer viewer, Writes writes, AddressHasher hasher) =>
        await writes.Do(unit => unit.EraseOldName(viewer.Me, actor, hasher.Hash(viewer.Me.Email), form.Has("words"))) is { } old
            ? Screen.Go("/me", new Done(form.Has("words") ? "me.old.erased-words" : "me.old.erased", Name: old.Name))
            : Results.NotFound();
}
