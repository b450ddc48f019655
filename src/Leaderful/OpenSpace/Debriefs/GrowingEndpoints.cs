using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.OpenSpace.Preparing;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Debriefs;

/// <summary>
/// What they would grow becomes a commitment of one of them, by their own word alone. With it these words leave the talk: whoever
/// sees the gathering reads the commitment.
/// </summary>
internal static class GrowingEndpoints
{
    public static void MapGrowing(this RouteGroupBuilder debrief)
    {
        debrief.MapGet("/commitments/new", New);
        debrief.MapPost("/commitments", Make).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> New(Id<Space> id, int? line, Viewer viewer, Db db, TimeProvider time)
    {
        if (await Growing(db, viewer, id) is not { } all) return Results.NotFound();
        var what = line is { } at && at >= 0 && at < all.Growing.Count ? all.Growing[at] : "";
        return Screen.Show<GrowPage, GrowModel>(await Model(db, viewer, all.Head, Form.With(("what", what), ("doer", viewer.Me.ActorId.ToString()), ("by", CommitmentForm.Soon)), time.Utc()));
    }

    private static async Task<IResult> Make(Id<Space> id, Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await Growing(db, viewer, id) is not { Head: var head }) return Results.NotFound();
        var (what, due) = (CommitmentForm.What(form, viewer.Words), CommitmentForm.Due(form, viewer.Words, time.Utc()));
        var model = await Model(db, viewer, head, form, time.Utc());
        var doer = model.Among.FirstOrDefault(a => a.ActorId.ToString() == form["doer"]);
        if (doer is null) form.Refuse("doer", viewer.Words["debrief.wrong.doer"]);
        if (!form.IsRight || doer is null) return Screen.ShowAgain<GrowPage, GrowModel>(model);
        var promise = new Promise(what, due, head.Space.ScopeId) { Doer = doer.ActorId, Origin = head.Space.Thing };
        if (await writes.Do(unit => unit.Promise(viewer.Me.ActorId, viewer.Here.Id, promise)) is { } made)
            return Screen.Go(DebriefEndpoints.At(viewer, id), new Done(doer.ActorId == viewer.Me.ActorId ? "commitments.made" : "commitments.offered",
                $"{viewer.Here.Path}/commitments/{made}/deletion", doer.ActorId == viewer.Me.ActorId ? "" : doer.Name, DraftOf(head)));
        form.Refuse("doer", viewer.Words["debrief.wrong.doer"]);
        return Screen.ShowAgain<GrowPage, GrowModel>(model);
    }

    public static string DraftOf(DebriefHead head) => $"grow:{head.Id}";

    /// <summary>Only where they came as far as the last question.</summary>
    private static async Task<DebriefModel?> Growing(Db db, Viewer viewer, Id<Space> id) =>
        await DebriefAccess.ForWriting(db, viewer, id) is { } head && await DebriefModel.Of(db, viewer, head) is { Growing.Count: > 0 } all ? all : null;

    /// <summary>Those who talk, oneself first.</summary>
    private static async Task<GrowModel> Model(Db db, Viewer viewer, DebriefHead head, Form form, DateTime now)
    {
        var me = new PartHolder(SpacePart.Sponsor, viewer.Me.ActorId, viewer.Me.PersonId, viewer.Me.Name);
        var holders = (await db.HoldersOf(head.Space.Id)).Where(h => h.Part is SpacePart.Sponsor or SpacePart.Facilitator);
        return new(head, [.. holders.Prepend(me).DistinctBy(h => h.ActorId)], form, now);
    }
}
