using Leaderful.Data;
using Leaderful.People;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Leaderful.Stories.Moments;

namespace Leaderful.Stories;

/// <summary>Who reads a story, and who could instead; with how many owners would be asked anew.</summary>
public sealed record StoryRungModel(StoryHead Head, IReadOnlyList<Rung> Rungs, Form Form, int Allowed);

/// <summary>What its teller does with a story: changes it, opens it, takes it down.</summary>
public static class StoryTending
{
    public static void MapStoryTending(this RouteGroupBuilder stories)
    {
        stories.MapGet("/{id}/settings", Settings);
        stories.MapPost("/{id}/settings", Keep).RequireRateLimiting(RateLimits.Writing);
        stories.MapGet("/{id}/rung", Rung);
        stories.MapPost("/{id}/rung", Open).RequireRateLimiting(RateLimits.Writing);
        stories.MapPost("/{id}/deletion", TakeDown).RequireRateLimiting(RateLimits.Writing);
        stories.MapPost("/{id}/restoration", PutBack).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Settings(Id<Story> id, Viewer viewer, Db db) =>
        await StoryAccess.ForTelling(db, viewer, id) is { } head ? Screen.Show<StoryFormPage, StoryFormModel>(new(head, head.It.Kind, StoryForm.Of(head.It))) : Results.NotFound();

    private static async Task<IResult> Keep(Id<Story> id, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await StoryAccess.ForTelling(db, viewer, id) is not { } head) return Results.NotFound();
        if (head.IsUs) await writes.Do(unit => unit.ShowValues(id, StoryForm.Shows(form)));
        else
        {
            var wish = StoryForm.Read(form, viewer.Words);
            if (!form.IsRight) return Screen.ShowAgain<StoryFormPage, StoryFormModel>(new(head, head.It.Kind, form));
            await writes.Do(unit => unit.SetStory(viewer.Me.ActorId, id, wish));
        }
        return Screen.Go(StoryEndpoints.At(viewer, id), new Done("stories.said.kept", Draft: $"story:{id}"));
    }

    private static async Task<IResult> Rung(Id<Story> id, Viewer viewer, Db db) => await StoryAccess.ForOpening(db, viewer, id) is { } head
        ? Screen.Show<StoryRungPage, StoryRungModel>(await Model(db, viewer, head, Form.With(("scope", head.ScopeId.ToString()), ("reason", head.It.Reason)))) : Results.NotFound();

    private static async Task<IResult> Open(Id<Story> id, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await StoryAccess.ForOpening(db, viewer, id) is not { } head) return Results.NotFound();
        var rungs = RungsFor(viewer);
        var from = rungs.On(head.ScopeId);
        var opening = form.Opening("", viewer.Words, rungs, from);
        if (!form.IsRight) return Screen.ShowAgain<StoryRungPage, StoryRungModel>(await Model(db, viewer, head, form));
        if (opening.Scope != head.ScopeId) await writes.Do(unit => unit.OpenStory(viewer.Me.ActorId, id, from, rungs.On(opening.Scope), opening.Reason));
        return Screen.Go(StoryEndpoints.At(viewer, id), new Done("stories.said.opened"));
    }

    private static async Task<IResult> TakeDown(Id<Story> id, Viewer viewer, Db db, Writes writes)
    {
        if (await StoryAccess.ForTakingDown(db, viewer, id) is not { } head) return Results.NotFound();
        await writes.Do(unit => unit.TakeDownStory(viewer.Me.ActorId, id));
        return Screen.Go($"{viewer.Here.Path}/stories", new Done("stories.said.taken-down", $"{StoryEndpoints.At(viewer, id)}/restoration", head.Title));
    }

    private static async Task<IResult> PutBack(Id<Story> id, Viewer viewer, Db db, Writes writes) =>
        await StoryAccess.ForPuttingBack(db, viewer, id) is not null && await writes.Do(unit => unit.PutBackStory(viewer.Me.ActorId, id))
            ? Screen.Go(StoryEndpoints.At(viewer, id), new Done("stories.said.put-back")) : Results.NotFound();

    private static async Task<StoryRungModel> Model(Db db, Viewer viewer, StoryHead head, Form form) =>
        new(head, RungsFor(viewer), form, (await db.MomentsIn(viewer, head)).Count(m => m.It.IsAllowed));

    /// <summary>Its teller's own, a circle, the community.</summary>
    private static IReadOnlyList<Rung> RungsFor(Viewer viewer) => [Ladder.Of(viewer.Me)[0], .. Ladder.In(viewer.Me, viewer.Here)];
}
