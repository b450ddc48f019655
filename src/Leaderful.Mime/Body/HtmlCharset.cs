using System.Buffers;
using System.Text;

namespace Leaderful.Mime;

/// <summary>The charset that an HTML part names in itself, for those whose header names none.</summary>
internal static class HtmlCharset
{
    const int Window = 2048;

    static readonly SearchValues<char> Ends = SearchValues.Create("\"'; />");

    /// <summary>The word after the first <c>charset=</c> within a <c>meta</c> near the start, or null.</summary>
    public static string? Find(ReadOnlySpan<byte> html)
    {
        var head = Encoding.Latin1.GetString(html[..Math.Min(html.Length, Window)]);
        var meta = head.IndexOf("<meta", StringComparison.OrdinalIgnoreCase);
        if (meta < 0) return null;
        var at = head.IndexOf("charset=", meta, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var value = head.AsSpan(at + 8).TrimStart("\"' ");
        var end = value.IndexOfAny(Ends);
        // A label that can be read in ASCII is not UTF-16, whatever it says (HTML, 13.2.3.2).
        var label = end < 0 ? value : value[..end];
        return label.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) ? "utf-8" : label.ToString();
    }
}
