using Leaderful.Data;

namespace Leaderful.OpenSpace.Book;

/// <summary>
/// All that an Open Space leaves, as one reader may read it now. Nobody writes it and nothing keeps it: it is put together from the
/// wall, the reports and the commitments each time somebody opens it, so it is never behind.
/// </summary>
public sealed record BookOfProceedings(BookCover Cover, IReadOnlyList<BookPart> Parts, DateTime At)
{
    /// <summary>On the wall, and nothing was written, promised or said of them yet.</summary>
    public IReadOnlyList<BookSession> Bare { get; init; } = [];
    public IReadOnlyList<BookSession> LetGo { get; init; } = [];

    /// <summary>Whatever was promised: at a session, on its report, or at the gathering as a whole.</summary>
    public IReadOnlyList<BookPromise> Promises { get; init; } = [];

    /// <summary>The pictures that stand in its reports, by the address they stand there with.</summary>
    public IReadOnlyDictionary<string, BookPicture> Pictures { get; init; } = new Dictionary<string, BookPicture>(StringComparer.Ordinal);

    public bool IsEmpty => Parts.Count + Bare.Count + LetGo.Count + Promises.Count == 0;

    public IEnumerable<BookSession> Sessions => Parts.SelectMany(p => p.Sessions);

    public IReadOnlyList<BookPromise> PromisesAt(BookSession session) => [.. Promises.Where(p => p.At == session.Number)];
}

/// <summary>What is on the cover.</summary>
public sealed record BookCover(Id<Space> Id, string Theme, string Purpose, string Host, string Community)
{
    public DateTime? StartsAt { get; init; }
    public DateTime? EndsAt { get; init; }
    public string Zone { get; init; } = "";
    public string Place { get; init; } = "";
    public bool HasCall { get; init; }
}

/// <summary>The sessions of a day; those that had no time on the wall come last.</summary>
public sealed record BookPart(DateOnly? Day, IReadOnlyList<BookSession> Sessions)
{
    public string Anchor => Day is { } day ? $"day-{day:yyyyMMdd}" : "no-time";
}

/// <summary>A picture of a report: where it lies, and the name it is taken along under. One that is gone has no place.</summary>
public sealed record BookPicture(Id<Files.Attachment> Id, string Name, string ContentType, long Size, string? Path);
