namespace Leaderful.Shared.Markdown;

/// <summary>How many quotes and lists one line may open.</summary>
internal static class NestingLimit
{
    private const int MaxMarkers = 24;

    public static bool Allows(ReadOnlySpan<char> line)
    {
        var markers = 0;
        while (TryMarker(line, out var length))
        {
            if (++markers > MaxMarkers) return false;
            line = line[length..];
        }
        return true;
    }

    private static bool TryMarker(ReadOnlySpan<char> line, out int length)
    {
        var at = 0;
        while (at < line.Length && line[at] is ' ' or '\t') at++;
        length = at + 1;
        if (at == line.Length) return false;
        if (line[at] == '>') return true;
        if (line[at] is '-' or '*' or '+') return IsBlankAt(line, at + 1);

        var digits = at;
        while (at < line.Length && char.IsAsciiDigit(line[at])) at++;
        length = at + 1;
        return at > digits && at < line.Length && line[at] is '.' or ')' && IsBlankAt(line, at + 1);
    }

    private static bool IsBlankAt(ReadOnlySpan<char> line, int at) => at >= line.Length || line[at] is ' ' or '\t';
}
