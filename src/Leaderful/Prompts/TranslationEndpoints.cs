using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Prompts;

/// <summary>A community's own wording in other languages; the house's comes in those of the house.</summary>
public static class TranslationEndpoints
{
    public static void MapTranslations(this RouteGroupBuilder stewards)
    {
        stewards.MapGet("/{key}/translations", async (string key, Viewer viewer, Db db) => await All(key, Form.Empty, viewer, db));
        stewards.MapPost("/{key}/translations", Begin).RequireRateLimiting(RateLimits.Writing);
        stewards.MapGet("/{key}/translations/{language}", Edit);
        stewards.MapPost("/{key}/translations/{language}", Keep).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> All(string key, Form form, Viewer viewer, Db db)
    {
        if (HousePrompts.Find(key) is not { } set || await db.CurrentSet(viewer.Here.Id, key) is not { } version) return Results.NotFound();
        var model = new TranslationsModel(set, version, (await db.WrittenPrompts(version.Id)).Count, await db.LanguagesOf(version.Id), form);
        return Screen.Show<TranslationsPage, TranslationsModel>(model, form.IsRight ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Begin(string key, Form form, Viewer viewer, Db db)
    {
        if (HousePrompts.Find(key) is null || await db.CurrentSet(viewer.Here.Id, key) is not { } version) return Results.NotFound();
        var language = WordingForm.LanguageOf(form, viewer.Words);
        if (form.IsRight && language == version.Language) form.Refuse("language", viewer.Words["prompts.wrong.written-in"]);
        return form.IsRight ? Screen.Go($"{viewer.Here.Path}/questions/{key}/translations/{language}") : await All(key, form, viewer, db);
    }

    private static async Task<IResult> Edit(string key, string language, Viewer viewer, Db db)
    {
        if (HousePrompts.Find(key) is not { } set || await Find(db, viewer, set, language) is not { } version) return Results.NotFound();
        var (prompts, now) = (await db.WrittenPrompts(version.Id), await db.TranslationsOf(version.Id, language));
        return Screen.Show<TranslationPage, TranslationModel>(new(set, version, language, prompts, now, TranslationForm.Of(version, now)));
    }

    private static async Task<IResult> Keep(string key, string language, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (HousePrompts.Find(key) is not { } set || await Find(db, viewer, set, language) is not { } version) return Results.NotFound();
        var prompts = await db.WrittenPrompts(version.Id);
        var words = TranslationForm.Read(form, prompts, await db.TranslationsOf(version.Id, language), viewer.Words);
        if (!form.IsRight) return await Again(isOvertaken: false);
        var isKept = TranslationForm.Seen(form, version) is { } seen && await writes.Do(unit => unit.TranslatePrompts(viewer.Here.Id, viewer.Me.ActorId, version.Id, language, words, seen));
        return isKept ? Screen.Go($"{viewer.Here.Path}/questions/{key}", new Done("prompts.translated", Name: LanguageTag.NameOf(language), Draft: Draft(viewer, set, language))) : await Again(isOvertaken: true);

        async Task<IResult> Again(bool isOvertaken)
        {
            // Meanwhile it may be another version that is asked.
            if (await Find(db, viewer, set, language) is not { } asked) return Results.NotFound();
            var now = await db.TranslationsOf(asked.Id, language);
            if (isOvertaken) TranslationForm.Overtaken(form, asked, now, viewer.Words);
            return Screen.ShowAgain<TranslationPage, TranslationModel>(new(set, asked, language, await db.WrittenPrompts(asked.Id), now, form, isOvertaken));
        }
    }

    public static string Draft(Viewer viewer, HouseSet set, string language) => $"{WordingEndpoints.Draft(viewer, set)}-{language}";

    /// <summary>The version that is asked now, where it can be put into that language.</summary>
    private static async Task<PromptSet?> Find(Db db, Viewer viewer, HouseSet set, string language) =>
        LanguageTag.Read(language) == language && await db.CurrentSet(viewer.Here.Id, set.Key) is { } version && version.Language != language ? version : null;
}
