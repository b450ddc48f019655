namespace Leaderful.Mime;

/// <summary>
/// Splits the plain text of a mail into what was said, quoted, signed and appended, so that a page can fold what
/// readers have seen before. Nothing is taken away.
/// </summary>
public static class MailText
{
    /// <summary>
    /// The segments in order. Together they are the whole text, character by character; neighbours differ in kind or
    /// depth. Line ends may be LF or CRLF. Takes time in proportion to the text.
    /// </summary>
    public static IReadOnlyList<MailTextSegment> Split(string text)
    {
        var lines = TextLine.Split(text);
        new TextSorter(text, lines).Sort();
        List<MailTextSegment> segments = [];
        foreach (var line in lines)
        {
            if (segments is [.., var last] && last.Kind == line.Kind && last.Depth == line.Depth) segments[^1] = last with { Length = last.Length + line.Length };
            else segments.Add(new MailTextSegment(line.Kind, line.Start, line.Length, line.Depth));
        }
        return segments;
    }

    /// <summary>Only what the author says, without the blank lines around it.</summary>
    public static string Said(string text) =>
        string.Concat(Split(text).Where(s => s.Kind == MailTextKind.Said).Select(s => text.Substring(s.Start, s.Length))).Trim();
}
