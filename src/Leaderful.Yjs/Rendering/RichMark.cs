namespace Leaderful.Yjs;

/// <summary>A mark on a run of text.</summary>
/// <param name="Name">Which, without the hash that y-prosemirror puts behind the name of one that overlaps itself.</param>
/// <param name="Href">The address of a link; else null.</param>
internal sealed record RichMark(string Name, string? Href = null)
{
    const int HashLength = 8;

    static readonly HashSet<string> Known = new(["bold", "italic", "strike", "code", "underline", "link", "highlight"], StringComparer.Ordinal);

    /// <summary>The mark that a format is; null for one that is not known.</summary>
    public static RichMark? Of(string key, object? value)
    {
        var name = WithoutHash(key);
        if (value is null or false || !Known.Contains(name)) return null;
        if (name != "link") return new(name);
        return SafeAddress.Of((value as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault("href") as string) is { } href ? new(name, href) : null;
    }

    static string WithoutHash(string key)
    {
        var at = key.Length - HashLength - 2;
        return at > 0 && key.AsSpan(at, 2) is "--" ? key[..at] : key;
    }
}
