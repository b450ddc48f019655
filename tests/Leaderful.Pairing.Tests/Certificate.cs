using Xunit;

namespace Leaderful.Pairing.Tests;

/// <summary>
/// Checks a matching and its proof by nothing but what was asked: that it is a matching, that the prices are enough for every
/// candidate, and that nothing is paid without being used (complementary slackness).
/// </summary>
internal static class Certificate
{
    public static void Check(People people, Matching matching, MatchingAim aim)
    {
        IsMatching(people, matching);
        var proof = matching.Proof;
        CountsPairsFirst(people, proof, aim);
        Assert.All(proof.People, price => Assert.True(price >= 0));
        Assert.All(proof.Groups, group => Assert.True(group.Price > 0 && group.Members.Count % 2 == 1 && group.Members.Count >= 3 && group.Members.Distinct().Count() == group.Members.Count));
        var within = Within(people, proof);
        foreach (var ((one, other), worth) in people.Worth)
        {
            var slack = proof.People[one] + proof.People[other] + (2 * within(one, other)) - (2 * (proof.Raise + worth));
            Assert.True(slack >= 0, $"{one} and {other} are worth {-slack} more than their prices.");
            if (matching.Partners[one] == other) Assert.Equal(0, slack);
        }
        for (var v = 0; v < people.Count; v++) Assert.True(matching.Partners[v] >= 0 || proof.People[v] == 0, $"{v} has a price and nobody.");
        foreach (var group in proof.Groups)
        {
            var members = group.Members.ToHashSet();
            Assert.Equal(group.Members.Count - 1, group.Members.Count(v => members.Contains(matching.Partners[v])));
        }
        AddsUp(matching);
    }

    public static void IsMatching(People people, Matching matching)
    {
        Assert.Equal(people.Count, matching.Partners.Count);
        for (var v = 0; v < people.Count; v++) Assert.True(matching.Partners[v] < 0 || matching.Partners[matching.Partners[v]] == v);
        Assert.Equal(matching.Worth, matching.Pairs.Sum(pair => (long)people.Worth[pair]));
    }

    /// <summary>A matching with a pair more outweighs any with fewer, whatever these are worth: k + 1 of the least against k of the most.</summary>
    static void CountsPairsFirst(People people, MatchingProof proof, MatchingAim aim)
    {
        if (aim == MatchingAim.MostWorth) { Assert.Equal(0, proof.Raise); return; }
        if (people.Worth.Count == 0) return;
        long least = people.Worth.Values.Min(), most = people.Worth.Values.Max();
        for (var k = 0; k < people.Count / 2; k++) Assert.True((k + 1) * (proof.Raise + least) > k * (proof.Raise + most));
    }

    static Func<int, int, long> Within(People people, MatchingProof proof)
    {
        var groups = Enumerable.Range(0, people.Count).Select(_ => new HashSet<int>()).ToArray();
        for (var g = 0; g < proof.Groups.Count; g++)
        {
            foreach (var v in proof.Groups[g].Members) groups[v].Add(g);
        }
        return (one, other) => groups[one].Count == 0 ? 0 : groups[one].Where(groups[other].Contains).Sum(g => proof.Groups[g].Price);
    }

    /// <summary>What the proof's own description asks for, too.</summary>
    static void AddsUp(Matching matching) => Assert.Equal(
        2 * (matching.Worth + (matching.Proof.Raise * matching.Pairs.Count())),
        matching.Proof.People.Sum() + matching.Proof.Groups.Sum(group => group.Price * (group.Members.Count - 1)));
}
