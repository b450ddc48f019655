using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts;

public static class ProofEndpoints
{
    public static void MapProof(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/proof").ForPeople("whoever is signed in can show that it is them");
        group.MapGet("", Show);
        group.MapPost("", Mail).RequireRateLimiting(RateLimits.Knocking);
        group.MapPost("/passkey/options", (HttpContext context, Viewer viewer, PasskeyCeremony ceremony) => PasskeyEndpoints.Json(ceremony.BeginUse(context, viewer.Me)))
            .RequireRateLimiting(RateLimits.Knocking);
        group.MapPost("/passkey", Prove).RequireRateLimiting(RateLimits.Knocking);
    }

    private static async Task<IResult> Show(Viewer viewer, Db db, string? @return) =>
        Screen.Show<ProofPage, ProofAsked>(await Asked(viewer, db, LocalReturn.OrHome(@return), null));

    private static async Task<IResult> Mail(HttpContext context, Form form, Viewer viewer, LinkMailer mailer)
    {
        await mailer.Send(context, viewer.Me.Email, LocalReturn.OrHome(form["return"]));
        return Screen.Go("/sign-in/sent");
    }

    private static async Task<IResult> Prove(HttpContext context, Form form, Viewer viewer, PasskeyCeremony ceremony, Writes writes)
    {
        var back = LocalReturn.OrHome(form["return"]);
        if (await ceremony.FinishUse(context, viewer.Me, form["credential"]) is { } use
            && await writes.Do(unit => unit.ComeInByPasskey(use, viewer.Me, DeviceName.Of(context, viewer.Words))) is not null) return Screen.Go(back);
        return Screen.ShowAgain<ProofPage, ProofAsked>(
            await Asked(viewer, context.RequestServices.GetRequiredService<Db>(), back, viewer.Words["passkey.not-taken"]));
    }

    private static async Task<ProofAsked> Asked(Viewer viewer, Db db, string back, string? wrong) =>
        new(back, await db.The<Passkey>().AnyAsync(p => p.PersonId == viewer.Me.PersonId && p.RemovedAt == null), wrong);
}

public sealed record ProofAsked(string Return, bool HasPasskeys, string? Wrong);
