using System.Buffers;
using System.Text;

namespace Leaderful.Mail.Archive;

/// <summary>Text out of mails made fit to be kept: whole characters, no controls but line ends and tabs.</summary>
public static class MailWords
{
    private static readonly SearchValues<char> Suspect = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(c => c is not ('\n' or '\t')).Concat(Enumerable.Range(127, 33)).Select(c => (char)c)]);

    public static string Whole(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspect) && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return text;
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune)) whole.Append(rune.ToString());
        }
        return whole.ToString();
    }

    /// <summary>At most so many UTF-16 units, never half a character.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
