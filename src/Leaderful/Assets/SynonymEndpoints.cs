using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Assets;

/// <summary>The community's own groups of words; one of them may be open to be mended.</summary>
public sealed record SynonymsModel(IReadOnlyList<SynonymGroup> Own, IReadOnlyList<SameWords> House, SynonymGroup? Mended, Form Form);

public static class SynonymEndpoints
{
    public static void MapSynonyms(this RouteGroupBuilder assets)
    {
        var words = assets.MapGroup("/words");
        words.MapGet("", async (Viewer viewer, Db db, HouseWords house) => Screen.Show<SynonymsPage, SynonymsModel>(await Model(db, viewer, house, null, Form.Empty)));
        words.MapGet("/{group}", Show);
        words.MapPost("", Add).RequireRateLimiting(RateLimits.Writing);
        words.MapPost("/{group}", Mend).RequireRateLimiting(RateLimits.Writing);
        words.MapPost("/{group}/deletion", TakeDown).RequireRateLimiting(RateLimits.Writing);
        words.MapPost("/{group}/restoration", PutBack).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Show(Id<SynonymGroup> group, Viewer viewer, Db db, HouseWords house) =>
        await db.SynonymsToMend(viewer, group) is { } mended ? Screen.Show<SynonymsPage, SynonymsModel>(await Model(db, viewer, house, mended, Form.With(("words", mended.Words)))) : Results.NotFound();

    private static async Task<IResult> Add(Form form, Viewer viewer, Db db, Writes writes, HouseWords house)
    {
        var words = Read(form, viewer);
        if (form.IsRight)
        {
            if (await writes.Do(unit => unit.AddSynonyms(viewer.Me.ActorId, viewer.Here.Id, words)) is { } id) return Screen.Go(At(viewer), new Done("assets.words.added", $"{At(viewer)}/{id}/deletion"));
            form.Refuse("words", viewer.Words.Count("assets.wrong.words-many", SynonymGroup.Most));
        }
        return Screen.ShowAgain<SynonymsPage, SynonymsModel>(await Model(db, viewer, house, null, form));
    }

    private static async Task<IResult> Mend(Id<SynonymGroup> group, Form form, Viewer viewer, Db db, Writes writes, HouseWords house)
    {
        if (await db.SynonymsToMend(viewer, group) is not { } mended) return Results.NotFound();
        var words = Read(form, viewer);
        if (!form.IsRight) return Screen.ShowAgain<SynonymsPage, SynonymsModel>(await Model(db, viewer, house, mended, form));
        return words == mended.Words || !await writes.Do(unit => unit.MendSynonyms(viewer.Me.ActorId, group, words)) ? Screen.Go(At(viewer))
            : Screen.Go(At(viewer), new Done("assets.words.mended", $"{At(viewer)}/{group}/restoration"));
    }

    private static async Task<IResult> TakeDown(Id<SynonymGroup> group, Viewer viewer, Db db, Writes writes) =>
        await db.SynonymsToMend(viewer, group) is not null && await writes.Do(unit => unit.TakeDownSynonyms(viewer.Me.ActorId, group))
            ? Screen.Go(At(viewer), new Done("assets.words.taken-down", $"{At(viewer)}/{group}/restoration")) : Results.NotFound();

    private static async Task<IResult> PutBack(Id<SynonymGroup> group, Viewer viewer, Db db, Writes writes) =>
        await db.SynonymsToMend(viewer, group, isDown: true) is not null && await writes.Do(unit => unit.PutBackSynonyms(viewer.Me.ActorId, group))
            ? Screen.Go(At(viewer), new Done("assets.words.put-back")) : Results.NotFound();

    private static string Read(Form form, Viewer viewer)
    {
        var words = form.Line("words", SynonymGroup.LongestWords, viewer.Words["assets.wrong.words-long"], viewer.Words["assets.wrong.words-missing"]);
        if (form.IsRight && SameWords.Of(words).Phrases.Count < 2) form.Refuse("words", viewer.Words["assets.wrong.words-two"]);
        return words;
    }

    private static string At(Viewer viewer) => $"{viewer.Here.Path}/assets/words";

    private static async Task<SynonymsModel> Model(Db db, Viewer viewer, HouseWords house, SynonymGroup? mended, Form form) => new(await db.SynonymGroupsIn(viewer.Here.Id), house.Groups, mended, form);
}
