using Xunit;

namespace Leaderful.Pairing.Tests;

public class MatchingTests
{
    static Matching Find(int people, MatchingAim aim, params Candidate[] candidates)
    {
        var found = ExactMatching.Find(people, candidates, aim);
        Certificate.Check(new People(people, candidates), found, aim);
        return found;
    }

    [Fact]
    public void Nobody_is_matched_with_nobody()
    {
        Assert.Empty(Find(0, MatchingAim.MostPairs).Partners);
        Assert.Equal([-1, -1, -1], Find(3, MatchingAim.MostPairs).Partners);
    }

    [Fact]
    public void The_best_pair_is_not_always_in_it() =>
        Assert.Equal([(0, 1), (2, 3)], Find(4, MatchingAim.MostWorth, new(0, 1, 6), new(1, 2, 10), new(2, 3, 6)).Pairs);

    [Fact]
    public void The_most_worth_may_be_fewer_pairs()
    {
        Candidate[] row = [new(0, 1, 2), new(1, 2, 10), new(2, 3, 2)];
        Assert.Equal([(1, 2)], Find(4, MatchingAim.MostWorth, row).Pairs);
        Assert.Equal([(0, 1), (2, 3)], Find(4, MatchingAim.MostPairs, row).Pairs);
    }

    [Fact]
    public void Less_than_nothing_is_taken_only_for_the_sake_of_a_pair()
    {
        Candidate[] rather = [new(0, 1, -7), new(2, 3, 1)];
        Assert.Equal(1, Find(4, MatchingAim.MostWorth, rather).Worth);
        Assert.Equal(-6, Find(4, MatchingAim.MostPairs, rather).Worth);
    }

    [Fact]
    public void In_a_ring_of_three_one_is_left_over()
    {
        var found = Find(3, MatchingAim.MostPairs, new(0, 1, 4), new(1, 2, 5), new(0, 2, 6));
        Assert.Equal([2, -1, 0], found.Partners);
        Assert.Equal([0, 1, 2], found.Proof.Groups.SelectMany(group => group.Members).Distinct().Order());
    }

    [Fact]
    public void Two_rings_are_joined_by_what_lies_between() => Assert.Equal(
        [(0, 1), (2, 3), (4, 5)],
        Find(6, MatchingAim.MostPairs, new(0, 1, 9), new(1, 2, 9), new(0, 2, 9), new(2, 3, 1), new(3, 4, 9), new(4, 5, 9), new(3, 5, 9)).Pairs);

    [Fact]
    public void A_pair_named_twice_counts_with_its_greater_worth() => Assert.Equal(
        8, Find(2, MatchingAim.MostWorth, new(0, 1, 3), new(1, 0, 8), new(0, 1, 5)).Worth);

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void The_greatest_worths_there_are_do_not_overflow(int worth) => Assert.Equal(
        20L * worth, Find(40, MatchingAim.MostPairs, [.. Enumerable.Range(0, 39).Select(v => new Candidate(v, v + 1, worth))]).Worth);

    /// <summary>A long row is matched from one end, so each who is left over is settled along the whole of it: nothing goes as deep as it is long.</summary>
    [Fact]
    public void A_row_of_a_hundred_thousand_is_no_burden()
    {
        var row = Enumerable.Range(0, 99_999).Select(v => new Candidate(v, v + 1, v % 2));
        Assert.Equal(50_000, ExactMatching.Find(100_000, row, MatchingAim.MostPairs).Pairs.Count());
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactMatching.Find(-1, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactMatching.Find(ExactMatching.MostPeople + 1, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactMatching.Find(2, [new(0, 2, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactMatching.Find(2, [new(-1, 0, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactMatching.Find(2, [], (MatchingAim)7));
        Assert.Throws<ArgumentException>(() => ExactMatching.Find(2, [new(1, 1, 1)]));
        Assert.Throws<ArgumentNullException>(() => ExactMatching.Find(2, null!));
    }

    [Fact]
    public void It_stops_when_told_to() =>
        Assert.Throws<OperationCanceledException>(() => ExactMatching.Find(3, [new(0, 1, 4), new(1, 2, 5), new(0, 2, 6)], stop: new CancellationToken(true)));
}
