using System.Text;

namespace Leaderful.Mime;

/// <summary>Puts the paragraphs of <c>text/plain; format=flowed</c> back together (RFC 3676, 4).</summary>
internal static class FlowedText
{
    /// <summary>
    /// One line a paragraph. Quoted lines come out as <c>&gt;&gt; text</c>. A stuffed blank before a literal <c>&gt;</c>
    /// stays, for without it the line would turn into a quotation.
    /// </summary>
    public static string Unwrap(string text, bool deleteSpace)
    {
        var result = new StringBuilder(text.Length);
        var openDepth = -1; // of the paragraph that goes on, or -1
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            var depth = Depth(line);
            var content = line[depth..];
            if (content.StartsWith(" ") && !content.StartsWith(" >")) content = content[1..];
            var isSeparator = content is "-- ";
            if (openDepth >= 0 && (openDepth != depth || isSeparator))
            {
                result.Append('\n');
                openDepth = -1;
            }
            if (openDepth < 0 && depth > 0) result.Append('>', depth).Append(' ');
            var flows = content.EndsWith(' ') && !isSeparator;
            result.Append(flows && deleteSpace ? content[..^1] : content);
            if (!flows) result.Append('\n');
            openDepth = flows ? depth : -1;
        }
        if (result.Length > 0 && !text.EndsWith('\n') && openDepth < 0) result.Length--;
        else if (text.EndsWith('\n') && result is [.., '\n', '\n']) result.Length--;
        return result.ToString();
    }

    static int Depth(ReadOnlySpan<char> line) => line.IndexOfAnyExcept('>') is var depth and >= 0 ? depth : line.Length;
}
