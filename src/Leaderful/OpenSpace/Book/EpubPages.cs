using System.Text.Encodings.Web;

namespace Leaderful.OpenSpace.Book;

/// <summary>The pages of an EPUB: the cover, a page for each day and for each session, and one for each of what comes after.</summary>
internal static class EpubPages
{
    public const string Cover = "cover.xhtml";

    /// <summary>Which page each anchor of the book is on.</summary>
    public static BookDrawing Placed(BookDrawing drawing)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var session in drawing.Book.Sessions)
            foreach (var one in session.WithJoined) places[one.Anchor] = $"{session.Anchor}.xhtml#{one.Anchor}";
        foreach (var (anchor, _, sessions) in BookRests.Of(drawing))
            foreach (var one in sessions.SelectMany(s => s.WithJoined)) places[one.Anchor] = $"{anchor}.xhtml#{one.Anchor}";
        return drawing with { Level = 1, To = anchor => places.GetValueOrDefault(anchor, $"{anchor}.xhtml") };
    }

    public static async Task<IReadOnlyList<EpubPage>> Of(BookDrawing whole, BookViews views)
    {
        var drawing = Placed(whole);
        var pages = new List<EpubPage> { new(Cover, drawing.Book.Cover.Theme, CoverHead(drawing) + await views.Draw<BookCoverPart>((nameof(BookCoverPart.Drawing), drawing))) };
        foreach (var part in drawing.Book.Parts)
        {
            var day = BookRests.PartName(part, drawing);
            pages.Add(new EpubPage($"{part.Anchor}.xhtml", day, $"<h1>{Encoded(day)}</h1>"));
            foreach (var session in part.Sessions)
                pages.Add(new EpubPage($"{session.Anchor}.xhtml", drawing.Title(session), await views.Draw<BookSessionPart>((nameof(BookSessionPart.Session), session), (nameof(BookSessionPart.Drawing), drawing), (nameof(BookSessionPart.Level), 1), (nameof(BookSessionPart.HasDay), true))) { Depth = 1 });
        }
        foreach (var (anchor, name, sessions) in BookRests.Of(drawing)) pages.Add(new EpubPage($"{anchor}.xhtml", name, await Rest(anchor, name, sessions, drawing, views)));
        return pages;
    }

    private static async Task<string> Rest(string anchor, string name, IReadOnlyList<BookSession> sessions, BookDrawing drawing, BookViews views)
    {
        var head = $"<h1>{Encoded(name)}</h1>{(BookRests.Note(anchor, drawing) is { } note ? $"<p>{Encoded(note)}</p>" : "")}";
        return head + (sessions.Count == 0
            ? await views.Draw<BookPromises>((nameof(BookPromises.Drawing), drawing))
            : await views.Draw<BookRest>((nameof(BookRest.Sessions), sessions), (nameof(BookRest.Drawing), drawing), (nameof(BookRest.Level), 2)));
    }

    private static string CoverHead(BookDrawing drawing) =>
        $"<p class=\"book-over\">{Encoded(drawing.Words["book.name"])}{BookDrawing.Dot}{Encoded(drawing.Book.Cover.Community)}</p><h1 dir=\"auto\">{Encoded(drawing.Book.Cover.Theme)}</h1>";

    public static string Whole(EpubPage page, BookDrawing drawing) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{drawing.Words.Language}" xml:lang="{drawing.Words.Language}" dir="{drawing.Words.Direction}">
        <head><meta charset="utf-8" /><title>{Encoded(page.Title)}</title><link rel="stylesheet" type="text/css" href="book.css" /></head>
        <body{(page.File == Cover ? " epub:type=\"titlepage\" class=\"cover\"" : "")}>
        {XmlText.Closed(page.Body)}
        </body>
        </html>
        """;

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
