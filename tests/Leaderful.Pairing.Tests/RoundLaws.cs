using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Leaderful.Pairing.Tests;

public class RoundLaws
{
    static readonly Arbitrary<int> Seed = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    static void Check(Action<People, RoundRules> law) => Prop.ForAll(Seed, seed =>
    {
        var people = People.MadeUp(seed, 25);
        foreach (var aim in Enum.GetValues<MatchingAim>())
        {
            foreach (var three in new[] { false, true }) law(people, new RoundRules { Aim = aim, ThreeTogether = three, Seed = seed % 3 == 0 ? null : seed });
        }
    }).Check(LawConfig.Quick);

    [Fact]
    public void Everybody_is_in_one_meeting_or_alone() => Check((people, rules) =>
    {
        var round = Round.Make(people.Count, people.Candidates, rules);
        Assert.Equal(Enumerable.Range(0, people.Count), round.Meetings.SelectMany(m => m.People).Concat(round.Alone).Order());
        Assert.Equal(round.Meetings.OrderBy(m => m.One), round.Meetings);
        Assert.Equal(round.Alone.Order(), round.Alone);
    });

    [Fact]
    public void Nobody_meets_whom_they_may_not_and_worth_is_what_was_named() => Check((people, rules) =>
    {
        foreach (var meeting in Round.Make(people.Count, people.Candidates, rules).Meetings)
        {
            var all = meeting.People;
            var sum = all.SelectMany((one, i) => all.Skip(i + 1).Select(other => (long)people.Worth[(Math.Min(one, other), Math.Max(one, other))])).Sum();
            Assert.Equal(sum, meeting.Worth);
        }
    });

    [Fact]
    public void A_seed_loses_no_worth_and_no_pair() => Check((people, rules) =>
    {
        var (round, matching) = (Round.Make(people.Count, people.Candidates, rules with { ThreeTogether = false }), ExactMatching.Find(people.Count, people.Candidates, rules.Aim));
        Assert.Equal(matching.Worth, round.Worth);
        if (rules.Aim == MatchingAim.MostPairs) Assert.Equal(matching.Pairs.Count(), round.Meetings.Count);
    });

    /// <summary>Nobody stays alone who could have joined two that nobody joined, and nobody who joins would rather join such two.</summary>
    [Fact]
    public void Three_are_together_where_they_can_be() => Check((people, rules) =>
    {
        var round = Round.Make(people.Count, people.Candidates, rules with { ThreeTogether = true });
        long? With(int person, Meeting two) =>
            people.Worth.TryGetValue(Ordered(person, two.One), out var one) && people.Worth.TryGetValue(Ordered(person, two.Other), out var other) ? (long)one + other : null;
        var free = round.Meetings.Where(m => m.Joining is null).ToList();
        Assert.DoesNotContain(round.Alone, person => free.Any(two => With(person, two) is not null));
        foreach (var three in round.Meetings.Where(m => m.Joining is not null))
        {
            Assert.DoesNotContain(free, two => With(three.Joining!.Value, two) > With(three.Joining!.Value, three));
        }
        Assert.Equal(Round.Make(people.Count, people.Candidates, rules with { ThreeTogether = false }).Meetings.Select(m => (m.One, m.Other)), round.Meetings.Select(m => (m.One, m.Other)));
    });

    static (int, int) Ordered(int one, int other) => (Math.Min(one, other), Math.Max(one, other));

    [Fact]
    public void A_list_and_a_question_say_the_same() => Check((people, rules) =>
    {
        var asked = Round.Make(people.Count, (one, other) => people.Worth.TryGetValue((one, other), out var worth) ? worth : null, rules);
        var listed = Round.Make(people.Count, people.Candidates.Reverse(), rules);
        Assert.Equal(asked.Meetings, listed.Meetings);
        Assert.Equal(asked.Alone, listed.Alone);
    });
}
