using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;

namespace Leaderful.Shared.Markdown;

/// <summary>Which Markdown is understood: what people write in letters and minutes, and no more.</summary>
internal static class MarkdownRules
{
    public static readonly MarkdownPipeline Pipeline = Build();

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = 64 }
            .UsePipeTables()
            .UseTaskLists()
            .UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true, AllowDomainWithoutPeriod = true })
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseSoftlineBreakAsHardlineBreak()
            .DisableHtml();
        builder.InlineParsers.Insert(0, new NameParser());
        builder.InlineParsers.Insert(0, new DeadlineParser());
        return builder.Build();
    }
}
