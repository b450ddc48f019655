using Leaderful.Data;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Prompts;

/// <summary>What a community asks, for everybody in it to read.</summary>
public static class QuestionEndpoints
{
    public static void MapPrompts(this IEndpointRouteBuilder app)
    {
        var members = app.MapGroup("/c/{community}/questions").ForMembers("they are asked these");
        members.MapGet("", All);
        members.MapGet("/{key}", Show);
        members.MapGet("/{key}/versions/{number:int}", Version);

        var stewards = app.MapGroup("/c/{community}/questions").ForStewards("they keep the wording");
        stewards.MapWording();
        stewards.MapTranslations();
    }

    private static async Task<IResult> All(Viewer viewer, Db db)
    {
        var newest = await db.NewestSets(viewer.Here.Id);
        return Screen.Show<QuestionsPage, QuestionsModel>(new([.. HousePrompts.All.Select(s => (s, newest.Find(v => v.Set.Key == s.Key && v.Set.RetiredAt is null)))]));
    }

    private static async Task<IResult> Show(string key, Viewer viewer, Db db)
    {
        if (HousePrompts.Find(key) is not { } set) return Results.NotFound();
        var versions = await db.VersionsOf(viewer.Here.Id, key);
        var current = versions is [{ Set.RetiredAt: null } newest, ..] ? newest.Set : null;
        var asked = await db.PromptsOf(current?.Id, key, Tongue.Of(viewer));
        return Screen.Show<QuestionSetPage, QuestionSetModel>(new(set, asked, versions, current is null ? [] : await db.LanguagesOf(current.Id)));
    }

    private static async Task<IResult> Version(string key, int number, Viewer viewer, Db db)
    {
        if (HousePrompts.Find(key) is not { } set) return Results.NotFound();
        var versions = await db.VersionsOf(viewer.Here.Id, key);
        if (versions.Find(v => v.Set.Number == number) is not { } version) return Results.NotFound();
        return Screen.Show<VersionPage, VersionModel>(new(set, await db.PromptsOf(version.Set.Id, key, Tongue.Of(viewer)), version, version == versions[0] && version.Set.RetiredAt is null));
    }
}
