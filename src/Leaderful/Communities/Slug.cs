using System.Globalization;
using System.Text;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities;

/// <summary>A community's place in addresses, made from its name: small letters a–z, digits and single hyphens.</summary>
public static class Slug
{
    public const int Longest = 48;
    private const string Otherwise = "community";

    /// <summary>Words that would read as a page of the house.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "about", "admin", "api", "c", "communities", "help", "home", "house", "join", "leaderful", "live", "me", "new", "search",
        "set-up", "settings", "sign-in", "sign-out", "steward", "stewards", "support", "system", "today",
    };

    public static string Of(string name)
    {
        var slug = new StringBuilder();
        foreach (var rune in name.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format || rune.Value is '\'' or '’') continue;
            var letters = rune.IsAscii ? (Rune.IsLetterOrDigit(rune) ? rune.ToString() : null) : Romanized.Of(rune);
            if (letters is not null) slug.Append(letters);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        var cut = Cut(slug.ToString().Trim('-'));
        return cut.Length > 0 ? cut : Otherwise;
    }

    /// <summary>The name's own slug, or the first with a number that is nobody's.</summary>
    public static async Task<string> FreeSlug(this Unit unit, string name)
    {
        var slug = Of(name);
        var taken = (await unit.Db.The<Community>().Where(c => c.Slug == slug || c.Slug.StartsWith(slug + "-")).Select(c => c.Slug).ToListAsync())
            .Concat(Reserved).ToHashSet(StringComparer.Ordinal);
        return Candidates(slug).First(s => !taken.Contains(s));
    }

    public static bool IsRight(string slug) =>
        slug.Length is >= 2 and <= Longest && slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && slug[0] != '-' && slug[^1] != '-' && !slug.Contains("--", StringComparison.Ordinal) && !IsReserved(slug);

    public static bool IsReserved(string slug) => Reserved.Contains(slug);

    public static IEnumerable<string> Candidates(string slug)
    {
        yield return slug;
        for (var n = 2; ; n++) yield return string.Create(CultureInfo.InvariantCulture, $"{slug}-{n}");
    }

    /// <summary>At a word's end, where there is one not too far back.</summary>
    private static string Cut(string slug)
    {
        if (slug.Length <= Longest) return slug;
        var end = slug.LastIndexOf('-', Longest);
        return slug[..(end > Longest / 2 ? end : Longest)].Trim('-');
    }
}
