namespace Leaderful.Yjs;

/// <summary>What only the application knows about a page.</summary>
public sealed record RichTextOptions
{
    /// <summary>How a thing that lives elsewhere is shown, from its kind and id; null for one that is not to be shown. By default its kind, in brackets.</summary>
    public Func<string, string, RichThing?> Thing { get; init; } = (kind, _) => new($"[{kind}]");
}
