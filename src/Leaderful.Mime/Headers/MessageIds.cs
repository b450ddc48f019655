namespace Leaderful.Mime;

/// <summary>
/// Reads ids from Message-ID, In-Reply-To and References (RFC 5322, 3.6.4). Tolerated: phrases between the ids, blanks
/// within an id (a fold of old gateways), ids without angle brackets.
/// </summary>
internal static class MessageIds
{
    const int LongestId = 1000;

    /// <summary>Ids without brackets, in order, each once. Beyond the limit the first and the newest are kept.</summary>
    public static IReadOnlyList<string> Parse(ReadOnlySpan<byte> line, int limit)
    {
        var ids = line.IndexOf((byte)'<') >= 0 ? Bracketed(line) : Bare(line);
        var distinct = ids.Distinct(StringComparer.Ordinal).ToList();
        if (distinct.Count > limit) distinct.RemoveRange(1, distinct.Count - limit);
        return distinct;
    }

    static List<string> Bracketed(ReadOnlySpan<byte> line)
    {
        List<string> ids = [];
        while (line.IndexOf((byte)'<') is var open and >= 0)
        {
            line = line[(open + 1)..];
            var end = line.IndexOfAny((byte)'>', (byte)'<');
            if (end < 0) end = line.Length;
            Add(ids, line[..end]);
            line = line[end..];
        }
        return ids;
    }

    static List<string> Bare(ReadOnlySpan<byte> line)
    {
        List<string> ids = [];
        while (!line.IsEmpty)
        {
            var end = line.IndexOfAny(" \t,;"u8);
            if (end < 0) end = line.Length;
            if (line[..end].Contains((byte)'@')) Add(ids, line[..end]);
            line = line[Math.Min(line.Length, end + 1)..];
        }
        return ids;
    }

    static void Add(List<string> ids, ReadOnlySpan<byte> id)
    {
        if (id.Length > LongestId) return;
        var text = HeaderText.DecodeRaw(id).Replace(" ", "", StringComparison.Ordinal).Trim('"', '>');
        if (text.Length > 0) ids.Add(text);
    }
}
