using System.Globalization;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Stories.Changes;

public sealed record NewChangeModel(Form Form, IReadOnlyList<Rung> Rungs);

/// <summary>A collection with its stories, every reason, and what this reader could put in.</summary>
public sealed record ChangeModel(ChangeHead Head, IReadOnlyList<StoryHead> Stories, IReadOnlyList<ListedChoice> Choices, IReadOnlyList<StoryHead> Mine, Form Form)
{
    /// <summary>Those to choose among in the round that is on.</summary>
    public IEnumerable<StoryHead> Candidates => Head.It.Round <= 1 ? Stories : Stories.Where(s => Choices.Any(c => c.It.Round == Head.It.Round - 1 && c.It.StoryId == s.Id));
}

/// <summary>Which change mattered most: calling for stories, putting them in, choosing in rounds.</summary>
public static class ChangeEndpoints
{
    public static void MapChanges(this RouteGroupBuilder changes)
    {
        changes.MapGet("", async (Viewer viewer, Db db) => Screen.Show<ChangesPage, IReadOnlyList<ChangeHead>>(await db.ChangesIn(viewer)));
        changes.MapGet("/new", (Viewer viewer) => Screen.Show<NewChangePage, NewChangeModel>(new(Form.With(("to", viewer.Here.ScopeId.ToString())), Ladder.In(viewer.Me, viewer.Here))));
        changes.MapGet("/{id}", async (Id<SignificantChange> id, Viewer viewer, Db db) => await ChangeAccess.ForReading(db, viewer, id) is { } head ? Screen.Show<ChangePage, ChangeModel>(await Model(db, viewer, head)) : Results.NotFound());
        var acts = changes.MapGroup("").RequireRateLimiting(RateLimits.Writing);
        acts.MapPost("", Call);
        acts.MapPost("/{id}/stories", PutIn);
        acts.MapPost("/{id}/stories/{story}/removal", TakeOut);
        acts.MapPost("/{id}/choices", Choose);
        acts.MapPost("/{id}/round", (Id<SignificantChange> id, Form form, Viewer viewer, Db db, Writes writes) => Lead(id, viewer, db, writes, unit => unit.BeginRound(viewer.Me.ActorId, id, Round(form)), "round", "round/ending"));
        acts.MapPost("/{id}/round/ending", (Id<SignificantChange> id, Viewer viewer, Db db, Writes writes) => Lead(id, viewer, db, writes, unit => unit.EndRound(viewer.Me.ActorId, id), "round-ended"));
        acts.MapPost("/{id}/closing", (Id<SignificantChange> id, Viewer viewer, Db db, Writes writes) => Lead(id, viewer, db, writes, unit => unit.CloseChange(viewer.Me.ActorId, id), "closed", "closing/ending"));
        acts.MapPost("/{id}/closing/ending", (Id<SignificantChange> id, Viewer viewer, Db db, Writes writes) => Lead(id, viewer, db, writes, unit => unit.ReopenChange(viewer.Me.ActorId, id), "reopened"));
        acts.MapPost("/{id}/deletion", TakeDown);
        acts.MapPost("/{id}/restoration", PutBack);
    }

    public static string At(Viewer viewer, Id<SignificantChange> id) => $"{viewer.Here.Path}/changes/{id}";

    private static async Task<IResult> Call(Form form, Viewer viewer, Writes writes)
    {
        var (words, rungs) = (viewer.Words, Ladder.In(viewer.Me, viewer.Here));
        var question = form.Line("question", SignificantChange.LongestQuestion, words["significant.wrong.question-long"], words["significant.wrong.question-missing"]);
        var period = form.Line("period", SignificantChange.LongestPeriod, words["significant.wrong.period-long"]);
        var rung = Writing.Whom(form, rungs, words);
        if (!form.IsRight) return Screen.ShowAgain<NewChangePage, NewChangeModel>(new(form, rungs));
        var id = await writes.Do(unit => unit.CallChange(viewer.Me.ActorId, viewer.Here.Id, rung!.Id, question, period));
        return Screen.Go(At(viewer, id), new Done("significant.called", $"{At(viewer, id)}/deletion"));
    }

