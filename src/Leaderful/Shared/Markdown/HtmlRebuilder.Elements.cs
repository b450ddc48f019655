using System.Globalization;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Leaderful.Shared.Markdown;

/// <summary>Element by element: which of its attributes we understand.</summary>
internal sealed partial class HtmlRebuilder
{
    private void Start(Element element, ref StructHtmlToken tag)
    {
        switch (element)
        {
            case Element.None: break;
            case Element.Line: writer.BreakLine(); break;
            case Element.Division: writer.Divide(); break;
            case Element.Br: writer.Break(); break;
            case Element.Hr: writer.Rule(); break;
            case Element.Li: writer.StartItem(); break;
            case Element.Ol: writer.StartContainer(element, FirstNumber(Attribute(ref tag, "start"))); break;
            case Element.Ul or Element.Blockquote or Element.Details or Element.Table: writer.StartContainer(element); break;
            case Element.Td or Element.Th: writer.StartTablePart(element, Alignment.Of(ref tag)); break;
            case Element.Thead or Element.Tbody or Element.Tr: writer.StartTablePart(element); break;
            case Element.Img: Picture(ref tag); break;
            case Element.Input: Checkbox(ref tag); break;
            case Element.A: Link(ref tag); break;
            case Element.Code: writer.StartInline(element, StartTags.Code(Attribute(ref tag, "class"))); break;
            case Element.Abbr: writer.StartInline(element, StartTags.Abbr(Attribute(ref tag, "title"))); break;
            default:
                if (element.IsHeading) writer.StartLeaf(_headings.Move(element));
                else if (element.IsLeaf) writer.StartLeaf(element);
                else writer.StartInline(element);
                _afterPre = element == Element.Pre;
                break;
        }
    }

    private void End(Element element)
    {
        if (element == Element.Line) writer.BreakLine();
        else if (element == Element.Division) writer.Divide();
        else if (element.IsHeading) writer.CloseLeaf(_headings.Move(element));
        else if (element.IsLeaf) writer.CloseLeaf(element);
        else if (element.IsContainer) writer.EndContainer(element);
        else if (element.IsInline) writer.EndInline(element);
        else if (element == Element.Br) writer.Break();
    }

    private void Link(ref StructHtmlToken tag)
    {
        var url = UrlPolicy.Link(Attribute(ref tag, "href"));
        writer.EndInline(Element.A, everywhere: true);
        if (url is not null) writer.StartInline(Element.A, StartTags.Link(url, Attribute(ref tag, "title")));
    }

    /// <summary>A remote picture would tell its host who reads what and when; a link leaves that to the reader.</summary>
    private void Picture(ref StructHtmlToken tag)
    {
        var src = Attribute(ref tag, "src");
        var alt = Attribute(ref tag, "alt");
        if (UrlPolicy.Picture(src, limits.PicturePrefix) is { } picture) writer.Picture(picture, alt);
        else if (UrlPolicy.Link(src) is not { } url) writer.Text(alt);
        else if (!IsPixel(ref tag)) writer.LinkedText(url, SafeText.IsBlank(alt) ? LinkText.For(url) : alt);
    }

    private void Checkbox(ref StructHtmlToken tag)
    {
        if (Attribute(ref tag, "type").Equals("checkbox", StringComparison.OrdinalIgnoreCase) && Has(ref tag, "disabled"))
            writer.Checkbox(Has(ref tag, "checked"));
    }

    /// <summary>Spacers and trackers, which nobody would miss.</summary>
    private static bool IsPixel(ref StructHtmlToken tag) =>
        Attribute(ref tag, "width") is "0" or "1" or "2" || Attribute(ref tag, "height") is "0" or "1" or "2";

    private static int FirstNumber(ReadOnlySpan<char> start) =>
        int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var first) && first <= 999_999_999 ? first : 1;

    private static bool Has(ref StructHtmlToken tag, string name) => IndexOf(ref tag, name) >= 0;

    private static int IndexOf(ref StructHtmlToken tag, string name)
    {
        for (var i = 0; i < tag.Attributes.Count; i++)
            if (tag.Attributes[i].Name == name) return i;
        return -1;
    }

    internal static ReadOnlySpan<char> Attribute(ref StructHtmlToken tag, string name)
    {
        var index = IndexOf(ref tag, name);
        return index < 0 ? [] : tag.Attributes[index].Value.Memory.Span;
    }
}
