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
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune)) whole.Append(rune.ToString());
        }
        return whole.ToString().Normalize(NormalizationForm.FormC);
    }

    public static string Line(string text) => string.Join(' ', Text(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
