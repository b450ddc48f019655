using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Prompts;

/// <summary>A set in a community's own words, and back.</summary>
public static class WordingEndpoints
{
    public static void MapWording(this RouteGroupBuilder stewards)
    {
        stewards.MapGet("/{key}/wording", Edit);
        stewards.MapPost("/{key}/wording", Keep).RequireRateLimiting(RateLimits.Writing);
        stewards.MapPost("/{key}/versions/{number:int}/return", BringBack).RequireRateLimiting(RateLimits.Writing);
        stewards.MapPost("/{key}/retirement", Retire).RequireRateLimiting(RateLimits.Writing);
        stewards.MapPost("/{key}/restoration", Restore).RequireRateLimiting(RateLimits.Writing);
    }

    public static string Draft(Viewer viewer, HouseSet set) => $"questions-{viewer.Here.Slug}-{set.Key}";

    private static async Task<IResult> Edit(string key, Viewer viewer, Db db)
    {
        if (HousePrompts.Find(key) is not { } set) return Results.NotFound();
        var current = await db.CurrentSet(viewer.Here.Id, key);
        var (form, order) = WordingForm.Of(set, current, await Written(db, current), viewer.Words);
        return Screen.Show<WordingPage, WordingModel>(new(set, form, order));
    }

    private static async Task<IResult> Keep(string key, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (HousePrompts.Find(key) is not { } set) return Results.NotFound();
        var order = WordingForm.Order(form, set);
        if (WordingForm.Moved(form, set, order) is { } moved) return Screen.Show<WordingPage, WordingModel>(new(set, form, moved));
        var wish = WordingForm.Read(form, set, order, viewer.Words);
        if (!form.IsRight) return Screen.ShowAgain<WordingPage, WordingModel>(new(set, form, order));
        var before = await db.CurrentSet(viewer.Here.Id, key);
        var kept = IsHouse(wish, set, before, viewer) ? Reworded.Same
            : await writes.Do(unit => unit.RewordPrompts(viewer.Here.Id, viewer.Me.ActorId, set, wish, Seen(form["seen"])));
        return kept switch
        {
            Reworded.Overtaken => await Again(set, form, order, viewer, db),
            Reworded.Same => Screen.Go(At(viewer, set), new Done("prompts.same", Draft: Draft(viewer, set))),
            _ => Screen.Go(At(viewer, set), new Done("prompts.kept", await Undo(viewer, db, set, before), Draft: Draft(viewer, set))),
        };
    }

    private static async Task<IResult> Again(HouseSet set, Form form, PromptOrder order, Viewer viewer, Db db)
    {
        var current = (await db.VersionsOf(viewer.Here.Id, set.Key)).FirstOrDefault(v => v.Set.RetiredAt is null);
        var sentence = current is null ? viewer.Words["prompts.wrong.overtaken-house"] : viewer.Words.Say("prompts.wrong.overtaken", ("name", NameOf(current.By, viewer)));
        var shown = form.Overtaken(order, current?.Set, await Written(db, current?.Set), sentence);
        var asked = await db.PromptsOf(current?.Set.Id, set.Key, new Tongue(viewer.Words, []));
        return Screen.ShowAgain<WordingPage, WordingModel>(new(set, form, shown, new Meanwhile(current?.By ?? "", asked)));
    }

    private static async Task<IResult> BringBack(string key, int number, string? seen, Viewer viewer, Db db, Writes writes)
    {
        if (HousePrompts.Find(key) is not { } set || (await db.VersionsOf(viewer.Here.Id, key)).TrueForAll(v => v.Set.Number != number)) return Results.NotFound();
        var before = await db.CurrentSet(viewer.Here.Id, key);
        var isBack = await writes.Do(unit => unit.BringBackPrompts(viewer.Here.Id, viewer.Me.ActorId, set, number, Seen(seen)));
        return Screen.Go(At(viewer, set), isBack ? new Done("prompts.brought-back", await Undo(viewer, db, set, before)) : new Done("prompts.not-done"));
    }

    private static async Task<IResult> Retire(string key, string? seen, Viewer viewer, Db db, Writes writes)
    {
        if (HousePrompts.Find(key) is not { } set || await db.LatestSet(viewer.Here.Id, key) is null) return Results.NotFound();
        var isDone = await writes.Do(unit => unit.RetirePrompts(viewer.Here.Id, viewer.Me.ActorId, set, Seen(seen)));
        return Screen.Go(At(viewer, set), isDone ? new Done("prompts.retired", $"{At(viewer, set)}/restoration") : new Done("prompts.not-done"));
    }

    private static async Task<IResult> Restore(string key, Viewer viewer, Db db, Writes writes)
    {
        if (HousePrompts.Find(key) is not { } set || await db.LatestSet(viewer.Here.Id, key) is null) return Results.NotFound();
        var isDone = await writes.Do(unit => unit.RestorePrompts(viewer.Here.Id, viewer.Me.ActorId, set));
        return Screen.Go(At(viewer, set), new Done(isDone ? "prompts.restored" : "prompts.not-done"));
    }

    /// <summary>The way back to how it was asked before, as long as nobody has written since.</summary>
    private static async Task<string?> Undo(Viewer viewer, Db db, HouseSet set, PromptSet? before) =>
        await db.CurrentSet(viewer.Here.Id, set.Key) is not { } now ? null
        : before is null ? $"{At(viewer, set)}/retirement?seen={now.Id}" : $"{At(viewer, set)}/versions/{before.Number}/return?seen={now.Id}";

    /// <summary>The house's own words, unchanged, are no wording of the community's.</summary>
    private static bool IsHouse(PromptWish wish, HouseSet set, PromptSet? current, Viewer viewer) =>
        current is null && wish.Prompts.SequenceEqual(set.Prompts.Select(p => new PromptWords(p.Key, PromptQueries.HouseText(set.Key, p.Key, viewer.Words), PromptQueries.HouseHint(set.Key, p, viewer.Words))));

    private static async Task<List<Prompt>> Written(Db db, PromptSet? set) => set is null ? [] : await db.WrittenPrompts(set.Id);

    private static Id<PromptSet>? Seen(string? seen) => Id<PromptSet>.TryParse(seen, null, out var id) ? id : null;

    private static string NameOf(string name, Viewer viewer) => name.Length > 0 ? name : viewer.Words["prompts.nobody-now"];

    private static string At(Viewer viewer, HouseSet set) => $"{viewer.Here.Path}/questions/{set.Key}";
}
