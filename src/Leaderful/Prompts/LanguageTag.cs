using System.Globalization;

namespace Leaderful.Prompts;

/// <summary>A language by its tag (BCP 47), which need not be one the house speaks.</summary>
public static class LanguageTag
{
    public const int Longest = 35;

    /// <summary>As it is kept, or nothing where it is no tag.</summary>
    public static string? Read(string typed)
    {
        var tag = typed.Trim().Replace('_', '-');
        return tag.Length <= Longest && IsTag(tag.Split('-')) ? Spelled(tag) : null;
    }

    /// <summary>What its own speakers call it; the tag where nobody here knows.</summary>
    public static string NameOf(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).NativeName is { Length: > 0 } name ? name : tag;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    /// <summary>The same language, whichever place or script it names.</summary>
    public static bool IsSame(string one, string other) => string.Equals(First(one), First(other), StringComparison.OrdinalIgnoreCase);

    private static string First(string tag) => tag.Split('-')[0];

    /// <summary>Language small, script with a capital, place in capitals, so that one language has one spelling.</summary>
    private static string Spelled(string tag) => string.Join('-', tag.Split('-').Select((part, at) =>
        (at, part.Length) switch
        {
            ( > 0, 2) => part.ToUpperInvariant(),
            ( > 0, 4) when char.IsLetter(part[0]) => char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant(),
            _ => part.ToLowerInvariant(),
        }));

    private static bool IsTag(string[] parts) =>
        parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetter) && parts[1..].All(p => p.Length is >= 2 and <= 8 && p.All(char.IsAsciiLetterOrDigit));
}
