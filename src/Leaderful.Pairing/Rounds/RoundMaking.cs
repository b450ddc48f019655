namespace Leaderful.Pairing.Rounds;

/// <summary>A matching, told as a round.</summary>
internal static class RoundMaking
{
    public static Round Make(int people, IReadOnlyList<Candidate> candidates, RoundRules rules, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(people);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(people, ExactMatching.MostPeople);
        var matching = rules.Seed is { } seed
            ? InAnotherOrder(people, candidates, rules, seed, stop)
            : ExactMatching.Find(people, candidates, rules.Aim, stop).Partners;
        var joining = rules.ThreeTogether ? Joining.Find(matching, candidates) : [];
        var pairs = Enumerable.Range(0, people).Where(v => v < matching[v]).ToArray();
        var worths = new PairWorths(candidates, matching);
        return new Round(
            [.. pairs.Select(one => joining.TryGetValue(one, out var third)
                ? new Meeting(one, matching[one], third.Person, worths[one] + third.Worth)
                : new Meeting(one, matching[one], null, worths[one]))],
            [.. Enumerable.Range(0, people).Where(v => matching[v] < 0).Except(joining.Values.Select(third => third.Person))]);
    }

    /// <summary>What ties is told apart by numbers, so other numbers tell it apart otherwise.</summary>
    static IReadOnlyList<int> InAnotherOrder(int people, IReadOnlyList<Candidate> candidates, RoundRules rules, int seed, CancellationToken stop)
    {
        var order = new Shuffle(seed).Order(people);
        var named = new int[people];
        for (var v = 0; v < people; v++) named[order[v]] = v;
        int Named(int v) => (uint)v < (uint)people ? named[v] : throw new ArgumentOutOfRangeException(nameof(candidates), $"{v} is not among {people} people.");
        var found = ExactMatching.Find(people, candidates.Select(c => new Candidate(Named(c.One), Named(c.Other), c.Worth)), rules.Aim, stop).Partners;
        return [.. named.Select(v => found[v] < 0 ? -1 : order[found[v]])];
    }
}
