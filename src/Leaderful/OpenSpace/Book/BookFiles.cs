using System.Globalization;
using System.Text;

namespace Leaderful.OpenSpace.Book;

/// <summary>What is taken along in the files of a book, and how they are called.</summary>
internal static class BookFiles
{
    /// <summary>More than this in pictures is more than a phone opens; those after it stay in the house.</summary>
    private const long MostInPictures = 400L * 1024 * 1024;
    private const int LongestName = 80;

    /// <summary>The folder they lie in.</summary>
    public const string Pictures = "pictures/";

    /// <summary>Those that are there, as far as they fit, in their order.</summary>
    public static IReadOnlyList<BookPicture> Taken(BookOfProceedings book)
    {
        var (taken, room) = (new List<BookPicture>(), MostInPictures);
        foreach (var picture in book.Pictures.Values.Where(p => p.Path is not null))
        {
            if (picture.Size > room) break;
            room -= picture.Size;
            taken.Add(picture);
        }
        return taken;
    }

    /// <summary>After the theme, with what no system of files takes amiss.</summary>
    public static string NameOf(BookDrawing drawing, string ending)
    {
        var theme = string.Concat(drawing.Book.Cover.Theme.EnumerateRunes().Select(r => IsNamely(r) ? r.ToString() : "-"));
        var name = string.Join('-', theme.Split('-', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (name.Length > LongestName) name = name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)].Trim();
        return $"{(name.Length > 0 ? name : drawing.Words["book.file"])}.{ending}";
    }

    /// <summary>Letters and figures of any script, with the marks that belong to them.</summary>
    private static bool IsNamely(Rune rune) => Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '-' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