    /// <summary>Only by whoever tells it, and only what all who choose can read already.</summary>
    private static async Task<IResult> PutIn(Id<SignificantChange> id, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await ChangeAccess.ForReading(db, viewer, id) is not { } head || !Id<Story>.TryParse(form["story"], null, out var story)) return Results.NotFound();
        if (await StoryAccess.ForTelling(db, viewer, story) is not { } told || !head.IsReadByAll(viewer, told)) return Results.NotFound();
        await writes.Do(unit => unit.PutIn(viewer.Me.ActorId, id, story));
        return Screen.Go(At(viewer, id), new Done("significant.put-in", $"{At(viewer, id)}/stories/{story}/removal", told.Title));
    }

    private static async Task<IResult> TakeOut(Id<SignificantChange> id, Id<Story> story, Viewer viewer, Db db, Writes writes) =>
        await ChangeAccess.ForReading(db, viewer, id) is not null && await StoryAccess.ForTelling(db, viewer, story) is not null && await writes.Do(unit => unit.TakeOut(viewer.Me.ActorId, id, story))
            ? Screen.Go(At(viewer, id), new Done("significant.taken-out")) : Results.NotFound();

    private static async Task<IResult> Choose(Id<SignificantChange> id, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await ChangeAccess.ForReading(db, viewer, id) is not { IsChoosing: true } head) return Results.NotFound();
        var words = viewer.Words;
        var why = form.Text("why", ChangeChoice.LongestWhy, words["significant.wrong.why-long"], words["significant.wrong.why-missing"]);
        var group = form.Line("group", ChangeChoice.LongestGroup, words["significant.wrong.group-long"]);
        if (!Id<Story>.TryParse(form["story"], null, out var story) || await StoryAccess.ForReading(db, viewer, story) is null) form.Refuse("story", words["significant.wrong.story"]);
        if (form.IsRight && !await writes.Do(unit => unit.Choose(viewer.Me.ActorId, id, Round(form), story, group, why))) form.Refuse("story", words["significant.wrong.round"]);
        if (!form.IsRight) return Screen.ShowAgain<ChangePage, ChangeModel>(await Model(db, viewer, head, form));
        return Screen.Go(At(viewer, id), new Done("significant.chosen", Draft: $"choice:{id}"));
    }

    private static async Task<IResult> Lead(Id<SignificantChange> id, Viewer viewer, Db db, Writes writes, Func<Unit, Task<bool>> what, string said, string? undo = null)
    {
        if (await ChangeAccess.ForLeading(db, viewer, id) is null) return Results.NotFound();
        var isDone = await writes.Do(what);
        return Screen.Go(At(viewer, id), isDone ? new Done($"significant.said.{said}", undo is null ? null : $"{At(viewer, id)}/{undo}") : null);
    }

    private static async Task<IResult> TakeDown(Id<SignificantChange> id, Viewer viewer, Db db, Writes writes)
    {
        if (await ChangeAccess.ForLeading(db, viewer, id) is null) return Results.NotFound();
        await writes.Do(unit => unit.TakeDownChange(viewer.Me.ActorId, id));
        return Screen.Go($"{viewer.Here.Path}/changes", new Done("significant.taken-down", $"{At(viewer, id)}/restoration"));
    }

    private static async Task<IResult> PutBack(Id<SignificantChange> id, Viewer viewer, Db db, Writes writes) =>
        await ChangeAccess.ForPuttingBack(db, viewer, id) is not null && await writes.Do(unit => unit.PutBackChange(viewer.Me.ActorId, id))
            ? Screen.Go(At(viewer, id), new Done("significant.put-back")) : Results.NotFound();

    private static async Task<ChangeModel> Model(Db db, Viewer viewer, ChangeHead head, Form? form = null) =>
        new(head, await db.StoriesOf(viewer, head.Id), await db.ChoicesOf(head.Id), head.IsCollecting ? await db.StoriesFor(viewer, head) : [], form ?? Form.Empty);

    /// <summary>The round somebody saw.</summary>
    private static int Round(Form form) => int.TryParse(form["round"], NumberStyles.None, CultureInfo.InvariantCulture, out var round) ? round : -1;
}
