using FsCheck;
using FsCheck.Fluent;
using Leaderful.Pairing.Matchings;
using Xunit;

namespace Leaderful.Pairing.Tests;

public class MatchingLaws
{
    static readonly Arbitrary<int> Seed = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    /// <summary>For each of many made-up numbers of people, and both aims.</summary>
    static void Check(int most, Action<People, MatchingAim, Random> law) => Prop.ForAll(Seed, seed =>
    {
        var people = People.MadeUp(seed, most);
        foreach (var aim in Enum.GetValues<MatchingAim>()) law(people, aim, new Random(seed));
    }).Check(LawConfig.Quick);

    static Matching Find(People people, MatchingAim aim) => ExactMatching.Find(people.Count, people.Candidates, aim);

    [Fact]
    public void None_is_better_of_all_there_are() => Check(10, (people, aim, _) =>
    {
        var (found, best) = (Find(people, aim), EveryMatching.Best(people, aim));
        Certificate.IsMatching(people, found);
        Assert.Equal(best.Worth, found.Worth);
        if (aim == MatchingAim.MostPairs) Assert.Equal(best.Pairs, found.Pairs.Count());
    });

    [Fact]
    public void Up_to_ten_it_proves_itself() => Check(10, (people, aim, _) => Certificate.Check(people, Find(people, aim), aim));

    [Fact]
    public void Up_to_forty_it_proves_itself() => Check(40, (people, aim, _) => Certificate.Check(people, Find(people, aim), aim));

    /// <summary>The halves leave little to the search. Without them it does all itself.</summary>
    [Fact]
    public void The_search_alone_proves_itself() => Check(40, (people, aim, _) => Certificate.Check(people, SearchAlone(people, aim), aim));

    static Matching SearchAlone(People people, MatchingAim aim)
    {
        var graph = new CandidateGraph(people.Count, people.Candidates);
        var raise = aim == MatchingAim.MostPairs ? graph.MoreThanAnySum : 0;
        var (prices, mates) = (new long[people.Count], new int[people.Count]);
        new Opening(graph, raise, prices, mates).Make();
        return new Search(graph, raise, prices, mates).Find(CancellationToken.None);
    }

    [Fact]
    public void It_is_worth_the_same_whatever_people_are_called() => Check(40, (people, aim, random) =>
    {
        var (found, renamed) = (Find(people, aim), Find(people.Renamed(random), aim));
        Assert.Equal((found.Worth, found.Pairs.Count()), (renamed.Worth, aim == MatchingAim.MostPairs ? renamed.Pairs.Count() : found.Pairs.Count()));
    });

    [Fact]
    public void The_order_in_which_pairs_are_named_changes_nothing() => Check(40, (people, aim, random) =>
    {
        var shuffled = people.Candidates.Concat(people.Candidates.Where(_ => random.Next(5) == 0)).Select(c => random.Next(2) == 0 ? c : new(c.Other, c.One, c.Worth)).ToArray();
        random.Shuffle(shuffled);
        Assert.Equal(Find(people, aim).Partners, ExactMatching.Find(people.Count, shuffled, aim).Partners);
    });

    [Fact]
    public void One_more_candidate_is_never_a_loss() => Check(40, (people, aim, random) =>
    {
        if (people.Candidates.Count == 0) return;
        var left = random.Next(people.Candidates.Count);
        var fewer = people.Candidates.Where((_, i) => i != left).ToList();
        var (without, with) = (ExactMatching.Find(people.Count, fewer, aim), Find(people, aim));
        var more = with.Pairs.Count() - without.Pairs.Count();
        Assert.True(aim == MatchingAim.MostPairs && more != 0 ? more > 0 : with.Worth >= without.Worth);
    });

    [Fact]
    public void A_worth_of_all_alike_makes_as_many_pairs_as_can_be() => Check(40, (people, _, _) =>
    {
        var alike = people.Candidates.Select(c => c with { Worth = 1 }).ToList();
        Assert.Equal(ExactMatching.Find(people.Count, alike).Pairs.Count(), Find(people, MatchingAim.MostPairs).Pairs.Count());
    });
}
