using Leaderful.Communities.Agreements;
using Leaderful.Communities.Letters;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Care;

public sealed record ReportModel(PostText Post, IReadOnlyList<Agreed> Agreements, Form Form);

public static class CareEndpoints
{
    public static void MapCare(this IEndpointRouteBuilder app)
    {
        var members = app.MapGroup("/c/{community}").ForMembers("Whoever reads a post may ask for it to be looked at; a case is read by those who tend the community, its author and whoever asked.");
        members.MapGet("/care", Show);
        members.MapGet("/care/{case}", One);
        members.MapPost("/care/{case}/answers", Answer).RequireRateLimiting(RateLimits.Writing);
        members.MapGet("/conversations/{id}/posts/{number:int}/care", About);
        members.MapGet("/conversations/{id}/posts/{number:int}/reports/new", New);
        members.MapPost("/conversations/{id}/posts/{number:int}/reports", Report).RequireRateLimiting(RateLimits.Writing);
        var stewards = app.MapGroup("/c/{community}/care").ForStewards("they decide what becomes of a post that somebody asked about");
        stewards.MapPost("/{case}/decisions", Decide).RequireRateLimiting(RateLimits.Writing);
        app.MapAside();
    }

    private static async Task<IResult> Show(Viewer viewer, Db db, TimeProvider time, int page = 1) =>
        Screen.Show<CarePage, CareModel>(await db.Care(viewer.Me, viewer.Here, time.Utc(), Math.Clamp(page, 1, 10_000)));

    private static async Task<IResult> One(Id<CareCase> @case, Viewer viewer, Db db) =>
        await CareAccess.ForReading(db, viewer, @case) is { } view ? Screen.Show<CasePage, CaseModel>(await CaseModel.Of(db, viewer, view)) : Results.NotFound();

    private static async Task<IResult> About(Id<Conversation> id, int number, Viewer viewer, Db db) =>
        await PostAccess.ForReading(db, viewer, id, number) is { } post && await CareAccess.About(db, viewer, post.Id) is { } matter
            ? Screen.Go($"{viewer.Here.Path}/care/{matter}") : Results.NotFound();

    private static async Task<IResult> New(Id<Conversation> id, int number, Viewer viewer, Db db) =>
        await ForReporting(db, viewer, id, number) is { } post
            ? Screen.Show<ReportPage, ReportModel>(new ReportModel(post, await db.AgreementsOf(viewer.Here.Id), Form.Empty)) : Results.NotFound();

    private static async Task<IResult> Report(Id<Conversation> id, int number, Form form, HttpContext context, Viewer viewer, Db db, Writes writes, Letterheads letterheads)
    {
        if (await ForReporting(db, viewer, id, number) is not { } post) return Results.NotFound();
        var agreements = await db.AgreementsOf(viewer.Here.Id);
        var meant = CareTexts.Agreement(form, agreements);
        if (meant is null) form.Refuse("agreement", viewer.Words["care.wrong.agreement"]);
        var text = CareTexts.Text(form, "text", viewer.Words, meant is { Agreement: null } ? viewer.Words["care.wrong.else"] : null);
        if (meant is null || !form.IsRight) return Screen.ShowAgain<ReportPage, ReportModel>(new ReportModel(post, agreements, form));
        var paper = await letterheads.For(context);
        var matter = await writes.Do(unit => unit.Report(viewer.Me.ActorId, post.Id, meant, text, paper));
        return matter is { } one ? Screen.Go($"{viewer.Here.Path}/care/{one}", new Done("care.reported", Draft: $"report-{post.Id}")) : Results.NotFound();
    }

    private static async Task<IResult> Decide(Id<CareCase> @case, Form form, HttpContext context, Viewer viewer, Db db, Writes writes, Letterheads letterheads)
    {
        if (await CareAccess.ForDeciding(db, viewer, @case) is not { } view) return Results.NotFound();
        var model = await CaseModel.Of(db, viewer, view, form);
        var meant = CareTexts.Agreement(form, model.Agreements);
        Verdict? verdict = Enum.TryParse<Verdict>(form["verdict"], out var known) && model.MayBe.Contains(known) ? known : null;
        var isOpen = verdict is Verdict.Unfolded or Verdict.Accepted;
        if (verdict is null) form.Refuse("verdict", viewer.Words["care.wrong.verdict"]);
        if (isOpen) meant = Meant.Else;
        else if (verdict is not null && meant is null) form.Refuse("agreement", viewer.Words["care.wrong.agreement"]);
        var why = CareTexts.Text(form, "why", viewer.Words, isOpen ? null : viewer.Words["care.wrong.why"]);
        if (!form.IsRight) return Screen.ShowAgain<CasePage, CaseModel>(model);
        var (paper, ruling) = (await letterheads.For(context), new Ruling(verdict!.Value, meant!, why));
        return await writes.Do(unit => unit.Decide(viewer.Me.ActorId, @case, ruling, paper))
            ? Screen.Go($"{viewer.Here.Path}/care/{@case}", new Done("care.decided", Draft: $"decide-{@case}")) : Results.NotFound();
    }

    private static async Task<IResult> Answer(Id<CareCase> @case, Form form, HttpContext context, Viewer viewer, Db db, Writes writes, Letterheads letterheads)
    {
        if (await CareAccess.ForAnswering(db, viewer, @case) is not { } view) return Results.NotFound();
        var text = CareTexts.Text(form, "text", viewer.Words, viewer.Words["care.wrong.answer"]);
        if (!form.IsRight) return Screen.ShowAgain<CasePage, CaseModel>(await CaseModel.Of(db, viewer, view, form));
        var paper = await letterheads.For(context);
        return await writes.Do(unit => unit.AnswerCase(viewer.Me.ActorId, @case, text, paper))
            ? Screen.Go($"{viewer.Here.Path}/care/{@case}", new Done("care.answered", Draft: $"answer-{@case}")) : Results.NotFound();
    }

    private static async Task<PostText?> ForReporting(Db db, Viewer viewer, Id<Conversation> id, int number) =>
        await PostAccess.ForReading(db, viewer, id, number) is { } post && post.AuthorId != viewer.Me.ActorId
        && await db.CanBeAsked(viewer, post) ? post : null;
}
