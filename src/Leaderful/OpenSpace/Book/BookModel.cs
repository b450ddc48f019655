using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Book;

/// <summary>The book as a page: where it is, and whether it can be had as a PDF file.</summary>
public sealed record BookModel(BookDrawing Drawing, string Gathering, bool HasPdf)
{
    /// <summary>It is written to a file, for whoever makes paper of it.</summary>
    public bool IsFile { get; init; }

    public string Address => $"{Gathering}/book";

    /// <summary>In the house itself, everything leads where it leads; a guest of the room could not go there.</summary>
    public static BookDrawing InHouse(Viewer viewer, BookOfProceedings book, string address) => new(viewer.Words, book)
    {
        Community = viewer.Here.Path, Outside = path => viewer.Guest is null ? path : null,
        Picture = src => book.Pictures.TryGetValue(src, out var picture) ? picture.Path is null ? null : $"{address}/pictures/{picture.Id}"
            : viewer.Guest is null && src.StartsWith("/files/", StringComparison.Ordinal) ? src : null,
    };

    /// <summary>Taken along: what leads into the house leads there from anywhere, and pictures lie where <paramref name="folder"/> says.</summary>
    public static BookDrawing Away(Viewer viewer, BookOfProceedings book, string folder = BookFiles.Pictures)
    {
        var taken = BookFiles.Taken(book).Select(p => p.Id).ToHashSet();
        return new(viewer.Words, book)
        {
            Community = viewer.Here.Path, Source = SourceOf(viewer, book), Outside = path => viewer.Guest is null ? viewer.Origin + path : null,
            Picture = src => book.Pictures.TryGetValue(src, out var picture) && taken.Contains(picture.Id) ? folder + picture.Name : null,
        };
    }

    /// <summary>On paper: there it says where it stands as things are later.</summary>
    public BookModel OnPaper(Viewer viewer) => this with { Drawing = Drawing with { Source = SourceOf(viewer, Drawing.Book) } };

    private static string SourceOf(Viewer viewer, BookOfProceedings book) => $"{viewer.Origin}{BookEndpoints.PathOf(viewer, book.Cover.Id)}/book";
}
