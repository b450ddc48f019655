using System.Globalization;

namespace Leaderful.Yjs;

/// <summary>A node of a page: an element with nodes in it, or text.</summary>
internal sealed class RichNode(string name)
{
    static readonly HashSet<string> InlineNames = new(["text", "hardBreak", "mention"], StringComparer.Ordinal);

    public string Name => name;

    public IReadOnlyDictionary<string, object?> Attributes { get; init; } = new Dictionary<string, object?>();

    public List<RichNode> Children { get; } = [];

    /// <summary>What a text says; empty for an element.</summary>
    public List<RichSpan> Spans { get; } = [];

    /// <summary>Whether its children flow in lines. Images and things can stand in a line and as a block.</summary>
    public bool HoldsLines => Children.Any(child => InlineNames.Contains(child.Name)) || (name is "paragraph" or "heading" or "codeBlock");

    /// <summary>All words in it, without marks.</summary>
    public string Words => string.Concat(Spans.Select(span => span.Text).Concat(Children.Select(child => child.Name == "hardBreak" ? "\n" : child.Words)));

    public string Text(string attribute) => Attributes.GetValueOrDefault(attribute) switch
    {
        string text => text,
        double number => JsNumber.Format(number),
        _ => "",
    };

    /// <summary>A whole number within bounds; the lowest for what is none.</summary>
    public int Number(string attribute, int lowest, int highest) =>
        double.TryParse(Text(attribute), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number) ? (int)Math.Clamp(number, lowest, highest) : lowest;

    public bool Flag(string attribute) => Attributes.GetValueOrDefault(attribute) is true or "true";
}
