using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Leaderful.Shared.Markdown;

/// <summary>"@" before a name that the writer of the text may call becomes a link to whoever has it; the longest name counts.
/// What is the text of a link already leads where its writer wants it.</summary>
internal sealed class NameParser : InlineParser
{
    public NameParser() => OpeningCharacters = ['@'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Context is not DeadlineContext { Names: { Count: > 0 } names } || slice.PeekCharExtra(-1) is var before && (before == '[' || IsWord(before))) return false;
        var text = slice.AsSpan()[1..];
        var (name, address) = ("", "");
        foreach (var (own, page) in names)
            if (own.Length > name.Length && text.StartsWith(own, StringComparison.Ordinal) && (text.Length == own.Length || !IsWord(text[own.Length]))) (name, address) = (own, page);
        if (name.Length == 0) return false;
        var link = new LinkInline(address, "") { IsClosed = true };
        link.AppendChild(new LiteralInline($"@{name}"));
        processor.Inline = link;
        slice.Start += name.Length + 1;
        return true;
    }

    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter);
}
