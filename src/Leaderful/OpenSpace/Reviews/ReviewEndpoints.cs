using Leaderful.Data;
using Leaderful.OpenSpace.Preparing;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Reviews;

/// <summary>Looking back at what was promised; those who prepared it say that it was done and when the next is.</summary>
public static class ReviewEndpoints
{
    public static void MapReviews(this IEndpointRouteBuilder app)
    {
        var reviews = app.MapGroup("/c/{community}/gatherings/{id}/reviews").ForMembers("whoever sees the gathering reads what became of it; its own door says who plans and who notes");
        reviews.MapGet("", Show);
        reviews.MapPost("", Plan).RequireRateLimiting(RateLimits.Writing);
        reviews.MapPost("/{review}/holding", Hold).RequireRateLimiting(RateLimits.Writing);
        reviews.MapPost("/{review}/holding/withdrawal", Unhold).RequireRateLimiting(RateLimits.Writing);
        reviews.MapPost("/pledges/{pledge}/notes", Note).RequireRateLimiting(RateLimits.Writing);
        reviews.MapPost("/notes/{note}/deletion", Unnote).RequireRateLimiting(RateLimits.Writing);
    }

    public static string At(Viewer viewer, Id<Space> id) => $"{viewer.Here.Path}/gatherings/{id}/reviews";

    private static async Task<IResult> Show(Id<Space> id, Viewer viewer, Db db) =>
        await SpaceAccess.ForReading(db, viewer, id) is { } head ? Screen.Show<ReviewPage, ReviewModel>(await ReviewModel.Of(db, viewer, head, Form.With(("next", "month")))) : Results.NotFound();

    private static async Task<IResult> Plan(Id<Space> id, Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await SpaceAccess.ForPreparing(db, viewer, id) is not { } head) return Results.NotFound();
        var day = PreparingForm.DayToCome(form, "day", viewer.Words, time.Utc(), (await db.NextReviewOf(id))?.Day);
        if (form["day"].Length == 0) form.Refuse("day", viewer.Words["preparing.wrong.day"]);
        if (!form.IsRight || day is not { } on) return Screen.ShowAgain<ReviewPage, ReviewModel>(await ReviewModel.Of(db, viewer, head, form));
        await writes.Do(unit => unit.PlanFirstReview(viewer.Me.ActorId, id, on));
        return Screen.Go($"{At(viewer, id)}#next", new Done("preparing.review-kept"));
    }

    private static async Task<IResult> Hold(Id<Space> id, Id<Review> review, Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await SpaceAccess.ForPreparing(db, viewer, id) is not { Space.Stage: >= Stage.Closed } head) return Results.NotFound();
        var next = ReviewForm.Next(form, viewer.Words, time.Utc());
        if (!form.IsRight) return Screen.ShowAgain<ReviewPage, ReviewModel>(await ReviewModel.Of(db, viewer, head, form));
        var isDone = await writes.Do(unit => unit.HoldReview(viewer.Me.ActorId, id, review, next));
        return Screen.Go($"{At(viewer, id)}#next", isDone ? new Done(next is null ? "reviews.held-last" : "reviews.held", $"{At(viewer, id)}/{review}/holding/withdrawal") : new Done("reviews.meanwhile"));
    }

    private static async Task<IResult> Unhold(Id<Space> id, Id<Review> review, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForPreparing(db, viewer, id) is null) return Results.NotFound();
        var isDone = await writes.Do(unit => unit.UnholdReview(viewer.Me.ActorId, id, review));
        return Screen.Go($"{At(viewer, id)}#next", new Done(isDone ? "reviews.as-before" : "reviews.meanwhile"));
    }

    private static async Task<IResult> Note(Id<Space> id, Id<Pledge> pledge, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForHolding(db, viewer, id) is not { } head) return Results.NotFound();
        var (kind, field) = (form.Choice("kind", PledgeNoteKind.Progress), LineOf(pledge));
        var line = form.Line(field, PledgeNote.LongestLine, viewer.Words["commitments.wrong.line-long"], kind == PledgeNoteKind.Kept ? null : viewer.Words["commitments.wrong.line-missing"]);
        if (!form.IsRight) return Screen.ShowAgain<ReviewPage, ReviewModel>(await ReviewModel.Of(db, viewer, head, form, pledge));
        return await writes.Do(unit => unit.NotePledge(viewer.Me.ActorId, id, pledge, kind, line)) is { } made
            ? Screen.Go($"{At(viewer, id)}#{pledge}", new Done("reviews.noted", $"{At(viewer, id)}/notes/{made}/deletion", Draft: DraftOf(pledge))) : Results.NotFound();
    }

    private static async Task<IResult> Unnote(Id<Space> id, Id<PledgeNote> note, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForHolding(db, viewer, id) is null || !await writes.Do(unit => unit.UnnotePledge(viewer.Me.ActorId, id, note))) return Results.NotFound();
        return Screen.Go(At(viewer, id), new Done("reviews.as-before"));
    }

    /// <summary>Each field of the page has a name of its own.</summary>
    public static string LineOf(Id<Pledge> pledge) => $"line-{pledge}";

    public static string DraftOf(Id<Pledge> pledge) => $"pledge-note:{pledge}";
}
