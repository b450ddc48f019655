using Leaderful.Data;
using Leaderful.OpenSpace.Preparing;
using Leaderful.Prompts;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Debriefs;

/// <summary>One question after another, each on a page of its own: it is to be read out and left standing while people think.</summary>
internal static class DebriefQuestions
{
    public static void MapDebriefQuestions(this RouteGroupBuilder debrief)
    {
        debrief.MapGet("/questions/{key}", Show);
        debrief.MapPost("/questions/{key}", Answer).RequireRateLimiting(RateLimits.Writing);
    }

    public static string DraftOf(DebriefHead head, string key) => $"debrief:{head.Id}:{key}";

    private static async Task<IResult> Show(Id<Space> id, string key, Viewer viewer, Db db) =>
        await Asked(db, viewer, id, key) is var (all, step) ? Screen.Show<DebriefStepPage, DebriefStepModel>(new(all, step, FormOf(step))) : Results.NotFound();

    private static async Task<IResult> Answer(Id<Space> id, string key, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await Asked(db, viewer, id, key) is not var (all, step)) return Results.NotFound();
        var text = form.Text("text", DebriefAnswer.LongestText, viewer.Words["debrief.wrong.long"]);
        var choice = key == HousePrompts.Everyday && DebriefWay.Choices.Contains(form["choice"]) ? form["choice"] : null;
        if (!form.IsRight) return Screen.ShowAgain<DebriefStepPage, DebriefStepModel>(new(all, step, form));
        var answered = await writes.Do(unit => unit.AnswerDebrief(viewer.Me.ActorId, id, new AnswerSent(key, text, choice, Editions.Seen(form))));
        if (answered == Answered.Overtaken) return await Overtaken(id, key, form, viewer, db);
        if (answered == Answered.NotAsked) return Results.NotFound();
        var way = DebriefWay.Asked(key == HousePrompts.Everyday ? choice : all.Choice);
        var next = way.SkipWhile(k => k != key).Skip(1).FirstOrDefault();
        return Screen.Go(next is null ? DebriefEndpoints.At(viewer, id) : $"{DebriefEndpoints.At(viewer, id)}/questions/{next}", new Done("debrief.kept", Draft: DraftOf(all.Head, key)));
    }

    /// <summary>What was written meanwhile stands beside; sent again it is meant.</summary>
    private static async Task<IResult> Overtaken(Id<Space> id, string key, Form form, Viewer viewer, Db db)
    {
        if (await Asked(db, viewer, id, key) is not var (all, step)) return Results.NotFound();
        form.Refuse("text", viewer.Words["debrief.wrong.changed"]);
        form.Put("edition", Editions.Text(step.Answer?.Edition ?? 0));
        return Screen.ShowAgain<DebriefStepPage, DebriefStepModel>(new(all, step, form, IsOvertaken: true));
    }

    private static async Task<(DebriefModel All, DebriefStep Step)?> Asked(Db db, Viewer viewer, Id<Space> id, string key)
    {
        if (await DebriefAccess.ForWriting(db, viewer, id) is not { } head) return null;
        var all = await DebriefModel.Of(db, viewer, head);
        return all.Steps.FirstOrDefault(s => s.Key == key) is { } step ? (all, step) : null;
    }

    private static Form FormOf(DebriefStep step) =>
        Form.With(("text", step.Answer?.Text ?? ""), ("choice", step.Answer?.Choice ?? ""), ("edition", Editions.Text(step.Answer?.Edition ?? 0)));
}
