using System.Text;

namespace Leaderful.Shared.Markdown;

/// <summary>Which addresses a link or a picture may have. Everything that is not recognised is refused.</summary>
internal static class UrlPolicy
{
    public const int MaxLength = 2000;

    /// <summary>The address as it may be written, or null.</summary>
    public static string? Link(ReadOnlySpan<char> raw)
    {
        if (Normalise(raw) is not { } url) return null;
        if (IsLocal(url) || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) return url;
        return HostOf(url) is ['/' or '?' or '#' or '%', ..] or [] ? null : url;
    }

    /// <summary>A picture of our own, or null.</summary>
    public static string? Picture(ReadOnlySpan<char> raw, string prefix)
    {
        if (Normalise(raw) is not { } url || !IsLocal(url)) return null;
        return url.StartsWith(prefix, StringComparison.Ordinal) && !ClimbsOut(url) ? url : null;
    }

    public static bool IsRemote(string url) => url.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    /// <summary>Two slashes would be another host.</summary>
    private static bool IsLocal(string url) => url is ['/'] or ['/', not '/', ..];

    private static bool ClimbsOut(string url) =>
        url.Contains("..", StringComparison.Ordinal)
        || url.Contains("//", StringComparison.Ordinal)
        || url.Contains("%2e", StringComparison.OrdinalIgnoreCase)
        || url.Contains("%5c", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> HostOf(string url)
    {
        if (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) return url.AsSpan(8);
        return url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? url.AsSpan(7) : [];
    }

    /// <summary>
    /// Browsers drop tabs and line ends anywhere and blanks at both ends before they look for a scheme, so we do too.
    /// </summary>
    private static string? Normalise(ReadOnlySpan<char> raw)
    {
        if (raw.Length > MaxLength * 2) return null;
        var url = new StringBuilder(raw.Length);
        foreach (var rune in TrimBlanks(raw).EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or '\r') continue;
            if (!Append(url, rune)) return null;
        }
        return url.Length is > 0 and <= MaxLength ? url.ToString() : null;
    }

    private static bool Append(StringBuilder url, Rune rune)
    {
        switch (rune.Value)
        {
            case ' ' or '"' or '\'' or '<' or '>' or '`' or '\\' or '{' or '}' or '|' or '^':
                url.Append('%').Append(rune.Value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
                return true;
            case < ' ' or (>= 0x7F and < 0xA0) or 0xFFFD:
                return false;
            default:
                // Marks that reorder or hide what the reader sees have no place in an address
                if (Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format) return false;
                url.Append(rune.ToString());
                return true;
        }
    }

    private static ReadOnlySpan<char> TrimBlanks(ReadOnlySpan<char> raw)
    {
        while (raw is [<= ' ', ..]) raw = raw[1..];
        while (raw is [.., <= ' ']) raw = raw[..^1];
        return raw;
    }
}
