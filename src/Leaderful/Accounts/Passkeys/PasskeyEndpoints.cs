using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Accounts;

public static class PasskeyEndpoints
{
    private const string New = "/me/passkeys/new";

    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        var sign = routes.MapGroup("/sign-in/passkey").ForAnyone("whoever signs in is not signed in yet").RequireRateLimiting(RateLimits.Knocking);
        sign.MapPost("/options", (HttpContext context, PasskeyCeremony ceremony) => Json(ceremony.BeginUse(context, null)));
        sign.MapPost("", SignIn);

        var mine = routes.MapGroup("/me/passkeys").ForPeople("everybody’s passkeys are their own").RequireRateLimiting(RateLimits.Writing).WithRecentProof(New);
        mine.MapGet("/new", ShowNew);
        mine.MapPost("/options", (HttpContext context, Viewer viewer, PasskeyCeremony ceremony) => Json(ceremony.BeginRegistration(context, viewer.Me)));
        mine.MapPost("", Add);
        routes.MapGroup("/me/passkeys").ForPeople("everybody’s passkeys are their own").RequireRateLimiting(RateLimits.Writing).MapPost("/{passkey}/name", Rename);
        var one = routes.MapGroup("/me/passkeys/{passkey}").ForPeople("everybody’s passkeys are their own").RequireRateLimiting(RateLimits.Writing).WithRecentProof("/me");
        one.MapPost("/removal", Remove);
        one.MapPost("/return", Restore);
    }

    /// <summary>The framework's options as they are, for the browser.</summary>
    public static async Task<IResult> Json(Task<string> options) => Results.Content(await options, "application/json");

    private static async Task<IResult> SignIn(HttpContext context, Form form, Viewer viewer, PasskeyCeremony ceremony, Writes writes)
    {
        var back = LocalReturn.OrHome(form["return"]);
        if (await ceremony.FinishUse(context, null, form["credential"]) is { } use
            && await writes.Do(unit => unit.ComeInByPasskey(use, viewer.Session, DeviceName.Of(context, viewer.Words))) is { } came)
        {
            if (came.Token is { } token) DeviceCookie.Give(context, token);
            return Screen.Go(back);
        }
        var again = Form.With(("return", back));
        again.Refuse("passkey", viewer.Words["passkey.not-taken"]);
        return Screen.ShowAgain<SignInPage, Form>(again);
    }

    private static IResult ShowNew(HttpContext context, Viewer viewer) =>
        Screen.Show<NewPasskeyPage, Form>(Form.With(("name", DeviceName.Of(context, viewer.Words))));

    private static async Task<IResult> Add(HttpContext context, Form form, Viewer viewer, PasskeyCeremony ceremony, Writes writes)
    {
        var name = Named(form, viewer);
        if (form.IsRight && await ceremony.FinishRegistration(context, viewer.Me, form["credential"]) is { } made
            && await writes.Do(unit => unit.AddPasskey(viewer.Me, made, name)) is not null) return Screen.Go("/me", new Done("passkey.added", Name: name));
        if (form.IsRight) form.Refuse("credential", viewer.Words["passkey.not-added"]);
        return Screen.ShowAgain<NewPasskeyPage, Form>(form);
    }

    private static async Task<IResult> Rename(Id<Passkey> passkey, Form form, Viewer viewer, Writes writes)
    {
        var name = Named(form, viewer);
        if (!form.IsRight) return Screen.Go("/me");
        return await writes.Do(unit => unit.RenamePasskey(viewer.Me, passkey, name)) ? Screen.Go("/me", new Done("passkey.renamed", Name: name)) : Results.NotFound();
    }

    private static async Task<IResult> Remove(Id<Passkey> passkey, Viewer viewer, Writes writes) =>
        await writes.Do(unit => unit.RemovePasskey(viewer.Me, passkey)) ? Screen.Go("/me", new Done("passkey.removed", $"/me/passkeys/{passkey}/return")) : Results.NotFound();

    private static async Task<IResult> Restore(Id<Passkey> passkey, Viewer viewer, Writes writes) =>
        await writes.Do(unit => unit.RestorePasskey(viewer.Me, passkey)) ? Screen.Go("/me", new Done("passkey.restored")) : Results.NotFound();

    private static string Named(Form form, Viewer viewer) => form.Line("name", 80, viewer.Words["passkey.name.long"], viewer.Words["passkey.name.missing"]);
}
