using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Book;

/// <summary>The book as a PDF file: the print page and what it shows, written into a folder nobody else reads, which goes with the answer.</summary>
internal sealed class BookPdf(Chromium chromium, IWebHostEnvironment house)
{
    private const string Page = "book.html";
    private const string File = "book.pdf";

    /// <summary>Where it lies until the folder goes; nothing where it could not be made.</summary>
    public async Task<string?> Make(BookModel model, BookViews views, PrivateFolder folder, CancellationToken stop)
    {
        await folder.Write(Page, await views.Draw<BookPrintPage>((nameof(BookPrintPage.Model), model with { IsFile = true })));
        foreach (var picture in BookFiles.Taken(model.Drawing.Book)) folder.Copy(picture.Path!, BookFiles.Pictures + picture.Name);
        foreach (var face in house.WebRootFileProvider.GetDirectoryContents("fonts"))
            if (face.PhysicalPath is { } path && face.Name.EndsWith(".woff2", StringComparison.Ordinal)) folder.Copy(path, $"fonts/{face.Name}");
        return await chromium.Print(folder.Path, Page, File, stop) ? Path.Combine(folder.Path, File) : null;
    }
}
