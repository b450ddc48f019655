namespace Leaderful.Mime;

/// <summary>One line of a text with its line end, and what it was found to be.</summary>
internal sealed class TextLine(int start, int length)
{
    public int Start { get; } = start;

    public int Length { get; } = length;

    public MailTextKind Kind { get; set; }

    public int Depth { get; set; }

    /// <summary>What block the line opens, once that was looked for: a list footer, a forward, or neither (<see cref="MailTextKind.Said"/>).</summary>
    public MailTextKind? Opens { get; set; }

    /// <summary>The line without its line end and blanks around it.</summary>
    public ReadOnlySpan<char> Content(string text) => text.AsSpan(Start, Length).Trim();

    public bool IsBlank(string text) => text.AsSpan(Start, Length).IsWhiteSpace();

    public static List<TextLine> Split(string text)
    {
        List<TextLine> lines = [];
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            var length = (end < 0 ? text.Length : end + 1) - start;
            lines.Add(new TextLine(start, length));
            start += length;
        }
        return lines;
    }
}
