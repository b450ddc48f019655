using System.Globalization;
using System.Text;

namespace Leaderful.Shared;

/// <summary>A text as it is looked for: small letters without marks, other alphabets in Latin ones where they have them, single blanks.</summary>
public static class Folded
{
    public static string Of(string text)
    {
        var plain = Ascii.IsValid(text) ? text : Whole(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(plain.Length);
        for (var at = 0; at < plain.Length;)
        {
            // Most of what is written; asking Unicode about each letter costs more than the rest.
            if (plain[at] is < '\u0080' and var letter)
            {
                at++;
                if (char.IsAsciiLetterOrDigit(letter)) folded.Append(char.ToLowerInvariant(letter));
                else if (letter != '\'') Part(folded);
                continue;
            }
            var rune = Rune.GetRuneAt(plain, at);
            at += rune.Utf16SequenceLength;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format || rune.Value == '’') continue;
            if (Rune.IsLetterOrDigit(rune)) folded.Append(Romanized.Of(rune) ?? rune.ToString());
            else Part(folded);
        }
        return folded.ToString().TrimEnd();
    }

    private static void Part(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
    }

    /// <summary>What cannot be composed left out: halves of characters, and U+FFFE, which is none.</summary>
    private static string Whole(string text) =>
        text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0 && text.AsSpan().IndexOfAny((char)Rune.ReplacementChar.Value, '\ufffe') < 0
            ? text : string.Concat(text.EnumerateRunes().Where(r => r != Rune.ReplacementChar && r.Value != 0xFFFE));
}
