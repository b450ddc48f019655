using System.Diagnostics;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Leaderful.Shared.Markdown;

/// <summary>
/// Tells the writer what AngleSharp's tokenizer reads. No tree is built: the writer's normal form does what a tree
/// would do, and is linear: in a tree, each unclosed &lt;b&gt; comes back in every &lt;p&gt; that follows.
/// </summary>
internal sealed partial class HtmlRebuilder(SafeHtmlWriter writer, HtmlLimits limits)
{
    private const int TokensBetweenClockReadings = 1024;

    private HeadingLevels _headings;
    private bool _afterPre;

    /// <summary>False if time ran out.</summary>
    public bool Run(string html)
    {
        html = MarkupNoise.Remove(html);
        _headings = HeadingLevels.For(html, limits.TopHeading);
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver)
        {
            DisableElementPositionTracking = true,
            SkipComments = true,
            ShouldEmitAttribute = static (ref StructHtmlToken _, ReadOnlyMemory<char> name) =>
                AllowedElements.ReadsAttribute(name.Span),
        };

        var start = Stopwatch.GetTimestamp();
        for (var count = 1; ; count++)
        {
            ref var token = ref tokenizer.GetStructToken();
            if (token.Type == HtmlTokenType.EndOfFile) return true;
            Read(ref token, tokenizer);
            if (count % TokensBetweenClockReadings == 0 && Stopwatch.GetElapsedTime(start) > limits.MaxTime) return false;
        }
    }

    private void Read(ref StructHtmlToken token, HtmlTokenizer tokenizer)
    {
        switch (token.Type)
        {
            case HtmlTokenType.Character when !_skipping:
                ReadText(token.Data.Memory.Span);
                break;
            case HtmlTokenType.StartTag:
                ReadStart(ref token, tokenizer);
                break;
            case HtmlTokenType.EndTag:
                ReadEnd(token.Name.Memory.Span);
                break;
        }
    }

    private void ReadText(ReadOnlySpan<char> text)
    {
        if (_afterPre)
        {
            if (text is ['\r', '\n', ..]) text = text[2..];
            else if (text is ['\n' or '\r', ..]) text = text[1..];
        }
        _afterPre = false;
        if (!text.IsEmpty) writer.Text(text);
    }

    private void ReadStart(ref StructHtmlToken token, HtmlTokenizer tokenizer)
    {
        _afterPre = false;
        var name = token.Name.Memory.Span;
        var element = AllowedElements.Find(name);
        if (_skipping && !EndsSkipping(element, name)) return;
        if (element == Element.Dropped) StartSkipping(name, token.IsSelfClosing, tokenizer);
        else Start(element, ref token);
    }

    private void ReadEnd(ReadOnlySpan<char> name)
    {
        _afterPre = false;
        if (_skipping)
        {
            LeaveSkipped(name);
            return;
        }
        End(AllowedElements.Find(name));
    }
}
