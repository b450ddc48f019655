using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Prompts;

public static class PromptQueries
{
    /// <summary>A set as a community asks it today, in the reader's language where it is there.</summary>
    public static async Task<AskedSet> PromptsFor(this Db db, Id<Community> community, string key, Tongue tongue) =>
        await db.PromptsOf((await db.CurrentSet(community, key))?.Id, key, tongue);

    /// <summary>A set as it was asked: a version of a community's, or (null) the house's.</summary>
    public static async Task<AskedSet> PromptsOf(this Db db, Id<PromptSet>? version, string key, Tongue tongue)
    {
        if (version is not { } id) return OfHouse(key, tongue.House);
        var rows = await (
            from prompt in db.The<Prompt>()
            join set in db.The<PromptSet>() on prompt.SetId equals set.Id
            join t in db.The<PromptTranslation>() on new { prompt.SetId, prompt.Key } equals new { t.SetId, t.Key } into translations
            from translation in translations.DefaultIfEmpty()
            where prompt.SetId == id && set.Key == key
            orderby prompt.Position
            select new { Prompt = prompt, Written = set.Language, Translation = translation }).ToListAsync();
        if (rows.Count == 0) return OfHouse(key, tongue.House);
        var language = tongue.Choose(rows[0].Written, [.. rows.Select(r => r.Translation?.Language).OfType<string>().Distinct(StringComparer.Ordinal)]);
        return new AskedSet(key, version, Nested([.. rows.GroupBy(r => r.Prompt.Key, StringComparer.Ordinal).Select(g =>
            As(g.First().Prompt, g.First().Written, g.Select(r => r.Translation).FirstOrDefault(t => t?.Language == language)))]));
    }

    /// <summary>The house's own words.</summary>
    public static AskedSet OfHouse(string key, Words words) =>
        new(key, null, Nested([.. HousePrompts.Find(key)!.Prompts.Select(p => new AskedPrompt(p.Key, p.Kind, HouseText(key, p.Key, words), HouseHint(key, p, words), words.Language))]));

    public static string HouseText(string set, string prompt, Words words) => words[$"prompts.house.{set}.{prompt}.text"];

    public static string HouseHint(string set, HousePrompt prompt, Words words) => prompt.Kind == PromptKind.Option ? "" : words[$"prompts.house.{set}.{prompt.Key}.hint"];

    /// <summary>The version that is asked now; nothing where it is the house's.</summary>
    public static async Task<PromptSet?> CurrentSet(this Db db, Id<Community> community, string key) =>
        await db.LatestSet(community, key) is { RetiredAt: null } current ? current : null;

    internal static Task<PromptSet?> LatestSet(this Db db, Id<Community> community, string key) =>
        db.The<PromptSet>().Where(s => s.CommunityId == community && s.Key == key).OrderByDescending(s => s.Number).FirstOrDefaultAsync();

    /// <summary>Its prompts as they were written, options and all, one after another.</summary>
    internal static Task<List<Prompt>> WrittenPrompts(this Db db, Id<PromptSet> version) =>
        db.The<Prompt>().Where(p => p.SetId == version).OrderBy(p => p.Position).ToListAsync();

    private static AskedPrompt As(Prompt prompt, string written, PromptTranslation? translation) => translation is null
        ? new(prompt.Key, prompt.Kind, prompt.Text, prompt.Hint, written)
        : new(prompt.Key, prompt.Kind, translation.Text, translation.Hint, translation.Language) { Original = translation.OutdatedAt is null ? null : prompt.Text };

    /// <summary>Options stand behind the choice they belong to.</summary>
    private static List<AskedPrompt> Nested(IReadOnlyList<AskedPrompt> flat) => [.. flat.Where(p => p.Kind != PromptKind.Option).Select(p => p with
    {
        Options = p.Kind != PromptKind.Choice ? [] : [.. flat.Where(o => o.Kind == PromptKind.Option && o.Key.StartsWith($"{p.Key}-", StringComparison.Ordinal)).Select(o => new AskedOption(o.Key[(p.Key.Length + 1)..], o.Text, o.Language))],
    })];
}
