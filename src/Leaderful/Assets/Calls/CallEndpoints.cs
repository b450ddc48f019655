using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Assets.Calls;

public sealed record NewCallModel(Form Form, DateTime Now);

/// <summary>A call; who can help is there for whoever called.</summary>
public sealed record CallModel(ListedCall One, IReadOnlyList<Helper> Helpers, Form Form, DateTime Now);

public sealed record CallableModel(Form Form, bool Agreed);

/// <summary>Calling for help, answering, closing; and whether one is called oneself.</summary>
public static class CallEndpoints
{
    private const int UsualDays = 14;

    public static void MapCalls(this IEndpointRouteBuilder app)
    {
        var calls = app.MapGroup("/c/{community}/calls").ForMembers("whoever belongs may call and help; of those who were called nobody else learns");
        calls.MapGet("/new", New);
        calls.MapGet("/{id}", Show);
        calls.MapGet("/agreeing", Agreement);
        var writing = calls.MapGroup("").RequireRateLimiting(RateLimits.Writing);
        writing.MapPost("", Make);
        writing.MapPost("/{id}/help", Help);
        writing.MapPost("/{id}/help/ending", NoHelp);
        writing.MapPost("/{id}/ending", Close);
        writing.MapPost("/{id}/reopening", Reopen);
        writing.MapPost("/agreeing", Agree);
        writing.MapPost("/agreeing/ending", NoMore);
    }

    private static string At(Viewer viewer, Id<Call> id) => $"{viewer.Here.Path}/calls/{id}";

    private static IResult New(Viewer viewer, TimeProvider time, string? q) => Screen.Show<NewCallPage, NewCallModel>(new(
        Form.With(("what", Clean.Line(q ?? "") is { Length: <= Need.LongestText } what ? what : ""), ("until", DayWords.Written(Commitments.Day.Today(time.Utc()).AddDays(UsualDays)))), time.Utc()));

    private static async Task<IResult> Make(Form form, Viewer viewer, Db db, Writes writes, Settings settings, TimeProvider time)
    {
        var wish = CallForm.Read(form, viewer, time.Utc());
        await CallForm.CheckOften(form, db, viewer, settings, time.Utc());
        if (!form.IsRight) return Screen.ShowAgain<NewCallPage, NewCallModel>(new(form, time.Utc()));
        var id = await writes.Do(unit => unit.CallForHelp(viewer.Me.ActorId, viewer.Here.Id, wish));
        return Screen.Go(At(viewer, id), new Done("calls.made", $"{At(viewer, id)}/ending", Draft: $"new-call:{viewer.Here.Id}"));
    }

    private static async Task<IResult> Show(Id<Call> id, Viewer viewer, Db db, TimeProvider time) =>
        await db.CallForReading(viewer, id, time.Utc()) is { } one ? Screen.Show<CallPage, CallModel>(await Model(db, viewer, one, Form.Empty, time.Utc())) : Results.NotFound();

    private static async Task<IResult> Help(Id<Call> id, Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await db.CallForReading(viewer, id, time.Utc()) is not { } one || one.IsBy(viewer)) return Results.NotFound();
        var line = form.Line("line", CallAnswer.LongestLine, viewer.Words["calls.wrong.line-long"]);
        if (!form.IsRight) return Screen.ShowAgain<CallPage, CallModel>(await Model(db, viewer, one, form, time.Utc()));
        return await writes.Do(async unit => await unit.CanHelp(await unit.ThePerson(viewer.Me.PersonId), id, line))
            ? Screen.Go(At(viewer, id), new Done("calls.can-done", $"{At(viewer, id)}/help/ending", one.Caller)) : Screen.Go(At(viewer, id), new Done("calls.over"));
    }

    private static async Task<IResult> NoHelp(Id<Call> id, Viewer viewer, Db db, Writes writes, TimeProvider time) =>
        await db.CallForReading(viewer, id, time.Utc()) is not null && await writes.Do(unit => unit.CannotHelp(viewer.Me.PersonId, id))
            ? Screen.Go($"{viewer.Here.Path}/assets", new Done("calls.can-taken-back")) : Results.NotFound();

    private static async Task<IResult> Close(Id<Call> id, Viewer viewer, Db db, Writes writes, TimeProvider time) =>
        await db.CallForClosing(viewer, id, time.Utc()) is not null && await writes.Do(unit => unit.CloseCall(viewer.Me.ActorId, id))
            ? Screen.Go($"{viewer.Here.Path}/assets", new Done("calls.closed", $"{At(viewer, id)}/reopening")) : Results.NotFound();

    private static async Task<IResult> Reopen(Id<Call> id, Viewer viewer, Writes writes) =>
        await writes.Do(unit => unit.ReopenCall(viewer.Me.ActorId, id)) ? Screen.Go(At(viewer, id), new Done("calls.reopened")) : Results.NotFound();

    private static async Task<IResult> Agreement(Viewer viewer, Db db)
    {
        var words = await db.CallWordsOf(viewer.Me.PersonId, viewer.Here.Id);
        return Screen.Show<CallablePage, CallableModel>(new(Form.With(("words", words ?? "")), words is not null));
    }

    private static async Task<IResult> Agree(Form form, Viewer viewer, Writes writes)
    {
        var words = form.Line("words", Callable.LongestWords, viewer.Words["calls.wrong.own-long"], viewer.Words["calls.wrong.own-missing"]);
        if (form.IsRight && SameWords.Of(words).Phrases.Count == 0) form.Refuse("words", viewer.Words["calls.wrong.own-missing"]);
        if (!form.IsRight) return Screen.ShowAgain<CallablePage, CallableModel>(new(form, false));
        await writes.Do(unit => unit.AgreeToCalls(viewer.Me.PersonId, viewer.Here.Id, words));
        return Screen.Go($"{viewer.Here.Path}/assets#calls", new Done("calls.agreed", $"{viewer.Here.Path}/calls/agreeing/ending"));
    }

    private static async Task<IResult> NoMore(Viewer viewer, Writes writes)
    {
        await writes.Do(unit => unit.NoMoreCalls(viewer.Me.PersonId, viewer.Here.Id));
        return Screen.Go($"{viewer.Here.Path}/assets#calls", new Done("calls.no-more"));
    }

    private static async Task<CallModel> Model(Db db, Viewer viewer, ListedCall one, Form form, DateTime now) => new(one, one.IsBy(viewer) ? await db.HelpersFor(viewer, one.It.Id) : [], form, now);
}
