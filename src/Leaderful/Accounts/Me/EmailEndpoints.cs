using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts;

public static class EmailEndpoints
{
    private const string Path = "/me/email";

    public static void MapEmail(this IEndpointRouteBuilder routes)
    {
        var mine = routes.MapGroup(Path).ForPeople("everybody’s address is their own").WithRecentProof(Path);
        mine.MapGet("", () => Screen.Show<EmailPage, Form>(Form.Empty));
        mine.MapPost("", Ask).RequireRateLimiting(RateLimits.Knocking);
        routes.MapGroup(Path).ForPeople("everybody’s address is their own").MapPost("/waiting/ending", Forget).RequireRateLimiting(RateLimits.Writing);
        var holders = routes.MapGroup(Path + "/{token}").ForAnyone("whoever can read the new address’s mail holds the link").RequireRateLimiting(RateLimits.Knocking);
        holders.MapGet("", Show);
        holders.MapPost("", Change);
    }

    private static async Task<IResult> Ask(HttpContext context, Form form, Viewer viewer, Writes writes, InstanceAddress address)
    {
        var email = form.Line("email", EmailAddress.Most, viewer.Words["sign-in.email.wrong"], viewer.Words["sign-in.email.missing"]);
        var clean = EmailAddress.Read(email);
        if (email.Length > 0 && clean is null) form.Refuse("email", viewer.Words["sign-in.email.wrong"]);
        if (clean is not null && Person.KeyOf(clean) == Person.KeyOf(viewer.Me.Email)) form.Refuse("email", viewer.Words["me.email.same"]);
        if (!form.IsRight || clean is null) return Screen.ShowAgain<EmailPage, Form>(form);
        var origin = await address.For(context);
        await writes.Do(unit => unit.AskToChangeEmail(viewer.Me, clean, origin, viewer.Words));
        return Screen.Go("/me", new Done("me.email.asked", Name: clean));
    }

    private static async Task<IResult> Forget(Viewer viewer, Writes writes)
    {
        await writes.Do(unit => unit.ForgetNewEmail(viewer.Me));
        return Screen.Go("/me", new Done("me.email.forgotten"));
    }

    private static async Task<IResult> Show(string token, Viewer viewer, Db db, TimeProvider time) =>
        await db.FindLink(token, LinkPurpose.EmailChange, time.Utc()) is { PersonId: { } id } link
            ? Screen.Show<EmailChangePage, EmailLink>(new EmailLink(token, link.Email!, await NameOf(db, id)))
            : Say(viewer, "gone", StatusCodes.Status410Gone);

    private static async Task<IResult> Change(string token, Viewer viewer, Writes writes, Languages languages) =>
        await writes.Do(unit => unit.ChangeEmail(token, languages)) switch
        {
            EmailChange.Gone => Say(viewer, "gone", StatusCodes.Status410Gone),
            EmailChange.Taken => Say(viewer, "taken", StatusCodes.Status409Conflict),
            _ => Screen.Go("/me", new Done("me.email.changed")),
        };

    private static IResult Say(Viewer viewer, string what, int status) => Screen.Show<MessagePage, Message>(
        new Message(viewer.Words[$"me.email.{what}.title"], viewer.Words[$"me.email.{what}.text"], "/me", viewer.Words["me.back"]), status);

    private static Task<string> NameOf(Db db, Id<Person> id) =>
        db.The<Actor>().Where(a => a.PersonId == id).Select(a => a.Name).FirstAsync();
}

public sealed record EmailLink(string Token, string Email, string Name);
