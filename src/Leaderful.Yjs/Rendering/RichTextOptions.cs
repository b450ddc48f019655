namespace Leaderful.Yjs;

/// <summary>What only the application knows about a page.</summary>
public sealed record RichTextOptions
{
    /// <summary>
    /// How a thing that lives elsewhere is shown, from its kind, its id and what it was called when it was put there; null for one
    /// that is not to be shown. By default what it was called, or its kind, in brackets.
    /// </summary>
    public Func<string, string, string, RichThing?> Thing { get; init; } = (kind, _, label) => new($"[{(label.Length > 0 ? label : kind)}]");

    /// <summary>What is written for the address of a link or a picture that is safe. By default the address.</summary>
    public Func<string, string> Address { get; init; } = address => address;
}
