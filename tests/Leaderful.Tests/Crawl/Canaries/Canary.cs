namespace Leaderful.Tests.Crawl.Canaries;

/// <summary>
/// A word that stands in one private place and nowhere else. <c>Readers</c> must come upon it somewhere, or the test could not
/// fail; <c>Others</c> may; for everybody else it does not exist. <c>Where</c> narrows where it would betray anything.
/// </summary>
public sealed record Canary(string Word, string What, IReadOnlyList<string> Readers)
{
    public IReadOnlyList<string> Others { get; init; } = [];
    public Func<string, bool> Where { get; init; } = _ => true;

    public bool MayBeReadBy(string name) => Readers.Contains(name) || Others.Contains(name);

    /// <summary>Enough of the word to find it by, and not what an answer may say again because it was asked.</summary>
    public string Beginning => Word[..^5];
}
