namespace Leaderful.Shared.Markdown;

/// <summary>
/// Moves a text's headings down as one, so that its highest becomes the highest it may have. The steps between them
/// stay, and doing it twice changes nothing.
/// </summary>
internal readonly record struct HeadingLevels(int Shift)
{
    public static HeadingLevels For(string html, int top)
    {
        var highest = 7;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = html.IndexOf('<', at + 1))
            if (html.AsSpan(at + 1) is ['h' or 'H', >= '1' and <= '6' and var digit, ' ' or '>' or '/' or '\t' or '\n' or '\r', ..])
                highest = Math.Min(highest, digit - '0');
        return new HeadingLevels(highest == 7 ? 0 : Math.Max(0, top - highest));
    }

    public Element Move(Element heading) =>
        (Element)Math.Min((int)Element.H6, (int)heading + Shift);
}
