namespace Leaderful.OpenSpace.Book;

/// <summary>What comes after the sessions, each with its anchor and its name; and what the parts before are called.</summary>
internal static class BookRests
{
    public const string Bare = "without-notes";
    public const string LetGo = "let-go";
    public const string Promises = "commitments";

    public static IEnumerable<(string Anchor, string Name, IReadOnlyList<BookSession> Sessions)> Of(BookDrawing drawing)
    {
        var (book, words) = (drawing.Book, drawing.Words);
        if (book.Bare.Count > 0) yield return (Bare, words["book.bare"], book.Bare);
        if (book.LetGo.Count > 0) yield return (LetGo, words["book.let-go"], book.LetGo);
        if (book.Promises.Count > 0) yield return (Promises, words["book.promises"], []);
    }

    /// <summary>A part by its day, as plain words.</summary>
    public static string PartName(BookPart part, BookDrawing drawing) => part.Day switch
    {
        null => drawing.Words[drawing.Book.Parts.Count > 1 ? "book.no-time" : "book.sessions"],
        { } day when drawing.Book.Parts.Count > 1 => BookTimes.Day(day, drawing.Words),
        _ => drawing.Words["book.sessions"],
    };

    public static string? Note(string anchor, BookDrawing drawing) => anchor switch
    {
        Bare => drawing.Words["book.bare-note"],
        LetGo => drawing.Words["book.let-go-note"],
        _ => null,
    };
}
