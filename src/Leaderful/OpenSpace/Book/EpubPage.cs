namespace Leaderful.OpenSpace.Book;

/// <summary>A page of an EPUB, between its beginning and its end; how it is called in the contents, and how deep it stands there.</summary>
internal sealed record EpubPage(string File, string Title, string Body)
{
    public int Depth { get; init; }
}
