using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Commitments;

/// <summary>What becomes of a commitment: taken on, kept, spoken of, changed, let go. Whoever is a moment too late reads what is so.</summary>
public static class AnsweringEndpoints
{
    public static void MapAnswering(this RouteGroupBuilder commitments)
    {
        var one = commitments.MapGroup("/{id}").RequireRateLimiting(RateLimits.Writing);
        one.MapPost("/acceptance", (Id<Commitment> id, Doing doing) => doing.AsDoer(id, unit => unit.Accept(doing.Me, id), "accepted", "acceptance/withdrawal"));
        one.MapPost("/acceptance/withdrawal", (Id<Commitment> id, Doing doing) => doing.AsDoer(id, unit => unit.Unaccept(doing.Me, id), "unaccepted"));
        one.MapPost("/keeping", (Id<Commitment> id, Form form, Doing doing) => doing.AsDoer(id, unit => unit.Keep(doing.Me, id), "kept", "keeping/withdrawal", form["back"]));
        one.MapPost("/keeping/withdrawal", (Id<Commitment> id, Doing doing) => doing.AsDoer(id, unit => unit.Unkeep(doing.Me, id), "as-before"));
        one.MapPost("/release", Release);
        one.MapPost("/release/withdrawal", (Id<Commitment> id, Doing doing) => doing.AsReleasing(id, unit => unit.Unrelease(doing.Me, id), "as-before"));
        one.MapPost("/check-ins", CheckIn);
        one.MapPost("/check-ins/{said}/withdrawal", (Id<Commitment> id, Id<CheckIn> said, Doing doing) => doing.AsDoer(id, unit => unit.Unsay(doing.Me, id, said), "as-before"));
        commitments.MapGet("/{id}/terms/new", Terms);
        one.MapPost("/terms", Renegotiate);
    }

    private static async Task<IResult> Release(Id<Commitment> id, Form form, Viewer viewer, Db db, Doing doing, TimeProvider time)
    {
        if (await CommitmentAccess.ForReleasing(db, viewer, id) is not { } one) return Results.NotFound();
        var why = CommitmentForm.Line(form, "why", viewer.Words);
        if (!form.IsRight) return Screen.ShowAgain<CommitmentPage, CommitmentModel>(await CommitmentModel.Of(db, viewer, one, time.Utc(), form));
        return await doing.Do(id, unit => unit.Release(viewer.Me.ActorId, id, why), one.It.IsOffered ? "declined" : "released", "release/withdrawal");
    }

    private static async Task<IResult> CheckIn(Id<Commitment> id, Form form, Viewer viewer, Db db, Doing doing, TimeProvider time)
    {
        if (await CommitmentAccess.ForDoing(db, viewer, id) is not { } one) return Results.NotFound();
        var isBarrier = form["kind"] == "barrier";
        var line = CommitmentForm.Line(form, "line", viewer.Words, viewer.Words[isBarrier ? "commitments.wrong.barrier-missing" : "commitments.wrong.line-missing"]);
        if (!form.IsRight) return Screen.ShowAgain<CommitmentPage, CommitmentModel>(await CommitmentModel.Of(db, viewer, one, time.Utc(), form));
        var said = Id<CheckIn>.New();
        return await doing.Do(id, unit => unit.CheckIn(viewer.Me.ActorId, id, isBarrier ? CheckInKind.Barrier : CheckInKind.Progress, line, said), "checked-in", $"check-ins/{said}/withdrawal", $"check-in-{id}", form["back"]);
    }

    private static async Task<IResult> Terms(Id<Commitment> id, Viewer viewer, Db db, TimeProvider time)
    {
        if (await CommitmentAccess.ForDoing(db, viewer, id) is not { It.IsOpen: true } one) return Results.NotFound();
        var form = Form.With(("what", one.It.What), ("by", CommitmentForm.Soon));
        return Screen.Show<TermsPage, TermsModel>(new TermsModel(one, form, time.Utc()));
    }

    private static async Task<IResult> Renegotiate(Id<Commitment> id, Form form, Viewer viewer, Db db, Doing doing, TimeProvider time)
    {
        if (await CommitmentAccess.ForDoing(db, viewer, id) is not { } one) return Results.NotFound();
        var (words, now) = (viewer.Words, time.Utc());
        var (what, due) = (CommitmentForm.What(form, words), CommitmentForm.Due(form, words, now));
        var why = CommitmentForm.Line(form, "why", words, words["commitments.wrong.why-missing"]);
        if (form.IsRight && what == one.It.What && due == one.It.Due) form.Refuse("what", words["commitments.wrong.same"]);
        if (!form.IsRight) return Screen.ShowAgain<TermsPage, TermsModel>(new TermsModel(one, form, now));
        return await doing.Do(id, unit => unit.Renegotiate(viewer.Me.ActorId, id, what, due, why), "renegotiated", draft: $"terms-{id}");
    }
}
