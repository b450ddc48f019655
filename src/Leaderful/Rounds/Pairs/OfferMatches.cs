using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.People;

namespace Leaderful.Rounds.Pairs;

/// <summary>
/// Who offers something that somebody else looks for: a word of the one line begins as a word of the other does. It knows no language, so
/// short words say nothing, and neither do those that many use.
/// </summary>
public sealed class OfferMatches
{
    private const int Shortest = 5;

    /// <summary>A word that more than one line in so many has tells nobody apart, once there are lines enough to say so.</summary>
    private const int OneIn = 4;
    private const int LinesEnough = 8;

    private readonly Dictionary<(int Offers, int Needs), (OpenLine Offer, OpenLine Need)> found = [];

    public OfferMatches(IReadOnlyList<OpenLine> lines, Dictionary<Id<Person>, int> numbers)
    {
        var said = lines.Where(l => l.Facet is Facet.Offer or Facet.Need && numbers.ContainsKey(l.PersonId)).Select(l => (Line: l, Words: WordsOf(l))).ToList();
        var common = said.Count < LinesEnough ? [] : said.SelectMany(l => l.Words).GroupBy(w => w, StringComparer.Ordinal).Where(g => g.Count() * OneIn > said.Count).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var offers = said.Where(l => l.Line.Facet == Facet.Offer).SelectMany(l => l.Words.Except(common, StringComparer.Ordinal).Select(w => (Word: w, l.Line)))
            .ToLookup(o => o.Word[..Shortest], StringComparer.Ordinal);
        foreach (var (need, words) in said.Where(l => l.Line.Facet == Facet.Need))
        {
            foreach (var word in words.Except(common, StringComparer.Ordinal))
            {
                foreach (var (offered, offer) in offers[word[..Shortest]])
                {
                    if (offer.PersonId != need.PersonId && AreAlike(offered, word)) found.TryAdd((numbers[offer.PersonId], numbers[need.PersonId]), (offer, need));
                }
            }
        }
    }

    public bool Has(int offers, int needs) => found.ContainsKey((offers, needs));

    /// <summary>The two lines, as they were written.</summary>
    public (OpenLine Offer, OpenLine Need)? Find(int offers, int needs) => found.TryGetValue((offers, needs), out var lines) ? lines : null;

    private static bool AreAlike(string one, string other) => one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);

    private static string[] WordsOf(OpenLine line) => [.. line.SearchKey.Split(' ').Where(w => w.Length >= Shortest).Distinct(StringComparer.Ordinal)];
}
