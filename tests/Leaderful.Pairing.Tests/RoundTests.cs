using Xunit;

namespace Leaderful.Pairing.Tests;

public class RoundTests
{
    static readonly Candidate[] Triangle = [new(0, 1, 9), new(0, 2, 4), new(1, 2, 3)];

    [Fact]
    public void Everybody_meets_somebody()
    {
        var round = Round.Make(4, [new(0, 1, 5), new(2, 3, 5), new(0, 2, 8)]);
        Assert.Equal([new Meeting(0, 1, null, 5), new(2, 3, null, 5)], round.Meetings);
        Assert.Empty(round.Alone);
        Assert.Equal(10, round.Worth);
    }

    [Fact]
    public void One_of_three_is_left_over()
    {
        var round = Round.Make(3, Triangle);
        Assert.Equal([new Meeting(0, 1, null, 9)], round.Meetings);
        Assert.Equal([2], round.Alone);
    }

    [Fact]
    public void Or_joins_the_two()
    {
        var meeting = Assert.Single(Round.Make(3, Triangle, new RoundRules { ThreeTogether = true }).Meetings);
        Assert.Equal(new Meeting(0, 1, 2, 16), meeting);
        Assert.Equal([0, 1, 2], meeting.People);
    }

    [Fact]
    public void But_only_if_they_may_meet_both()
    {
        var round = Round.Make(3, Triangle[..2], new RoundRules { ThreeTogether = true });
        Assert.Equal([new Meeting(0, 1, null, 9)], round.Meetings);
        Assert.Equal([2], round.Alone);
    }

    [Fact]
    public void They_join_where_it_is_worth_most()
    {
        int? Worth(int one, int other) => (one, other) switch { (0, 1) or (2, 3) => 100, (0, 4) => 8, (1, 4) => 1, (2, 4) => 5, (3, 4) => 5, _ => null };
        Assert.Equal([new Meeting(0, 1, null, 100), new(2, 3, 4, 110)], Round.Make(5, Worth, new RoundRules { ThreeTogether = true }).Meetings);
    }

    /// <summary>Two are left over who may not meet; both would rather join the same pair.</summary>
    [Fact]
    public void A_pair_is_joined_by_one()
    {
        int? Worth(int one, int other) => (one, other) switch { (0, 1) or (2, 3) => 100, (4, 5) => null, (0 or 1, 4) => 8, (0 or 1, 5) => 9, (2 or 3, > 3) => 1, _ => 0 };
        Assert.Equal([new Meeting(0, 1, 5, 118), new(2, 3, 4, 102)], Round.Make(6, Worth, new RoundRules { Aim = MatchingAim.MostWorth, ThreeTogether = true }).Meetings);
    }

    [Fact]
    public void Nobody_is_made_to_meet_for_less_than_nothing_where_worth_counts_first() =>
        Assert.Equal([0, 1], Round.Make(2, [new(0, 1, -1)], new RoundRules { Aim = MatchingAim.MostWorth }).Alone);

    [Fact]
    public void A_question_is_asked_once_for_each_two()
    {
        List<(int, int)> asked = [];
        Round.Make(4, (one, other) => { asked.Add((one, other)); return 1; });
        Assert.Equal([(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)], asked);
    }

    /// <summary>Where all are alike, chance says who meets: the same for a seed, and not the same for all seeds.</summary>
    [Fact]
    public void A_seed_tells_ties_apart_in_its_own_way()
    {
        IEnumerable<Meeting> Made(int? seed) => Round.Make(20, (_, _) => 1, new RoundRules { Seed = seed }).Meetings;
        Assert.Equal(Made(null), Made(null));
        Assert.Equal(Made(7), Made(7));
        Assert.True(Enumerable.Range(0, 5).Select(seed => string.Join(' ', Made(seed))).Distinct().Count() > 1);
    }

    /// <summary>Written down: whoever changes the shuffle or the order in the search changes rounds that were announced.</summary>
    [Fact]
    public void A_seed_is_the_same_for_ever() =>
        Assert.Equal("0-3 1-4 2-5", string.Join(' ', Round.Make(6, (_, _) => 1, new RoundRules { Seed = 2026 }).Meetings.Select(m => $"{m.One}-{m.Other}")));

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Round.Make(-1, (_, _) => 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Round.Make(ExactMatching.MostPeople + 1, (_, _) => 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Round.Make(-1, [], new RoundRules { Seed = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Round.Make(2, [new(0, 2, 1)], new RoundRules { Seed = 1 }));
        Assert.Throws<ArgumentException>(() => Round.Make(2, [new(1, 1, 1)], new RoundRules { Seed = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Round.Make(2, [new(0, 2, 1)]));
        Assert.Throws<OperationCanceledException>(() => Round.Make(2, (_, _) => 1, stop: new CancellationToken(true)));
    }
}
