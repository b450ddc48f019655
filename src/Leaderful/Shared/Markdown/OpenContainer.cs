namespace Leaderful.Shared.Markdown;

internal sealed class OpenContainer(Element kind, int inlinesBefore)
{
    public Element Kind { get; } = kind;

    /// <summary>Running text opened in a cell ends with it.</summary>
    public int InlinesBefore { get; } = inlinesBefore;

    public bool HasContent { get; set; }

    /// <summary>Short items and cells need no paragraph; text after a block does.</summary>
    public bool HoldsBareText => Kind is Element.Li or Element.Td or Element.Th;
}
