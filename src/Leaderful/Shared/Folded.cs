using System.Globalization;
using System.Text;

namespace Leaderful.Shared;

/// <summary>A text as it is looked for: small letters without marks, other alphabets in Latin ones where they have them, single blanks.</summary>
public static class Folded
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Whole(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format || rune.Value is '\'' or '’') continue;
            if (Rune.IsLetterOrDigit(rune)) folded.Append(Romanized.Of(rune) ?? rune.ToString());
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }
        return folded.ToString().TrimEnd();
    }

    /// <summary>Halves of characters, which cannot be composed, left out.</summary>
    private static string Whole(string text) => string.Concat(text.EnumerateRunes().Where(r => r != Rune.ReplacementChar));
}
