using System.IO.Compression;
using System.Text;
using Leaderful.Pages.Together;

namespace Leaderful.OpenSpace.Book;

/// <summary>The book as Markdown: one text, and where there are pictures, in a folder with them.</summary>
internal static class BookMarkdown
{
    public const string Type = "text/markdown";

    /// <summary>Addresses of the house lead there from anywhere; pictures to where they lie beside the text.</summary>
    public static string Of(BookDrawing drawing)
    {
        var text = new MarkdownBook(drawing);
        text.Cover();
        foreach (var part in drawing.Book.Parts)
        {
            text.Heading(2, BookRests.PartName(part, drawing));
            foreach (var session in part.Sessions) text.Session(session, 3, hasDay: drawing.Book.Parts.Count == 1);
        }
        foreach (var (anchor, name, sessions) in BookRests.Of(drawing))
        {
            text.Heading(2, name);
            if (BookRests.Note(anchor, drawing) is { } note) text.Paragraph(note);
            if (sessions.Count == 0) text.Promises();
            foreach (var session in sessions) text.Session(session, 3, hasDay: true);
        }
        return text.ToString();
    }

    public static async Task Zip(Stream to, string text, BookDrawing drawing)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        await using (var book = await zip.CreateEntry("book.md").OpenAsync()) await book.WriteAsync(Encoding.UTF8.GetBytes(text));
        foreach (var picture in BookFiles.Taken(drawing.Book)) await BookEpub.Put(zip, BookFiles.Pictures + picture.Name, picture, drawing);
    }

    /// <summary>A report below the heading of its session: its own headings go deeper. What only looks like one was escaped as it was written, but for code.</summary>
    internal static string Report(BookReport report, BookDrawing drawing, int level)
    {
        var written = PageText.Markdown(report.Written!, address => drawing.Picture(address) ?? (address.StartsWith('/') ? drawing.Outside(address) ?? "" : address));
        var (lines, fence) = (written.Split('\n').ToList(), "");
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].TrimStart();
            if (fence.Length > 0) fence = line.StartsWith(fence, StringComparison.Ordinal) ? "" : fence;
            else if (line.StartsWith("```", StringComparison.Ordinal)) fence = new string('`', line.Length - line.TrimStart('`').Length);
            else if (report.Boxes.LinesFrom(lines, i) is > 0 and var count) lines.RemoveRange(i--, count);
            else if (lines[i].StartsWith('#')) lines[i] = Deeper(lines[i], level);
        }
        return XmlText.Clean(string.Join('\n', lines)).TrimEnd();
    }

    private static string Deeper(string line, int level)
    {
        var own = line.Length - line.TrimStart('#').Length;
        return new string('#', Math.Min(own + level, 6)) + line[own..];
    }

}
