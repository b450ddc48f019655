using System.Globalization;
using System.Text;
using Leaderful.Data;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities;

/// <summary>A community's place in addresses, made from its name: small letters a–z, digits and single hyphens.</summary>
public static class Slug
{
    public const int Most = 60;

    /// <summary>What is made from a name leaves room for a number.</summary>
    private const int Longest = 48;
    private const string Otherwise = "community";

    /// <summary>Words that would read as a page of the house.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "about", "admin", "api", "c", "communities", "help", "home", "house", "join", "leaderful", "live", "me", "new", "search",
        "set-up", "settings", "sign-in", "sign-out", "steward", "stewards", "support", "system", "today",
    };

    public static string Of(string name) => From(name) is { Length: >= 2 } made ? made : Otherwise;

    /// <summary>Empty where nothing in the name can be written in Latin letters.</summary>
    public static string From(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in Folded.Of(name))
        {
            if (char.IsAsciiLetterOrDigit(letter)) slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return Cut(slug.ToString().Trim('-'));
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
        slug.Length is >= 2 and <= Most && slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && slug[0] != '-' && slug[^1] != '-' && !slug.Contains("--", StringComparison.Ordinal) && !Reserved.Contains(slug);

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
