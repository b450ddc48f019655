using Markdig.Helpers;
using Markdig.Parsers;

namespace Leaderful.Shared.Markdown;

/// <summary>Understands nothing; it stands first in line for the characters whose handling can grow with the square of the text.</summary>
internal sealed class DeadlineParser : InlineParser
{
    public DeadlineParser() => OpeningCharacters = ['[', ']', '!', '*', '_', '~', '`', '<', '|', 'h', 'w', '\n'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        (processor.Context as DeadlineContext)?.ThrowIfOver();
        return false;
    }
}
