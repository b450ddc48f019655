using Leaderful.Communities.Members;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Stories.Moments;

/// <summary>Asking for somebody's words: the form, whom one could name, and for whom, where the story is still its teller's own.</summary>
public sealed record AskMomentModel(StoryHead Head, Form Form, IReadOnlyList<string> Names, IReadOnlyList<Member> Namesakes, IReadOnlyList<Rung> Rungs);

/// <summary>The stories into which words could be taken from what somebody reads.</summary>
public sealed record QuoteModel(IReadOnlyList<StoryHead> Stories, Id<Thing>? From);

/// <summary>Whoever tells a story asks for a moment of somebody else's, and takes it out again.</summary>
public static class MomentEndpoints
{
    public static void MapMoments(this RouteGroupBuilder stories)
    {
        stories.MapGet("/quoting", async (Id<Thing>? from, Viewer viewer, Db db) => Screen.Show<QuotePage, QuoteModel>(new([.. (await db.StoriesIn(viewer)).Where(s => s.Tells)], from)));
        stories.MapGet("/{id}/moments/new", New);
        stories.MapPost("/{id}/moments", Ask).RequireRateLimiting(RateLimits.Writing);
        stories.MapPost("/{id}/moments/{moment}/removal", Remove).RequireRateLimiting(RateLimits.Writing);
        stories.MapPost("/{id}/moments/{moment}/removal/ending", PutBack).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> New(Id<Story> id, Viewer viewer, Db db, Id<Thing>? from) => await StoryAccess.ForTelling(db, viewer, id) is { } head
        ? Screen.Show<AskMomentPage, AskMomentModel>(await Model(db, viewer, head, await MomentForm.From(db, viewer, from, viewer.Here.ScopeId), [])) : Results.NotFound();

    private static async Task<IResult> Ask(Id<Story> id, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await StoryAccess.ForTelling(db, viewer, id) is not { } head) return Results.NotFound();
        var rungs = RungsFor(viewer, head);
        var (wish, namesakes) = await MomentForm.Read(form, viewer, db);
        var rung = rungs.Count > 0 ? Writing.Whom(form, rungs, viewer.Words)?.Id : head.ScopeId;
        if (wish is null || rung is null) return Screen.ShowAgain<AskMomentPage, AskMomentModel>(await Model(db, viewer, head, form, namesakes));
        var moment = await writes.Do(unit => unit.AskMoment(viewer.Me.ActorId, viewer.Here.Id, id, wish, rung.Value));
        return Screen.Go($"{StoryEndpoints.At(viewer, id)}#asked", new Done("stories.said.asked", $"{StoryEndpoints.At(viewer, id)}/moments/{moment}/removal", wish.Name, $"moment:{id}"));
    }

    private static async Task<IResult> Remove(Id<Story> id, Id<Moment> moment, Viewer viewer, Db db, Writes writes)
    {
        if (await StoryAccess.ForReading(db, viewer, id) is null || !await IsIn(db, id, moment) || !await writes.Do(unit => unit.RemoveMoment(viewer.Me.ActorId, moment))) return Results.NotFound();
        return Screen.Go(StoryEndpoints.At(viewer, id), new Done("stories.said.removed", $"{StoryEndpoints.At(viewer, id)}/moments/{moment}/removal/ending"));
    }

    private static async Task<IResult> PutBack(Id<Story> id, Id<Moment> moment, Viewer viewer, Db db, Writes writes) =>
        await StoryAccess.ForReading(db, viewer, id) is not null && await IsIn(db, id, moment) && await writes.Do(unit => unit.PutBackMoment(viewer.Me.ActorId, moment))
            ? Screen.Go(StoryEndpoints.At(viewer, id), new Done("stories.said.returned")) : Results.NotFound();

    private static async Task<bool> IsIn(Db db, Id<Story> id, Id<Moment> moment) => (await db.FindMoment(moment))?.It.StoryId == id;

    private static async Task<AskMomentModel> Model(Db db, Viewer viewer, StoryHead head, Form form, IReadOnlyList<Member> namesakes) =>
        new(head, form, await db.SomeNames(viewer.Here.Id, viewer.Me.PersonId), namesakes, RungsFor(viewer, head));

    /// <summary>For those who read the story; where nobody else does yet, its teller says for whom it is to be.</summary>
    private static IReadOnlyList<Rung> RungsFor(Viewer viewer, StoryHead head) => head.ScopeId == viewer.Me.ScopeId ? Ladder.In(viewer.Me, viewer.Here) : [];
}
