using Leaderful.Shared;

namespace Leaderful.OpenSpace.Book;

/// <summary>
/// How a book is drawn for one of its forms: where its pictures are (nowhere, for one that is not taken along), where an address of
/// the house leads from there (nowhere, for a reader who could not go), and where a session is found.
/// </summary>
public sealed record BookDrawing(Words Words, BookOfProceedings Book)
{
    /// <summary>Between two things on one line: it ends a line and never begins one.</summary>
    public const string Dot = "\u00a0· ";

    public required Func<string, string?> Picture { get; init; }
    public required Func<string, string?> Outside { get; init; }
    public Func<string, string> To { get; init; } = anchor => $"#{anchor}";

    /// <summary>How deep the heading of a session is; what is in its report comes below it.</summary>
    public int Level { get; init; } = 3;

    /// <summary>The path of the community, for what is answered for there.</summary>
    public required string Community { get; init; }

    /// <summary>Where the book is read as things stand later; nothing where it is read there already.</summary>
    public string? Source { get; init; }

    public string Name(string name) => name.Length > 0 ? name : Words["conversations.former"];

    public string? Convener(BookSession session) => session.Convener.Length > 0 || session.IsConvenerKnown ? Name(session.Convener) : null;

    public string Title(BookSession session) => session.Title.Length > 0 ? session.Title : Words["book.no-title"];

    /// <summary>Only where it is somewhere in the book, which it is not for whoever promised at a topic that was taken down.</summary>
    public BookSession? SessionOf(BookPromise promise) => promise.At is { } number ? sessions.GetValueOrDefault(number) : null;

    private readonly Dictionary<int, BookSession> sessions = Book.Sessions.Concat(Book.Bare).Concat(Book.LetGo).SelectMany(s => s.WithJoined).ToDictionary(s => s.Number);
}
