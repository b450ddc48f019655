using Leaderful.Accounts;
using Leaderful.Communities.Members;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Linking;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Commitments;

/// <summary>Making a commitment, finding one's own, looking at one, and taking it down.</summary>
public static class CommitmentEndpoints
{

    public static void MapCommitmentPages(this RouteGroupBuilder commitments)
    {
        commitments.MapGet("", Mine);
        commitments.MapGet("/new", New);
        commitments.MapPost("", Promise).RequireRateLimiting(RateLimits.Writing);
        commitments.MapGet("/{id}", Show);
        commitments.MapPost("/{id}/deletion", TakeDown).RequireRateLimiting(RateLimits.Writing);
        commitments.MapPost("/{id}/restoration", PutBack).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Mine(Viewer viewer, Db db, TimeProvider time)
    {
        // Before the list, so that what comes between the two is told again and not missed.
        var (stream, version) = await db.PromisesSeen(viewer.Me, viewer.Here.Id);
        return Screen.Show<MyCommitmentsPage, MyCommitmentsModel>(new(await db.MyCommitments(viewer.Me, viewer.Here), viewer.Me.ActorId, time.Utc()) { Stream = stream, Version = version });
    }

    /// <summary>It is for those who read what it is made on, unless they choose otherwise.</summary>
    private static async Task<IResult> New(Viewer viewer, Db db, TimeProvider time, string? on, string? doer, string? ask, string? barrier, string? what)
    {
        var rungs = Ladder.In(viewer.Me, viewer.Here);
        var thing = await db.ThingToPromiseOn(viewer, Thing(on));
        var to = rungs.FirstOrDefault(r => thing is not null && (r.Id == thing.Scope && r.Circle is not null || r.Circle?.Id.As<Thing>() == thing.Id)) ?? rungs[^1];
        var asked = Id<Person>.TryParse(doer, null, out var person) && person != viewer.Me.PersonId ? await db.MembersOf(viewer.Here.Id, person).SingleOrDefaultAsync() : null;
        var form = Form.With(("to", to.Id.ToString()), ("by", CommitmentForm.Soon), ("doer", asked?.Name ?? ""), ("person", asked?.PersonId.ToString() ?? ""), ("ask", asked is null && ask is null ? "" : "yes"),
            ("what", what is { Length: <= Commitment.LongestWhat } ? Clean.Line(what) : (await db.BarrierOf(viewer, barrier)).LineIn(Commitment.LongestWhat)));
        return Screen.Show<PromisePage, PromiseModel>(await Model(db, viewer, form, Id<Commitment>.New(), thing, time.Utc()));
    }

    private static async Task<IResult> Promise(Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        var (words, now, key) = (viewer.Words, time.Utc(), Writing.Key<Commitment>(form) ?? Id<Commitment>.New());
        var thing = await db.ThingToPromiseOn(viewer, Thing(form["on"]));
        var (what, due, rung) = (CommitmentForm.What(form, words), CommitmentForm.Due(form, words, now), Writing.Whom(form, Ladder.In(viewer.Me, viewer.Here), words));
        var doer = rung is null ? null : await CommitmentForm.Doer(form, db, viewer, rung);
        var to = await CommitmentForm.To(form, db, viewer, rung);
        if (form.IsRight && rung is not null && doer is { } by)
        {
            var promise = new Promise(what, due, rung.Id) { Doer = by, To = to, Origin = thing?.Id };
            if (await writes.Do(unit => unit.Promise(viewer.Me.ActorId, viewer.Here.Id, promise, key)) is { } id) return Made(viewer, id, thing, by, form);
            form.Refuse("doer", words["commitments.wrong.doer"]);
        }
        return Screen.ShowAgain<PromisePage, PromiseModel>(await Model(db, viewer, form, key, thing, now));
    }

    /// <summary>Back to where it was made, where it stands now.</summary>
    private static IResult Made(Viewer viewer, Id<Commitment> id, AboutThing? on, Id<Actor> doer, Form form)
    {
        var (list, isMine) = ($"{viewer.Here.Path}/commitments", doer == viewer.Me.ActorId);
        var back = on is null ? $"{list}/{id}" : $"{on.Path}#commitments";
        return Screen.Go(back, new Done(isMine ? "commitments.made" : "commitments.offered", $"{list}/{id}/deletion", isMine ? "" : Clean.Line(form["doer"]), Draft: PromiseModel.DraftIn(viewer.Here)));
    }

    private static async Task<IResult> Show(Id<Commitment> id, Viewer viewer, Db db, TimeProvider time) =>
        await CommitmentAccess.ForReading(db, viewer, id) is { } one
            ? Screen.Show<CommitmentPage, CommitmentModel>(await CommitmentModel.Of(db, viewer, one, time.Utc())) : Results.NotFound();

    private static async Task<IResult> TakeDown(Id<Commitment> id, Viewer viewer, Db db, Writes writes)
    {
        if (await CommitmentAccess.ForTakingDown(db, viewer, id) is null || !await writes.Do(unit => unit.TakeDownCommitment(viewer.Me.ActorId, id))) return Results.NotFound();
        var list = $"{viewer.Here.Path}/commitments";
        return Screen.Go(list, new Done("commitments.taken-down", $"{list}/{id}/restoration"));
    }

    private static async Task<IResult> PutBack(Id<Commitment> id, Viewer viewer, Db db, Writes writes) =>
        await CommitmentAccess.ForPuttingBack(db, viewer, id) is not null && await writes.Do(unit => unit.PutBackCommitment(viewer.Me.ActorId, id))
            ? Screen.Go($"{viewer.Here.Path}/commitments/{id}", new Done("commitments.put-back")) : Results.NotFound();

    private static Id<Thing>? Thing(string? on) => Id<Thing>.TryParse(on, null, out var id) ? id : null;

    private static async Task<PromiseModel> Model(Db db, Viewer viewer, Form form, Id<Commitment> key, AboutThing? on, DateTime now) => new(form, key, Ladder.In(viewer.Me, viewer.Here), now)
    {
        On = on, Names = await db.SomeNames(viewer.Here.Id, except: viewer.Me.PersonId),
    };
}
