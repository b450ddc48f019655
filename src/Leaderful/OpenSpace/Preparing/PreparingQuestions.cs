using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Prompts;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>The questions of the preparation, answered together by sponsors and facilitators.</summary>
public static class PreparingQuestions
{
    public const string Theme = "theme";

    public static void MapPreparingQuestions(this RouteGroupBuilder space)
    {
        space.MapGet("/preparing/questions", Show);
        space.MapPost("/preparing/questions/{key}", Answer).RequireRateLimiting(RateLimits.Writing);
        space.MapPost("/preparing/theme", Call).RequireRateLimiting(RateLimits.Writing);
    }

    public static string FieldOf(string key) => $"text-{key}";

    public static string DraftOf(Id<Space> id, string key) => $"preparing:{id}:{key}";

    private static string At(Viewer viewer, Id<Space> id) => $"{PreparingEndpoints.At(viewer, id)}/questions";

    private static async Task<IResult> Show(Id<Space> id, Viewer viewer, Db db) =>
        await SpaceAccess.ForPreparing(db, viewer, id) is { } head ? Screen.Show<QuestionsTogetherPage, QuestionsTogether>(await Model(db, viewer, head, Form.Empty)) : Results.NotFound();

    /// <summary>Whoever wrote without having seen the newest is told once, with what stands there; if they send it again, they mean it.</summary>
    private static async Task<IResult> Answer(Id<Space> id, string key, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForPreparing(db, viewer, id) is not { } head) return Results.NotFound();
        var asked = await db.PromptsFor(viewer.Here.Id, HousePrompts.Preparing, Tongue.Of(viewer));
        if (asked.Prompts.All(p => p.Key != key)) return Results.NotFound();
        var text = form.Text(FieldOf(key), PreparingAnswer.LongestText, viewer.Words["preparing.wrong.answer-long"]);
        if (form.IsRight && !await writes.Do(unit => unit.AnswerPreparing(viewer.Me.ActorId, id, new AskedOf(key, asked.Version), text, Editions.Seen(form))))
        {
            form.Refuse(FieldOf(key), viewer.Words["preparing.wrong.changed"]);
            form.Put("edition", Editions.Text((await db.AnswersOf(id)).Find(a => a.It.Key == key)?.It.Edition ?? 0));
        }
        return form.IsRight
            ? Screen.Go($"{At(viewer, id)}#q-{key}", new Done("preparing.answer-kept", Draft: DraftOf(id, key)))
            : Screen.ShowAgain<QuestionsTogetherPage, QuestionsTogether>(await Model(db, viewer, head, form, key));
    }

    /// <summary>The calling question is what the gathering is called, here as there.</summary>
    private static async Task<IResult> Call(Id<Space> id, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await SpaceAccess.ForPreparing(db, viewer, id) is not { } head) return Results.NotFound();
        var (gathering, words) = (head.Gathering, viewer.Words);
        var title = form.Line("title", Gathering.LongestTitle, words["gatherings.wrong.title-long"], words["gatherings.wrong.title-missing"]);
        if (title != gathering.Title) GatheringForm.CheckEdition(form, words, gathering);
        if (!form.IsRight) return Screen.ShowAgain<QuestionsTogetherPage, QuestionsTogether>(await Model(db, viewer, head, form, Theme));
        if (title != gathering.Title) await writes.Do(unit => unit.SetGathering(viewer.Me.ActorId, gathering.Id, GatheringForm.WishOf(gathering) with { Title = title, Harvest = gathering.Harvest }));
        return Screen.Go($"{At(viewer, id)}#q-{Theme}", new Done("preparing.answer-kept", Draft: DraftOf(id, Theme)));
    }

    private static async Task<QuestionsTogether> Model(Db db, Viewer viewer, SpaceHead head, Form form, string? sent = null)
    {
        var tongue = Tongue.Of(viewer);
        var (asked, answers) = (await db.PromptsFor(viewer.Here.Id, HousePrompts.Preparing, tongue), await db.AnswersOf(head.Id));
        return new(head, asked, answers, form, sent) { Former = await db.FormerAnswers(answers, asked, tongue) };
    }
}
