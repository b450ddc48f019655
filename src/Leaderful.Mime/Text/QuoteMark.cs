namespace Leaderful.Mime;

/// <summary>The marks before quoted lines.</summary>
internal static class QuoteMark
{
    const int LongestInitials = 4;

    /// <summary>How many <c>&gt;</c> the line begins with, blanks between them allowed; initials before the first (<c>JD&gt;</c>) too.</summary>
    public static int Depth(ReadOnlySpan<char> line)
    {
        var initials = 0;
        while (initials < Math.Min(line.Length, LongestInitials) && char.IsAsciiLetterUpper(line[initials])) initials++;
        if (initials > 1 && initials < line.Length && line[initials] == '>') line = line[initials..];
        var depth = 0;
        for (var i = 0; i < line.Length && (line[i] == '>' || (line[i] == ' ' && depth > 0)); i++)
        {
            if (line[i] == '>') depth++;
            else if (i + 1 < line.Length && line[i + 1] == ' ') break;
        }
        return depth;
    }
}
