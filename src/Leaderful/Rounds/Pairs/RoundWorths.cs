using Leaderful.Accounts;
using Leaderful.Data;

namespace Leaderful.Rounds.Pairs;

/// <summary>
/// What it is worth that two meet; nothing (null) where they may not. As many as can be have somebody, whatever these say; among such
/// rounds those count first who had nobody the last time, then that people meet whom they have not met, then what they give each other.
/// </summary>
public sealed class RoundWorths
{
    /// <summary>For each of the two who had nobody the last time.</summary>
    public const int LeftOver = 1000;

    /// <summary>For each earlier round in which they met.</summary>
    public const int Met = -100;

    /// <summary>They come from different places.</summary>
    public const int Across = 10;

    /// <summary>Something that one offers is something the other looks for; in both directions twice.</summary>
    public const int Offer = 10;

    private readonly HashSet<(int, int)> apart = [];
    private readonly Dictionary<(int, int), int> met = [];
    private readonly bool[] leftOver;

    public RoundWorths(RoundFacts facts)
    {
        var numbers = facts.People.Select((person, number) => (person, number)).ToDictionary(p => p.person, p => p.number);
        Units = new RoundUnits(facts, numbers);
        Matches = new OfferMatches(facts.Lines, numbers);
        leftOver = new bool[facts.People.Count];
        foreach (var person in facts.LeftOver) if (numbers.TryGetValue(person, out var number)) leftOver[number] = true;
        foreach (var (one, other) in facts.Apart) if (numbers.TryGetValue(one, out var a) && numbers.TryGetValue(other, out var b)) apart.Add(Ordered(a, b));
        foreach (var pair in facts.Earlier.GroupBy(e => (e.RoundId, e.Pair))) Count([.. pair], numbers);
    }

    public RoundUnits Units { get; }
    public OfferMatches Matches { get; }

    public int? Of(int one, int other)
    {
        if (apart.Contains(Ordered(one, other))) return null;
        return (leftOver[one] ? LeftOver : 0) + (leftOver[other] ? LeftOver : 0) + (Met * TimesMet(one, other)) + (Units.AreApart(one, other) ? Across : 0)
            + (Matches.Has(one, other) ? Offer : 0) + (Matches.Has(other, one) ? Offer : 0);
    }

    public int TimesMet(int one, int other) => met.GetValueOrDefault(Ordered(one, other));

    /// <summary>Those who had a pair and met, or of whom nobody said that they did not.</summary>
    private void Count(IReadOnlyList<EarlierPair> pair, Dictionary<Id<Person>, int> numbers)
    {
        if (pair.Any(p => p.Met is Rounds.Met.No or Rounds.Met.NotYet) && pair.All(p => p.Met != Rounds.Met.Yes)) return;
        var known = pair.Where(p => numbers.ContainsKey(p.PersonId)).Select(p => numbers[p.PersonId]).Order().ToArray();
        for (var i = 0; i < known.Length; i++)
            for (var j = i + 1; j < known.Length; j++) met[(known[i], known[j])] = met.GetValueOrDefault((known[i], known[j])) + 1;
    }

    private static (int, int) Ordered(int one, int other) => one < other ? (one, other) : (other, one);
}
