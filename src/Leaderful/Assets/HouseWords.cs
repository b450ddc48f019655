using Leaderful.Search;
using Leaderful.Shared;

namespace Leaderful.Assets;

/// <summary>
/// What the house itself takes for nearly the same, and the small words that say nothing of what is needed; of every language it speaks, since
/// people who share a community need not write in one.
/// </summary>
public sealed class HouseWords
{
    private const string File = "same-words.";

    public HouseWords(Languages languages)
    {
        List<Words> spoken = [.. languages.Names.Where(n => !n.StartsWith("qps", StringComparison.Ordinal)).Select(n => languages.Best(n))];
        var names = languages.English.Keys.Where(k => k.StartsWith(File, StringComparison.Ordinal)).Select(k => k[File.Length..]).Order(StringComparer.Ordinal).ToList();
        Groups = [.. spoken.SelectMany(words => names.Select(name => SameWords.Of(words[$"same-words.{name}"])))];
        Small = spoken.SelectMany(words => SearchWords.Of(words["assets.small-words"])).ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlyList<SameWords> Groups { get; }
    public IReadOnlySet<string> Small { get; }
}
