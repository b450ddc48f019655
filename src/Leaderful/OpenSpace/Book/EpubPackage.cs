using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Leaderful.OpenSpace.Book;

/// <summary>What an EPUB says of itself: its title and language, every file in it, the order of its pages, and its contents.</summary>
internal static class EpubPackage
{
    private static readonly XNamespace Opf = "http://www.idpf.org/2007/opf";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace Ops = "http://www.idpf.org/2007/ops";

    public const string Container = """
        <?xml version="1.0" encoding="utf-8"?>
        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
        """;

    public static string Of(BookDrawing drawing, IReadOnlyList<EpubPage> pages) => Text(new XElement(Opf + "package",
        new XAttribute("version", "3.0"), new XAttribute("unique-identifier", "id"), new XAttribute(XNamespace.Xml + "lang", drawing.Words.Language), new XAttribute("dir", drawing.Words.Direction),
        Metadata(drawing),
        new XElement(Opf + "manifest",
            Item("nav", "nav.xhtml", "application/xhtml+xml", "nav"), Item("style", "book.css", "text/css"),
            pages.Select((p, i) => Item(PageId(i), p.File, "application/xhtml+xml")),
            BookFiles.Taken(drawing.Book).Select((p, i) => Item($"picture{i.ToString(CultureInfo.InvariantCulture)}", BookFiles.Pictures + p.Name, p.ContentType))),
        new XElement(Opf + "spine", new XAttribute("page-progression-direction", drawing.Words.Direction),
            new XElement(Opf + "itemref", new XAttribute("idref", PageId(0))), new XElement(Opf + "itemref", new XAttribute("idref", "nav")),
            pages.Skip(1).Select((_, i) => new XElement(Opf + "itemref", new XAttribute("idref", PageId(i + 1)))))));

    private static XElement Metadata(BookDrawing drawing)
    {
        var (book, words) = (drawing.Book, drawing.Words);
        return new XElement(Opf + "metadata", new XAttribute(XNamespace.Xmlns + "dc", Dc),
            new XElement(Dc + "identifier", new XAttribute("id", "id"), $"urn:uuid:{book.Cover.Id.Value}"),
            new XElement(Dc + "title", book.Cover.Theme is { Length: > 0 } theme ? theme : words["book.name"]),
            new XElement(Dc + "language", words.Language),
            new XElement(Dc + "creator", drawing.Name(book.Cover.Host)),
            new XElement(Dc + "publisher", book.Cover.Community),
            new XElement(Opf + "meta", new XAttribute("property", "dcterms:modified"), Shared.Views.Time.Instant(book.At)));
    }

    private static XElement Item(string id, string file, string type, string? properties = null) => new(Opf + "item",
        new XAttribute("id", id), new XAttribute("href", file), new XAttribute("media-type", type), properties is null ? null : new XAttribute("properties", properties));

    private static string PageId(int number) => $"page{number.ToString(CultureInfo.InvariantCulture)}";

    public static string Nav(BookDrawing drawing, IReadOnlyList<EpubPage> pages)
    {
        var (list, last) = (new XElement(Html + "ol"), (XElement?)null);
        foreach (var page in pages)
        {
            var line = new XElement(Html + "li", new XElement(Html + "a", new XAttribute("href", page.File), page.Title.Length > 0 ? page.Title : drawing.Words["book.name"]));
            if (page.Depth == 0) list.Add(last = line);
            else Below(last!).Add(line);
        }
        var (language, name) = (drawing.Words.Language, drawing.Words["book.contents"]);
        return Text(new XElement(Html + "html", new XAttribute(XNamespace.Xmlns + "epub", Ops), new XAttribute("lang", language), new XAttribute(XNamespace.Xml + "lang", language), new XAttribute("dir", drawing.Words.Direction),
            new XElement(Html + "head", new XElement(Html + "title", name), new XElement(Html + "link", new XAttribute("rel", "stylesheet"), new XAttribute("type", "text/css"), new XAttribute("href", "book.css"))),
            new XElement(Html + "body", new XElement(Html + "nav", new XAttribute(Ops + "type", "toc"), new XAttribute("id", "toc"), new XElement(Html + "h1", name), list))));
    }

    private static XElement Below(XElement line)
    {
        if (line.Element(Html + "ol") is { } below) return below;
        var begun = new XElement(Html + "ol");
        line.Add(begun);
        return begun;
    }

    private static string Text(XElement root) => new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n").Append(root.ToString(SaveOptions.DisableFormatting)).ToString();
}
