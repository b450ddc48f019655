using System.Text;

namespace Leaderful.Mime;

/// <summary>The line before each mail in an mbox (RFC 4155): <c>From ada@example.org Wed May 17 19:35:05 2000</c>.</summary>
/// <param name="Sender">The second word, mostly the envelope's sender; sometimes only a hyphen.</param>
/// <param name="Date">When the mail was received, UTC unless a zone is given; null if the line has no readable date.</param>
public sealed record MboxFromLine(string Sender, DateTimeOffset? Date)
{
    const int Longest = 1000;

    /// <summary>Reads the line, given without its line end. False if it does not begin with <c>From </c>.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> line, out MboxFromLine parsed)
    {
        parsed = None;
        if (!line.StartsWith("From "u8)) return false;
        line = HeaderBytes.Trim(line[5..Math.Min(line.Length, Longest)]);
        var end = line.IndexOfAny((byte)' ', (byte)'\t');
        var sender = end < 0 ? line : line[..end];
        var date = end < 0 ? null : MailDate.Parse(AfterSender(line, end));
        parsed = new MboxFromLine(HeaderText.DecodeRaw(sender), date);
        return true;
    }

    static MboxFromLine None { get; } = new("", null);

    /// <summary>A sender may hold blanks, as in <c>"Ada L"@example.org</c> or <c>ada at example.org</c>: the date is the last words, from the weekday on.</summary>
    static ReadOnlySpan<byte> AfterSender(ReadOnlySpan<byte> line, int end)
    {
        var rest = line[end..];
        for (var at = end; at < line.Length - 3; at++)
        {
            if (line[at] == ' ' && IsWeekday(line.Slice(at + 1, 3)) && (at + 4 == line.Length || line[at + 4] is (byte)' ' or (byte)',')) rest = line[(at + 1)..];
        }
        return rest;
    }

    static bool IsWeekday(ReadOnlySpan<byte> word)
    {
        ReadOnlySpan<string> days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        foreach (var day in days)
        {
            if (Ascii.EqualsIgnoreCase(word, day)) return true;
        }
        return false;
    }
}
