namespace Leaderful.Shared.Markdown;

/// <summary>Finds web and mail addresses in running text, each character looked at once or twice.</summary>
internal static class AddressFinder
{
    private static readonly string[] Schemes = ["https:", "http:", "mailto:"];

    public static bool TryFind(ReadOnlySpan<char> text, out int start, out int length)
    {
        for (var colon = text.IndexOf(':'); colon >= 0; colon = Next(text, colon))
        {
            var scheme = SchemeBefore(text, colon);
            if (scheme == 0) continue;
            start = colon + 1 - scheme;
            var run = RunLength(text[start..], out var open);
            length = WithoutPunctuation(text.Slice(start, Math.Min(run, UrlPolicy.MaxLength)), open);
            if (run <= UrlPolicy.MaxLength && length > scheme + 2) return true;

            // Not an address, nor is anything within it: looking again at each colon would take the square of its length
            colon = start + run - 1;
        }
        start = length = 0;
        return false;
    }

    private static int Next(ReadOnlySpan<char> text, int colon)
    {
        if (colon + 1 >= text.Length) return -1;
        var next = text[(colon + 1)..].IndexOf(':');
        return next < 0 ? -1 : colon + 1 + next;
    }

    private static int SchemeBefore(ReadOnlySpan<char> text, int colon)
    {
        foreach (var scheme in Schemes)
        {
            var start = colon + 1 - scheme.Length;
            if (start < 0 || !text[start..(colon + 1)].Equals(scheme, StringComparison.OrdinalIgnoreCase)) continue;
            if (start > 0 && char.IsLetterOrDigit(text[start - 1])) return 0;
            return scheme[0] == 'm' || text[(colon + 1)..].StartsWith("//") ? scheme.Length : 0;
        }
        return 0;
    }

    private static int RunLength(ReadOnlySpan<char> text, out int open)
    {
        var end = 0;
        open = 0;
        for (; end < text.Length && !Ends(text[end]); end++)
            open += text[end] switch { '(' => 1, ')' => -1, _ => 0 };
        return end;
    }

    private static bool Ends(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '"' or '«' or '»' or '“' or '”' or '„' or '、' or '。';

    /// <summary>A sentence's own punctuation stays outside; a bracket belongs to the address if it was opened there.</summary>
    private static int WithoutPunctuation(ReadOnlySpan<char> address, int open)
    {
        var length = address.Length;
        for (; length > 0; length--)
        {
            var last = address[length - 1];
            if (last == ')' && open < 0) open++;
            else if (last is not ('.' or ',' or ';' or ':' or '!' or '?' or '\'' or ']' or '}' or '*' or '_' or '’' or '…')) break;
        }
        return length;
    }
}
