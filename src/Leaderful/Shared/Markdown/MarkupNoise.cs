using System.Text;

namespace Leaderful.Shared.Markdown;

/// <summary>
/// Comments, doctypes, processing instructions, CDATA and empty end tags, taken out before the tokenizer reads.
/// None of them is ever shown, and AngleSharp 1.10.3 recurses on runs of <c>--!</c> in a comment and on runs of
/// <c>&lt;/&gt;</c>: 130 KB of either overflows the stack and ends the process.
/// </summary>
internal static class MarkupNoise
{
    public static string Remove(string html)
    {
        var at = NextNoise(html, 0);
        if (at < 0) return html;

        var kept = new StringBuilder(html.Length);
        var from = 0;
        var commentsEnd = true;
        while (at >= 0)
        {
            // Parts on both sides must not join into a new tag
            kept.Append(html, from, at - from);
            from = EndOfNoise(html, at, ref commentsEnd);
            if (kept.Length > 0 && kept[^1] == '<') kept.Append(' ');
            at = NextNoise(html, from);
        }
        return kept.Append(html, from, html.Length - from).ToString();
    }

    private static int NextNoise(string html, int from)
    {
        for (var at = html.IndexOf('<', from); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var next = html[at + 1];
            if (next is '!' or '?') return at;
            if (next == '/' && (at + 2 >= html.Length || !char.IsAsciiLetter(html[at + 2]))) return at;
        }
        return -1;
    }

    /// <summary>What is never closed loses its opening only, so that no text is swallowed.</summary>
    private static int EndOfNoise(string html, int at, ref bool commentsEnd)
    {
        if (!html.AsSpan(at).StartsWith("<!--"))
        {
            var end = html.AsSpan(at, Math.Min(html.Length - at, 1000)).IndexOf('>');
            return end < 0 ? at + 2 : at + end + 1;
        }
        if (html.AsSpan(at + 4) is ['>', ..]) return at + 5;
        var close = commentsEnd ? html.IndexOf("-->", at + 4, StringComparison.Ordinal) : -1;
        commentsEnd = close >= 0;
        return close < 0 ? at + 4 : close + 3;
    }
}
