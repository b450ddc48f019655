using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Accounts;

public static class SetUpEndpoints
{
    public static void MapSetUp(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(SetUpGate.Path).ForAnyone("nobody has an account yet; the code on the console is the key, and afterwards it is gone for good");
        group.MapGet("", Show);
        group.MapPost("", Begin).RequireRateLimiting(RateLimits.Knocking);
    }

    private static async Task<IResult> Show(SetUpState state) =>
        await state.IsDone() ? Results.NotFound() : Screen.Show<SetUpPage, Form>(Form.Empty);

    private static async Task<IResult> Begin(HttpContext context, Form form, SetUpState state, SetUpCode code, Writes writes)
    {
        if (await state.IsDone()) return Results.NotFound();
        var words = context.RequestServices.GetRequiredService<Viewer>().Words;
        var beginning = Read(form, words, code, InstanceAddress.Of(context));
        if (!form.IsRight) return Screen.ShowAgain<SetUpPage, Form>(form);
        var begun = await writes.Do(async unit =>
            await unit.Establish(beginning) is { } made ? (Token: unit.SignIn(made.Person, DeviceName.Of(context, words)), made.Community.Slug) : default);
        if (begun.Token is null) return Results.NotFound();
        DeviceCookie.Give(context, begun.Token);
        return Screen.Go($"/c/{begun.Slug}");
    }

    private static Beginning Read(Form form, Words words, SetUpCode code, string address)
    {
        var typed = form.Line("code", 40, words["set-up.code.wrong"], words["set-up.code.missing"]);
        if (typed.Length > 0 && !code.Matches(typed)) form.Refuse("code", words["set-up.code.wrong"]);
        var name = form.Line("name", 80, words["set-up.name.long"], words["set-up.name.missing"]);
        var email = form.Line("email", EmailAddress.Most, words["sign-in.email.wrong"], words["sign-in.email.missing"]);
        var clean = EmailAddress.Read(email);
        if (email.Length > 0 && clean is null) form.Refuse("email", words["sign-in.email.wrong"]);
        var community = form.Line("community", 80, words["set-up.community.long"], words["set-up.community.missing"]);
        var slug = form.Line("slug", Slug.Most, words["set-up.slug.wrong"]);
        if (slug.Length == 0) slug = Slug.Of(community);
        if (!Slug.IsRight(slug)) form.Refuse("slug", words["set-up.slug.wrong"]);
        return new Beginning(name, clean ?? email, null, community, slug, address);
    }
}
