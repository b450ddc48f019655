using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using Leaderful.Data;

namespace Leaderful.Linking;

/// <summary>A thing of this instance, as an address names it: a page, a circle, a gathering, a commitment, an initiative, a story, a conversation or the post of a number in it, or anything by its id alone.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LinkTarget(ThingKind? Kind, Id<Thing> Thing, int? Number)
{
    private static readonly (string Mark, ThingKind? Kind)[] Kinds = [("/conversations/", ThingKind.Thread), ("/pages/", ThingKind.Page), ("/circles/", ThingKind.Circle), ("/gatherings/", ThingKind.Gathering), ("/commitments/", ThingKind.Commitment), ("/initiatives/", ThingKind.Initiative), ("/one-to-ones/", ThingKind.OneToOne), ("/stories/", null)];
    private const string OnWall = "/wall/topics/";
    private const string Href = "href=\"";
    private const int Most = 20;
    public const int MostOnPages = 100;

    /// <summary>Whether it is worth looking: most of what is said names no address of ours.</summary>
    public static bool MayBeIn(string text) => Kinds.Any(k => text.Contains(k.Mark, StringComparison.Ordinal)) || text.Contains(ThingEndpoints.Path, StringComparison.Ordinal);

    /// <summary>What the links of a post lead to. <paramref name="origin"/> is where this instance is read; a path alone is always ours.</summary>
    public static IReadOnlyList<LinkTarget> In(string text, string html, string? origin, int most = Most)
    {
        if (!MayBeIn(text)) return [];
        var found = new List<LinkTarget>();
        for (var at = html.IndexOf(Href, StringComparison.Ordinal); at >= 0 && found.Count < most; at = html.IndexOf(Href, at + 1, StringComparison.Ordinal))
        {
            var end = html.IndexOf('"', at + Href.Length);
            if (end < 0) break;
            if (Read(WebUtility.HtmlDecode(html[(at + Href.Length)..end]), origin) is { } target && !found.Contains(target)) found.Add(target);
        }
        return found;
    }

    /// <summary>What somebody typed or pasted where a list was too short; whoever looks for it asks whether it is there.</summary>
    public static LinkTarget? Typed(string address) => address.IndexOf("/c/", StringComparison.Ordinal) is >= 0 and var at ? At(address[at..].TrimEnd()) : null;

    private static LinkTarget? Read(string address, string? origin)
    {
        if (PathOf(address, origin) is not { } path) return null;
        if (path.StartsWith(ThingEndpoints.Path, StringComparison.Ordinal)) return Id<Thing>.TryParse(path[ThingEndpoints.Path.Length..], null, out var id) ? new LinkTarget(null, id, null) : null;
        return path.StartsWith("/c/", StringComparison.Ordinal) ? At(path) : null;
    }

    /// <summary>As <c>/c/a-community/pages/its-id</c>: the kind stands right behind the community.</summary>
    private static LinkTarget? At(string path)
    {
        var behind = path.IndexOf('/', "/c/".Length);
        if (behind < 0 || Array.Find(Kinds, k => path.AsSpan(behind).StartsWith(k.Mark, StringComparison.Ordinal)) is not { Mark: { } mark, Kind: var kind }) return null;
        // A topic hangs on the wall of its gathering.
        if (kind == ThingKind.Gathering && path.IndexOf(OnWall, behind, StringComparison.Ordinal) is > 0 and var wall) (kind, behind, mark) = (ThingKind.Topic, wall, OnWall);
        var rest = path[(behind + mark.Length)..];
        var end = rest.AsSpan().IndexOfAny("/?#");
        if (!Id<Thing>.TryParse(end < 0 ? rest : rest[..end], null, out var id)) return null;
        return new LinkTarget(kind, id, end < 0 || kind != ThingKind.Thread ? null : NumberIn(rest[end..]));
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
