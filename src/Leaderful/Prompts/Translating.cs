using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Prompts;

/// <summary>A prompt in another language; without a text it is asked in the language it was written in.</summary>
public sealed record TranslationWords(string Key, string Text, string Hint)
{
    /// <summary>Whether its writer looked at what is asked now: it says the same.</summary>
    public bool IsRight { get; init; } = true;
}

public static class Translating
{
    /// <summary>Puts a version into another language, unless somebody else did meanwhile, or another version is asked now.</summary>
    public static async Task<bool> TranslatePrompts(this Unit unit, Id<Community> community, Id<Actor> by, Id<PromptSet> version, string language, IReadOnlyList<TranslationWords> words, string seen)
    {
        await unit.Hold(community);
        if (await unit.Db.The<PromptSet>().AnyAsync(s => s.Id == version && (s.RetiredAt != null || unit.Db.The<PromptSet>().Any(n => n.CommunityId == community && n.Key == s.Key && n.Number > s.Number)))) return false;
        var (before, prompts) = (await unit.Db.The<PromptTranslation>().AsTracking().Where(t => t.SetId == version && t.Language == language).ToListAsync(), await unit.Db.WrittenPrompts(version));
        if (Edition(before) != seen) return false;
        foreach (var prompt in prompts)
        {
            var (was, now) = (before.Find(t => t.Key == prompt.Key), words.FirstOrDefault(w => w.Key == prompt.Key));
            if (now is null || IsSame(was, now)) continue;
            if (was is null) unit.Db.Add(was = new PromptTranslation { SetId = version, CommunityId = community, Language = language, Key = prompt.Key });
            was.Write(now.Text, now.Hint, by, unit.Now, now.IsRight ? null : was.OutdatedAt);
            if (now.Text.Length == 0) unit.Db.Remove(was);
        }
        unit.Journal(by, "prompts.translated", version.Value, community);
        return true;
    }

    internal static Task<List<PromptTranslation>> TranslationsOf(this Db db, Id<PromptSet> version, string language) =>
        db.The<PromptTranslation>().Where(t => t.SetId == version && t.Language == language).ToListAsync();

    /// <summary>Says whether these are the translations somebody has seen.</summary>
    public static string Edition(IEnumerable<PromptTranslation> translations) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        JsonSerializer.Serialize(translations.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new[] { t.Key, t.Text, t.Hint, t.OutdatedAt is null ? "" : "outdated" })))))[..16];

    /// <summary>
    /// Takes along what was translated of earlier versions, the first of them preferred. What reads as it did stays right; the rest
    /// is of other words, and says so until somebody has looked at it.
    /// </summary>
    internal static async Task CarryTranslations(this Unit unit, PromptSet next, IReadOnlyList<Prompt> prompts, List<Id<PromptSet>> sources)
    {
        var rows = await (
            from t in unit.Db.The<PromptTranslation>()
            join p in unit.Db.The<Prompt>() on new { t.SetId, t.Key } equals new { p.SetId, p.Key }
            where sources.Contains(t.SetId) && t.Language != next.Language
            select new { Translation = t, p.Text, p.Hint }).ToListAsync();
        foreach (var prompt in prompts)
            foreach (var one in rows.Where(r => r.Translation.Key == prompt.Key).GroupBy(r => r.Translation.Language, StringComparer.Ordinal))
            {
                var (best, isRight) = one.OrderBy(r => sources.IndexOf(r.Translation.SetId)).Select(r => (r.Translation, IsRight: r.Translation.OutdatedAt is null && r.Text == prompt.Text && r.Hint == prompt.Hint))
                    .OrderByDescending(r => r.IsRight).First();
                var carried = new PromptTranslation { SetId = next.Id, CommunityId = next.CommunityId, Language = one.Key, Key = prompt.Key };
                carried.Write(best.Text, best.Hint, best.WrittenById, best.WrittenAt, isRight ? null : best.OutdatedAt ?? next.WrittenAt);
                unit.Db.Add(carried);
            }
    }

    private static bool IsSame(PromptTranslation? was, TranslationWords now) =>
        was is null ? now.Text.Length == 0 : was.Text == now.Text && was.Hint == now.Hint && (was.OutdatedAt is null || !now.IsRight);
}
