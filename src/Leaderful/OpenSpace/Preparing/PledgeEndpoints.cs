using Leaderful.Commitments;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>Whoever prepares writes down what leaders promise; of a member it is asked, unless it is their own.</summary>
public static class PledgeEndpoints
{
    public static void MapPledges(this RouteGroupBuilder space)
    {
        space.MapGet("/pledges/new", New);
        space.MapPost("/pledges", Add).RequireRateLimiting(RateLimits.Writing);
        space.MapPost("/pledges/{pledge}/deletion", Remove).RequireRateLimiting(RateLimits.Writing);
        space.MapPost("/pledges/{pledge}/restoration", PutBack).RequireRateLimiting(RateLimits.Writing);
    }

    private static string At(Viewer viewer, Id<Space> id) => $"{viewer.Here.Path}/gatherings/{id}/pledges";

    private static string List(Viewer viewer, Id<Space> id) => $"{GivenRoom.At(viewer, id)}#pledges";

    private static async Task<IResult> New(Id<Space> id, Viewer viewer, Db db) =>
        await SpaceAccess.ForPreparing(db, viewer, id) is { } head ? Screen.Show<PledgePage, PledgeModel>(await Model(db, viewer, head, Form.Empty, [])) : Results.NotFound();

    private static async Task<IResult> Add(Id<Space> id, Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await SpaceAccess.ForPreparing(db, viewer, id) is not { } head) return Results.NotFound();
        var words = viewer.Words;
        var name = form.Line("name", Pledge.LongestName, words["preparing.wrong.who-long"], words["preparing.wrong.who-missing"]);
        var (what, due) = (CommitmentForm.What(form, words), CommitmentForm.Due(form, words, time.Utc()));
        var meant = form.IsRight ? await db.MeantBy(viewer.Here.Id, form["name"], form["person"]) : MeantMember.Nobody;
        if (meant.Namesakes.Count > 0) form.Refuse("person", words["preparing.wrong.which"]);
        else if (meant.One is { } one && !await PreparingForm.IsAmong(db, viewer, head, one.PersonId)) form.Refuse("name", words.Say("preparing.wrong.outside", ("name", one.Name)));
        if (!form.IsRight) return Screen.ShowAgain<PledgePage, PledgeModel>(await Model(db, viewer, head, form, meant.Namesakes));
        var doer = meant.One is { } member ? new Id<Actor>(member.ActorId) : (Id<Actor>?)null;
        if (await writes.Do(unit => unit.AddPledge(viewer.Me.ActorId, id, new PledgeWish(doer, name, what, due))) is { } made)
            return Screen.Go(List(viewer, id), new Done(doer is null || doer == viewer.Me.ActorId ? "preparing.pledged" : "preparing.pledge-offered", $"{At(viewer, id)}/{made}/deletion", name, $"pledge:{id}"));
        form.Refuse("name", words["preparing.wrong.pledge"]);
        return Screen.ShowAgain<PledgePage, PledgeModel>(await Model(db, viewer, head, form, []));
    }

    private static async Task<IResult> Remove(Id<Space> id, Id<Pledge> pledge, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForPreparing(db, viewer, id) is null || !await writes.Do(unit => unit.RemovePledge(viewer.Me.ActorId, id, pledge))) return Results.NotFound();
        return Screen.Go(List(viewer, id), new Done("preparing.pledge-removed", $"{At(viewer, id)}/{pledge}/restoration"));
    }

    private static async Task<IResult> PutBack(Id<Space> id, Id<Pledge> pledge, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForPreparing(db, viewer, id) is null || !await writes.Do(unit => unit.PutBackPledge(viewer.Me.ActorId, id, pledge))) return Results.NotFound();
        return Screen.Go(List(viewer, id), new Done("preparing.put-back"));
    }

    private static async Task<PledgeModel> Model(Db db, Viewer viewer, SpaceHead head, Form form, IReadOnlyList<Member> namesakes) =>
        new(head, form, await db.SomeNames(viewer.Here.Id), namesakes);
}
