using Microsoft.AspNetCore.Components;

namespace Leaderful.OpenSpace.Book;

/// <summary>Styles that go along with a book: it is read where the house's own are not.</summary>
internal static class BookStyles
{
    private static readonly string Paper = Read("print.css");

    public static readonly string Epub = Read("epub.css");

    /// <summary>For paper; its faces lie beside it where it is a file.</summary>
    public static MarkupString Print(bool isFile) => new(isFile ? Paper.Replace("url(/fonts/", "url(fonts/", StringComparison.Ordinal) : Paper);

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(BookStyles).Assembly.GetManifestResourceStream($"styles/book/{name}")!);
        return reader.ReadToEnd();
    }
}
