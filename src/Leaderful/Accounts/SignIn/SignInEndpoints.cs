using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts;

public static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/sign-in").ForAnyone("whoever signs in is not signed in yet");
        group.MapGet("", Show);
        group.MapPost("", Ask).RequireRateLimiting(RateLimits.Knocking);
        group.MapGet("/sent", Sent);
        group.MapGet("/{token}", Open).RequireRateLimiting(RateLimits.Knocking);
        group.MapPost("/{token}", Enter).RequireRateLimiting(RateLimits.Knocking);
    }

    private static IResult Show(Viewer viewer, string? @return)
    {
        var back = LocalReturn.OrHome(@return);
        return viewer.Session is null ? Screen.Show<SignInPage, Form>(Form.With(("return", back))) : Screen.Go(back);
    }

    private static async Task<IResult> Ask(HttpContext context, Form form, Viewer viewer, LinkMailer mailer)
    {
        var email = form.Line("email", EmailAddress.Most, viewer.Words["sign-in.email.wrong"], viewer.Words["sign-in.email.missing"]);
        var clean = EmailAddress.Read(email);
        if (email.Length > 0 && clean is null) form.Refuse("email", viewer.Words["sign-in.email.wrong"]);
        if (!form.IsRight || clean is null) return Screen.ShowAgain<SignInPage, Form>(form);
        await mailer.Send(context, clean, LocalReturn.OrHome(form["return"]));
        return Screen.Go("/sign-in/sent");
    }

    private static IResult Sent(HttpContext context, SealedCookies cookies) =>
        cookies.Read<SentLink>(context, LinkMailer.Note) is { } sent ? Screen.Show<LinkSentPage, SentLink>(sent) : Screen.Go("/sign-in");

    private static async Task<IResult> Open(HttpContext context, string token, string? @return, Db db, TimeProvider time)
    {
        var back = LocalReturn.OrHome(@return);
        var link = await db.FindLink(token, LinkPurpose.SignIn, time.Utc());
        if (link is null) return Gone(back);
        return Screen.Show<LinkPage, OpenLink>(new OpenLink(token, link.Email!, await NameOf(db, link.Email!), Form.With(("return", back))));
    }

    private static async Task<IResult> Enter(HttpContext context, string token, Form form, Viewer viewer, Writes writes)
    {
        var db = context.RequestServices.GetRequiredService<Db>();
        var back = LocalReturn.OrHome(form["return"]);
        var link = await db.FindLink(token, LinkPurpose.SignIn, context.RequestServices.GetRequiredService<TimeProvider>().Utc());
        if (link is null) return Gone(back);
        var known = await NameOf(db, link.Email!);
        var name = known is null ? form.Line("name", 80, viewer.Words["set-up.name.long"], viewer.Words["set-up.name.missing"]) : known;
        if (!form.IsRight) return Screen.ShowAgain<LinkPage, OpenLink>(new OpenLink(token, link.Email!, known, form));
        var arrival = new Arrival(DeviceName.Of(context, viewer.Words), viewer.Words.Language);
        if (await writes.Do(unit => unit.ComeIn(token, name, viewer.Session, arrival)) is not { } came) return Gone(back);
        if (came.Token is { } cookie) DeviceCookie.Give(context, cookie);
        SealedCookies.TakeBack(context, LinkMailer.Note);
        return Screen.Go(back);
    }

    private static IResult Gone(string back) => Screen.Show<LinkGonePage, Form>(Form.With(("return", back)), StatusCodes.Status410Gone);

    private static Task<string?> NameOf(Db db, string key) => (
        from person in db.The<Person>()
        join actor in db.The<Actor>() on person.ActorId equals actor.Id
        where person.EmailKey == key
        select actor.Name).SingleOrDefaultAsync();
}

/// <summary>A link that can still be used, and whom it would let in; no name where it would make an account.</summary>
public sealed record OpenLink(string Token, string Email, string? Name, Form Form);
