using System.IO.Compression;
using System.Text;

namespace Leaderful.OpenSpace.Book;

/// <summary>
/// The book as an EPUB 3: what it is first and uncompressed, then where to begin, what is in it, and its pages, each of them XML. It is
/// written into a file of its own, since a reader wants to know how long it is, and sent from there.
/// </summary>
internal static class BookEpub
{
    public const string Type = "application/epub+zip";
    public const string Folder = "book/";

    public static async Task Write(Stream to, BookDrawing drawing, BookViews views)
    {
        var pages = await EpubPages.Of(drawing, views);
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        Put(zip, "mimetype", Type, drawing, CompressionLevel.NoCompression);
        Put(zip, "META-INF/container.xml", EpubPackage.Container, drawing);
        Put(zip, $"{Folder}package.opf", EpubPackage.Of(drawing, pages), drawing);
        Put(zip, $"{Folder}nav.xhtml", EpubPackage.Nav(drawing, pages), drawing);
        Put(zip, $"{Folder}book.css", BookStyles.Epub, drawing);
        foreach (var page in pages) Put(zip, Folder + page.File, EpubPages.Whole(page, drawing), drawing);
        foreach (var picture in BookFiles.Taken(drawing.Book)) await Put(zip, Folder + BookFiles.Pictures + picture.Name, picture, drawing);
    }

    private static void Put(ZipArchive zip, string name, string text, BookDrawing drawing, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var entry = Entry(zip, name, drawing, level).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Pictures are as small as they get already.</summary>
    internal static async Task Put(ZipArchive zip, string name, BookPicture picture, BookDrawing drawing)
    {
        await using var bytes = File.OpenRead(picture.Path!);
        await using var entry = await Entry(zip, name, drawing, CompressionLevel.NoCompression).OpenAsync();
        await bytes.CopyToAsync(entry);
    }

    private static ZipArchiveEntry Entry(ZipArchive zip, string name, BookDrawing drawing, CompressionLevel level)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = new DateTimeOffset(drawing.Book.At);
        return entry;
    }
}
