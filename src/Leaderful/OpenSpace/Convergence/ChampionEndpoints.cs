using Leaderful.Commitments;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.OpenSpace.Wall;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Convergence;

public sealed record ChampionModel(SpaceHead Head, Slip Slip, Form Form, Id<Commitment> Key);

/// <summary>In the space for action somebody says "I take this on": a commitment of their own, made at the topic.</summary>
public static class ChampionEndpoints
{
    public static void MapChampions(this RouteGroupBuilder members)
    {
        members.MapGet("/wall/topics/{topic}/champion", Show);
        members.MapPost("/wall/topics/{topic}/champion", TakeOn).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Show(Id<Space> id, Id<Topic> topic, Viewer viewer, Db db) =>
        await Find(db, viewer, id, topic) is var (head, slip)
            ? Screen.Show<ChampionPage, ChampionModel>(new(head, slip, Form.With(("by", CommitmentForm.Soon)), Id<Commitment>.New())) : Results.NotFound();

    private static async Task<IResult> TakeOn(Id<Space> id, Id<Topic> topic, Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        if (await Find(db, viewer, id, topic) is not var (head, slip)) return Results.NotFound();
        var (what, due, key) = (CommitmentForm.What(form, viewer.Words), CommitmentForm.DueSurely(form, viewer.Words, time.Utc()), Writing.Key<Commitment>(form) ?? Id<Commitment>.New());
        if (!form.IsRight) return Screen.ShowAgain<ChampionPage, ChampionModel>(new(head, slip, form, key));
        var promise = new Promise(what, due, head.ScopeId) { Origin = topic.As<Thing>() };
        if (await writes.Do(unit => unit.Promise(viewer.Me.ActorId, viewer.Here.Id, promise, key)) is not { } made) return Results.NotFound();
        return Screen.Go($"{TopicEndpoints.At(viewer, id, topic)}#commitments", new Done("energy.done.taken-on", $"{viewer.Here.Path}/commitments/{made}/deletion", Draft: $"champion:{topic}"));
    }

    private static async Task<(SpaceHead Head, Slip Slip)?> Find(Db db, Viewer viewer, Id<Space> id, Id<Topic> topic) =>
        await TopicAccess.ForReading(db, viewer, id, topic) is var (head, _, slip) && slip is { IsAction: true, Stands: true } ? (head, slip) : null;
}
