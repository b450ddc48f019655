using AngleSharp.Html.Parser;

namespace Leaderful.Shared.Markdown;

/// <summary>What is dropped with all it holds.</summary>
internal sealed partial class HtmlRebuilder
{
    private bool _skipping;
    private string _skipped = "";
    private int _depth;

    private void StartSkipping(ReadOnlySpan<char> name, bool selfClosing, HtmlTokenizer tokenizer)
    {
        // Foreign content alone can be closed by its own tag
        if (selfClosing && name is "svg" or "math") return;
        _skipping = true;
        _skipped = name.ToString();
        _depth = 1;
        tokenizer.State = name switch
        {
            "script" => HtmlParseMode.Script,
            "style" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
            "title" or "textarea" => HtmlParseMode.RCData,
            _ => HtmlParseMode.PCData,
        };
    }

    /// <summary>As in browsers, HTML's own elements end an SVG or a formula that was left open.</summary>
    private bool EndsSkipping(Element element, ReadOnlySpan<char> name)
    {
        if (name.SequenceEqual(_skipped)) _depth++;
        var html = element is not (Element.None or Element.Dropped or Element.A or Element.Line or Element.Division) || name is "div";
        if (!html || _skipped is not ("svg" or "math")) return false;
        _skipping = false;
        return true;
    }

    private void LeaveSkipped(ReadOnlySpan<char> name)
    {
        if (name.SequenceEqual(_skipped) && --_depth == 0) _skipping = false;
    }
}
