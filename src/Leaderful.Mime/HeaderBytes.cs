using System.Buffers;

namespace Leaderful.Mime;

/// <summary>Questions about single bytes and lines of a header block.</summary>
internal static class HeaderBytes
{
    /// <summary>A longer run before a colon is prose, not a field name.</summary>
    const int LongestName = 200;

    static readonly SearchValues<byte> NameBytes = SearchValues.Create(
        [.. Enumerable.Range(33, 94).Where(b => b != ':').Select(b => (byte)b)]);

    public static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t';

    public static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    /// <summary>The length of the field name if the line begins with one and a colon (obsolete blanks before the colon allowed), else 0.</summary>
    public static int FieldNameLength(ReadOnlySpan<byte> line)
    {
        var window = line[..Math.Min(line.Length, LongestName + 16)];
        var name = window.IndexOfAnyExcept(NameBytes);
        if (name is <= 0 or > LongestName) return 0;
        var colon = window[name..].IndexOfAnyExcept((byte)' ', (byte)'\t');
        return colon >= 0 && window[name + colon] == ':' ? name : 0;
    }

    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> value)
    {
        while (!value.IsEmpty && IsSpace(value[0])) value = value[1..];
        while (!value.IsEmpty && IsSpace(value[^1])) value = value[..^1];
        return value;
    }
}
