using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Xml;
using System.Xml.Linq;
using Leaderful.OpenSpace.Reports;
using Leaderful.Shared.Markdown;
using Microsoft.AspNetCore.Components;

namespace Leaderful.OpenSpace.Book;

/// <summary>
/// A report's markup as it stands in a book. It was written by the house, element by element, when the page was read
/// (<c>RichText.ToHtml</c>); here it is written anew from a list of what a book holds, as markup that HTML and XML read alike, with
/// its headings below the session's and its pictures where this form of the book has them.
/// </summary>
internal sealed class ReportMarkup(BookDrawing drawing)
{
    private static readonly FrozenSet<string> Plain = FrozenSet.ToFrozenSet(
        ["p", "ul", "ol", "li", "blockquote", "pre", "code", "table", "tbody", "tr", "th", "td", "strong", "em", "s", "u", "mark", "div"], StringComparer.Ordinal);

    private static readonly string[] Numbers = ["start", "colspan", "rowspan"];

    private readonly StringBuilder html = new();

    public static MarkupString Of(BookReport report, BookDrawing drawing)
    {
        var markup = new ReportMarkup(drawing);
        if (Read(report.Html) is { } read) markup.Children(read);
        else markup.html.Append("<p>").Append(Encoded(PlainText.FromHtml(report.Html))).Append("</p>");
        return new MarkupString(markup.html.ToString());
    }

    /// <summary>What was kept without the boxes in which nobody has written.</summary>
    public static string Filled(string html, ReportBoxes boxes)
    {
        if (!html.Contains("</h", StringComparison.Ordinal) || Read(html) is not { } read) return html;
        boxes.LeaveOut(read);
        return string.Concat(read.Nodes().Select(n => n.ToString(SaveOptions.DisableFormatting)));
    }

    /// <summary>Nothing where it is not as we write it.</summary>
    private static XElement? Read(string html)
    {
        try
        {
            return XElement.Parse($"<body>{XmlText.Closed(XmlText.Clean(html))}</body>", LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private void Children(XElement element)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText text) html.Append(Encoded(text.Value));
            else if (node is XElement child) Element(child);
        }
    }

    private void Element(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "br": html.Append("<br />"); break;
            case "hr": html.Append("<hr />"); break;
            case "img": Image(element); break;
            case "a": Link(element); break;
            case "input": html.Append("<span class=\"box\">").Append(element.Attribute("checked") is null ? '☐' : '☑').Append("</span>"); break;
            case ['h', >= '1' and <= '6' and var level]: Wrapped(element, $"h{Math.Min(drawing.Level + level - '0', 6).ToString(CultureInfo.InvariantCulture)}", ""); break;
            case var name when Plain.Contains(name): Wrapped(element, name, Attributes(element)); break;
            default: Children(element); break;
        }
    }

    private void Wrapped(XElement element, string name, string attributes)
    {
        html.Append('<').Append(name).Append(attributes).Append('>');
        Children(element);
        html.Append("</").Append(name).Append('>');
    }

    private static string Attributes(XElement element)
    {
        var kind = (string?)element.Attribute("data-type");
        if (kind is "taskList" or "taskItem") return kind == "taskList" ? " class=\"tasks\"" : " class=\"task\"";
        return string.Concat(Numbers.Where(n => int.TryParse((string?)element.Attribute(n), NumberStyles.None, CultureInfo.InvariantCulture, out _)).Select(n => $" {n}=\"{(string?)element.Attribute(n)}\""));
    }

    private void Image(XElement element)
    {
        var alt = Encoded((string?)element.Attribute("alt") ?? "");
        if (drawing.Picture((string?)element.Attribute("src") ?? "") is { } address) html.Append("<img src=\"").Append(Encoded(address)).Append("\" alt=\"").Append(alt).Append("\" />");
        else html.Append("<span class=\"gone\">").Append(Encoded(drawing.Words[alt.Length > 0 ? "book.picture-gone-called" : "book.picture-gone"])).Append(alt.Length > 0 ? $" <bdi data-said=\"\">{alt}</bdi>" : "").Append("</span>");
    }

    /// <summary>What leads nowhere from here stays as words.</summary>
    private void Link(XElement element)
    {
        var address = (string?)element.Attribute("href") ?? "";
        if ((address.StartsWith('/') ? drawing.Outside(address) : IsFar(address) ? address : null) is { } to)
            Wrapped(element, "a", $" href=\"{Encoded(to)}\" rel=\"noopener noreferrer nofollow\"");
        else Children(element);
    }

    private static bool IsFar(string address) => Uri.TryCreate(address, UriKind.Absolute, out var to) && to.Scheme is "http" or "https" or "mailto";

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
