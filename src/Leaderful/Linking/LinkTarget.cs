using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using Leaderful.Conversations;
using Leaderful.Data;

namespace Leaderful.Linking;

/// <summary>A conversation of this instance, or a post in it, as an address names it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LinkTarget(Id<Conversation> Conversation, int? Number)
{
    private const string Mark = "/conversations/";
    private const string Href = "href=\"";
    private const int Most = 20;

    /// <summary>Whether it is worth looking: most of what is said names no address of ours.</summary>
    public static bool MayBeIn(string text) => text.Contains(Mark, StringComparison.Ordinal);

    /// <summary>What the links of a post lead to. <paramref name="origin"/> is where this instance is read; a path alone is always ours.</summary>
    public static IReadOnlyList<LinkTarget> In(string text, string html, string? origin)
    {
        if (!MayBeIn(text)) return [];
        var found = new List<LinkTarget>();
        for (var at = html.IndexOf(Href, StringComparison.Ordinal); at >= 0 && found.Count < Most; at = html.IndexOf(Href, at + 1, StringComparison.Ordinal))
        {
            var end = html.IndexOf('"', at + Href.Length);
            if (end < 0) break;
            if (Read(WebUtility.HtmlDecode(html[(at + Href.Length)..end]), origin) is { } target && !found.Contains(target)) found.Add(target);
        }
        return found;
    }

    private static LinkTarget? Read(string address, string? origin)
    {
        if (PathOf(address, origin) is not { } path || !path.StartsWith("/c/", StringComparison.Ordinal)) return null;
        var at = path.IndexOf(Mark, StringComparison.Ordinal);
        if (at < 0) return null;
        var rest = path[(at + Mark.Length)..];
        var end = rest.AsSpan().IndexOfAny("/?#");
        if (!Id<Conversation>.TryParse(end < 0 ? rest : rest[..end], null, out var id)) return null;
        return new LinkTarget(id, end < 0 ? null : NumberIn(rest[end..]));
    }

    private static string? PathOf(string address, string? origin)
    {
        if (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal)) return address;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return null;
        // Before us may stand a web server that we know by another scheme; a host is a host.
        return Uri.TryCreate(origin, UriKind.Absolute, out var own) && string.Equals(own.Authority, uri.Authority, StringComparison.OrdinalIgnoreCase) ? uri.PathAndQuery + uri.Fragment : null;
    }

    /// <summary>As in <c>/posts/7</c> or <c>?from=1#p7</c>.</summary>
    private static int? NumberIn(string rest)
    {
        foreach (var before in new[] { "/posts/", "#p" })
        {
            var at = rest.IndexOf(before, StringComparison.Ordinal);
            if (at < 0) continue;
            var digits = rest.AsSpan(at + before.Length);
            var end = digits.IndexOfAnyExceptInRange('0', '9');
            if (int.TryParse(end < 0 ? digits : digits[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        }
        return null;
    }
}
