using System.Globalization;
using System.Text;

namespace Leaderful.Shared.Forms;

/// <summary>Text from outside, made fit to be kept: composed, whole characters, lines ending in \n, no controls.</summary>
public static class Clean
{
    public static string Text(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\r') continue;
            if (rune.Value is '\n' or '\t' || !(Rune.IsControl(rune) || IsNoCharacter(rune))) whole.Append(rune.ToString());
        }
        return whole.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>What Unicode sets apart for no text at all; U+FFFE among it cannot even be composed.</summary>
    private static bool IsNoCharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>One line. What turns the direction of the words around it is left out; where nothing can be seen, nothing was written.</summary>
    public static string Line(string text)
    {
        var still = string.Concat(Text(text).Where(c => c is not (>= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069')));
        var line = string.Join(' ', still.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.EnumerateRunes().Any(IsSeen) ? line : "";
    }

    /// <summary>Fillers of Hangul and the blank of Braille are letters and signs to Unicode, and blank to readers.</summary>
    private static bool IsSeen(Rune rune) => rune.Value is not (0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control);
}
