using Leaderful.Data;
using Leaderful.OneToOnes.Asking;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OneToOnes.Sharing;

/// <summary>What both write and confirm; at the address of the page it belongs to, of a member or of a link.</summary>
public sealed record SharedModel(Between Between, Form Form, string Address, DateTime Now);

/// <summary>Both of the two write and confirm what is theirs together: signed in, or by the link.</summary>
public static class SharedEndpoints
{
    public static void MapShared(this RouteGroupBuilder mine)
    {
        mine.MapGet("/{id}/shared", async (Id<OneToOne> id, Viewer viewer, Db db, TimeProvider time) => await db.BetweenFor(viewer, id) is { } between
            ? Screen.Show<SharedPage, SharedModel>(Model(between, SharedForm.Of(between.Part), OneToOneEndpoints.At(viewer, id), time)) : Results.NotFound());
        mine.MapPost("/{id}/shared", async (Id<OneToOne> id, Form form, HttpContext context, Viewer viewer, Db db) => await db.BetweenFor(viewer, id) is { } between
            ? await Write<SharedPage>(between, form, OneToOneEndpoints.At(viewer, id), context) : Results.NotFound()).RequireRateLimiting(RateLimits.Writing);
        mine.MapPost("/{id}/shared/confirmation", async (Id<OneToOne> id, Form form, HttpContext context, Viewer viewer, Db db) => await db.BetweenFor(viewer, id) is { } between
            ? await Confirm(between, form, OneToOneEndpoints.At(viewer, id), context) : Results.NotFound()).RequireRateLimiting(RateLimits.Writing);
    }

    public static void MapSharedByLink(this RouteGroupBuilder links)
    {
        links.MapGet("/shared", async (string token, Viewer viewer, Db db, TimeProvider time) => await ByLink(db, token, time) is { } between
            ? Screen.Show<SharedByLinkPage, SharedModel>(Model(between, SharedForm.Of(between.Part), At(token), time)) : AnsweringByLink.Gone(viewer));
        links.MapPost("/shared", async (string token, Form form, HttpContext context, Viewer viewer, Db db, TimeProvider time) => await ByLink(db, token, time) is { } between
            ? await Write<SharedByLinkPage>(between, form, At(token), context) : AnsweringByLink.Gone(viewer));
        links.MapPost("/shared/confirmation", async (string token, Form form, HttpContext context, Viewer viewer, Db db, TimeProvider time) => await ByLink(db, token, time) is { } between
            ? await Confirm(between, form, At(token), context) : AnsweringByLink.Gone(viewer));
    }

    private static string At(string token) => $"{AnsweringByLink.Path}{token}";

    private static async Task<Between?> ByLink(Db db, string token, TimeProvider time) =>
        await AskedAccess.ByLink(db, token, time.Utc()) is { } asked ? await db.BetweenFor(BetweenQueries.TwoOf(asked)) : null;

    private static SharedModel Model(Between between, Form form, string address, TimeProvider time) => new(between, form, address, time.Utc());

    private static async Task<IResult> Write<TPage>(Between between, Form form, string address, HttpContext context) where TPage : View<SharedModel>
    {
        var (services, viewer) = (context.RequestServices, context.RequestServices.GetRequiredService<Viewer>());
        var (words, time) = (viewer.Words, services.GetRequiredService<TimeProvider>());
        if (SharedForm.Read(form, words, time.Utc()) is { } said)
        {
            var desk = await LetterDesk.For(context, words);
            var done = await services.GetRequiredService<Writes>().Do(unit => unit.WriteShared(desk, between.Two, Editions.Seen(form), said, form.Has("tells")));
            if (done == Shared.Kept) return Screen.Go(address, new Done("between.kept", Draft: $"shared:{between.Two.It.Id}"));
            if (done == Shared.Stands) return Screen.Go(address, new Done("between.stands-already"));
            var now = await services.GetRequiredService<Db>().BetweenFor(between.Two);
            between = now;
            form.Refuse("planner-does", words["between.wrong.changed"]);
            form.Put(Editions.Field, Editions.Text(now.Part.Edition));
        }
        return Screen.ShowAgain<TPage, SharedModel>(Model(between, form, address, time));
    }

    private static async Task<IResult> Confirm(Between between, Form form, string address, HttpContext context)
    {
        var services = context.RequestServices;
        var desk = await LetterDesk.For(context, services.GetRequiredService<Viewer>().Words);
        var done = await services.GetRequiredService<Writes>().Do(unit => unit.ConfirmShared(desk, between.Two, Editions.Seen(form) ?? -1, form.Has("tells")));
        return Screen.Go(address, new Done(done switch { Shared.Kept => "between.confirmed", Shared.Stands => "between.stands-already", _ => "between.changed" }));
    }
}
