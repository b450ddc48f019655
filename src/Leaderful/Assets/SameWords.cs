using Leaderful.Search;

namespace Leaderful.Assets;

/// <summary>One of them, as it was written and as it is looked for; of several words all must be there, in whatever order.</summary>
public sealed record Phrase(string Said, IReadOnlyList<string> Words);

/// <summary>Words that mean nearly the same to whoever looks for help, written one after the other with commas between.</summary>
public sealed record SameWords(IReadOnlyList<Phrase> Phrases)
{
    private const int MostWords = 4;

    public static SameWords Of(string line) => new([.. line.Split(',', ';', '\n', '،', '、')
        .Select(part => new Phrase(part.Trim(), [.. SearchWords.Of(part).Distinct(StringComparer.Ordinal).Take(MostWords)]))
        .Where(p => p.Words.Count > 0).DistinctBy(p => string.Join(' ', p.Words.Order(StringComparer.Ordinal)))]);
}
