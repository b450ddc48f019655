using System.Globalization;
using System.Text;

namespace Leaderful.Communities;

/// <summary>A community's place in addresses, made from its name in whatever script: small letters, digits and hyphens.</summary>
public static class Slug
{
    public const int Most = 60;

    private const string Cyrillic = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ";
    private static readonly string[] CyrillicLatin =
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i i ye g".Split(' ');
    private const string Greek = "αβγδεζηθικλμνξοπρστυφχψως";
    private static readonly string[] GreekLatin = "a v g d e z i th i k l m n x o p r s t y f ch ps o s".Split(' ');
    private const string Latin = "ßæøœðþłđıŋ";
    private static readonly string[] LatinLatin = "ss ae o oe d th l d i ng".Split(' ');

    /// <summary>Empty where nothing in the name can be written in Latin letters.</summary>
    public static string From(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '\'' or '’') continue;
            var letters = Letters(c);
            if (letters.Length > 0) slug.Append(letters);
            else if (letters is "" && slug.Length > 0 && slug[^1] != '-' && !IsSilent(c)) slug.Append('-');
        }
        return Cut(slug.ToString());
    }

    public static bool IsRight(string slug) =>
        slug.Length is >= 2 and <= Most && slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && slug[0] != '-' && slug[^1] != '-' && !slug.Contains("--", StringComparison.Ordinal);

    private static string Letters(char c)
    {
        if (char.IsAsciiLetterOrDigit(c)) return c.ToString();
        return In(Cyrillic, CyrillicLatin, c) ?? In(Greek, GreekLatin, c) ?? In(Latin, LatinLatin, c) ?? "";
    }

    private static string? In(string script, string[] latin, char c) => script.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at && latin[at] != "_" ? latin[at] : null;

    private static bool IsSilent(char c) => c is 'ъ' or 'ь';

    private static string Cut(string slug) => (slug.Length <= Most ? slug : slug[..Most]).Trim('-');
}
