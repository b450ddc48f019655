using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.People;
using Leaderful.Rounds;
using Leaderful.Rounds.Pairs;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Rounds;

/// <summary>Pairs are made once, of those who are in, never of two who may not meet, and no other pairs would be better.</summary>
public class PairsTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task Each_reads_whom_they_meet_and_nobody_reads_who_else_does()
    {
        var (circle, people) = await world.Those(6);
        var id = await world.Paired(circle.Id.As<Thing>(), people);
        await world.Told(id);
        var pairs = (await world.Answers(id)).ToDictionary(a => a.PersonId, a => a.Pair);
        Assert.Equal(3, pairs.Values.Distinct().Count());
        foreach (var one in people)
        {
            var page = await one.Get(RoundWorld.At(id));
            Assert.Contains("There are 3 pairs", page.Main, StringComparison.Ordinal);
            foreach (var other in people.Where(p => p != one))
            {
                var together = pairs[one.Person.Id] == pairs[other.Person.Id];
                Assert.Equal(together, page.Text.Contains(other.Person.Id.ToString(), StringComparison.Ordinal));
                if (together) Assert.NotNull(page.Page.QuerySelector($"a[href='/c/millbrook/one-to-ones/new?with={other.Person.Id}']"));
                Assert.Equal(together, (await world.MailTo(one.Person.Email)).Contains(await NameOf(other), StringComparison.Ordinal));
            }
        }
        foreach (var other in world.Others) Assert.NotEqual(HttpStatusCode.OK, (await other.Get(RoundWorld.At(id))).Status);
    }

    [Fact]
    public async Task Whoever_opened_it_makes_them_and_after_the_day_anybody_who_belongs()
    {
        var (circle, people) = await world.Those(4);
        var id = await world.Open(people[0], circle.Id.As<Thing>());
        await id.Say(RoundReply.In, people);
        Assert.Equal(HttpStatusCode.NotFound, (await people[1].Post($"{RoundWorld.At(id)}/pairs")).Status);
        world.Time.Advance(TimeSpan.FromDays(5));
        await world.Bea.Post($"{RoundWorld.At(id)}/pairs");
        Assert.All(await world.Answers(id), a => Assert.Null(a.Pair));
        await people[1].Submit(await people[1].Get(RoundWorld.At(id)), $"{id}/pairs");
        Assert.All(await world.Answers(id), a => Assert.NotNull(a.Pair));
    }

    [Fact]
    public async Task They_are_taken_back_until_the_letters_went_out()
    {
        var (circle, people) = await world.Those(4);
        var id = await world.Paired(circle.Id.As<Thing>(), people);
        await people[1].Post($"{RoundWorld.At(id)}/pairs/ending");
        Assert.All(await world.Answers(id), a => Assert.NotNull(a.Pair));
        await people[0].Post($"{RoundWorld.At(id)}/pairs/ending");
        Assert.All(await world.Answers(id), a => Assert.Null(a.Pair));
        await people[0].Post($"{RoundWorld.At(id)}/pairs");
        await world.Told(id);
        await people[0].Post($"{RoundWorld.At(id)}/pairs/ending");
        Assert.All(await world.Answers(id), a => Assert.NotNull(a.Pair));
        await world.Told(id);
        Assert.Equal(1, await world.Mails(people[2], id));
    }

    [Fact]
    public async Task Whoever_is_not_in_is_in_no_pair_and_of_an_odd_number_three_are_together()
    {
        var (circle, people) = await world.Those(7);
        var id = await world.Open(people[0], circle.Id.As<Thing>());
        await id.Say(RoundReply.In, people[..5]);
        await id.Say(RoundReply.NotThisTime, people[5]);
        await people[0].Post($"{RoundWorld.At(id)}/pairs");
        var answers = await world.Answers(id);
        Assert.Equal([2, 3], answers.Where(a => a.Pair is not null).GroupBy(a => a.Pair).Select(p => p.Count()).Order());
        Assert.Null(answers.Single(a => a.PersonId == people[5].Person.Id).Pair);
        Assert.DoesNotContain(answers, a => a.PersonId == people[6].Person.Id);
    }

    [Fact]
    public async Task Two_who_press_at_once_make_one_round_of_pairs()
    {
        var (circle, people) = await world.Those(8);
        var id = await world.Open(people[0], circle.Id.As<Thing>());
        await id.Say(RoundReply.In, people);
        world.Time.Advance(TimeSpan.FromDays(5));
        await Task.WhenAll(people.Select(p => p.Post($"{RoundWorld.At(id)}/pairs")));
        Assert.All((await world.Answers(id)).GroupBy(a => a.Pair), pair => Assert.Equal(2, pair.Count()));
        Assert.Equal(1, await world.Read(db => db.The<JournalEntry>().CountAsync(j => j.Verb == "round.pairs-made" && j.Subject == id.Value)));
    }

    /// <summary>Whom somebody never wants to meet, and whom they would rather not read here.</summary>
    [Fact]
    public async Task Who_is_kept_apart_is_never_a_pair_and_no_page_but_ones_own_says_so()
    {
        var (circle, people) = await world.Those(4);
        await people[0].Post($"{RoundWorld.Place}/apart", ("name", await NameOf(people[1])));
        await people[2].Post($"/c/millbrook/people/{people[0].Person.Id}/aside");
        for (var turn = 0; turn < 3; turn++)
        {
            var id = await world.Paired(circle.Id.As<Thing>(), people);
            Assert.Equal((await world.Answer(id, people[3])).Pair, (await world.Answer(id, people[0])).Pair);
        }
        Assert.Contains(await NameOf(people[1]), (await people[0].Get(RoundWorld.Place)).Page.QuerySelector("form[action$=ending]")!.ParentElement!.TextContent, StringComparison.Ordinal);
        foreach (var other in people[1..].Append(world.Ines)) Assert.Null((await other.Get(RoundWorld.Place)).Page.QuerySelector("form[action*='/apart/']"));
        Assert.Equal(HttpStatusCode.NotFound, (await people[1].Post($"{RoundWorld.Place}/apart/{people[0].Person.Id}/ending")).Status);
        await people[0].Post($"{RoundWorld.Place}/apart/{people[1].Person.Id}/ending");
        Assert.False(await world.Read(db => db.The<KeptApart>().AnyAsync(k => k.PersonId == people[0].Person.Id)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Nobody Here")]
    public async Task A_name_that_is_nobodys_is_refused_and_kept(string name)
    {
        var page = await world.Ruth.Post($"{RoundWorld.Place}/apart", ("name", name));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(name, page.Page.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Post($"{RoundWorld.Place}/apart", ("name", "Ruth Abara"))).Status);
    }

    [Fact]
    public async Task Pairs_worked_out_before_somebody_said_never_are_not_kept()
    {
        var (circle, people) = await world.Those(4);
        var id = await world.Open(people[0], circle.Id.As<Thing>());
        await id.Say(RoundReply.In, people);
        var plan = await Plan(id);
        var pair = plan.Pairs[0];
        await world.Writes.Do(unit => unit.KeepApart(pair[0], pair[1]));
        Assert.Equal(PairsMade.Changed, await world.Writes.Do(unit => unit.KeepPairs(people[0].Person.ActorId, id, plan)));
        Assert.All(await world.Answers(id), a => Assert.Null(a.Pair));
        Assert.Equal(PairsMade.Made, await world.Read(db => world.Writes.MakePairs(db, people[0].Person.ActorId, id, world.Time.GetUtcNow().UtcDateTime, default)));
        Assert.DoesNotContain((await world.Answers(id)).GroupBy(a => a.Pair), p => pair.All(one => p.Any(a => a.PersonId == one)));
    }

    [Fact]
    public async Task People_meet_whom_they_have_not_met_until_they_have_met_all()
    {
        var (circle, people) = await world.Those(6);
        HashSet<(Guid, Guid)> met = [];
        for (var turn = 0; turn < 5; turn++)
        {
            var id = await world.Paired(circle.Id.As<Thing>(), people);
            foreach (var pair in (await world.Answers(id)).GroupBy(a => a.Pair).Select(p => p.Select(a => a.PersonId.Value).Order().ToArray())) met.Add((pair[0], pair[1]));
        }
        // Six people have five rounds without anybody meeting twice, and a round that is best each time need not find the last of them.
        Assert.InRange(met.Count, 12, 15);
    }

    [Fact]
    public async Task What_one_offers_meets_what_the_other_needs_and_both_read_why()
    {
        var (circle, people) = await world.Those(4);
        await Portray(people[0], Facet.Offer, "I mend bicycles on Sundays", world.Millbrook.ScopeId);
        await Portray(people[2], Facet.Need, "Somebody who looks at my bicycle", circle.ScopeId);
        await Portray(people[1], Facet.Offer, "Bicycle tyres", people[1].Person.ScopeId);
        var id = await world.Paired(circle.Id.As<Thing>(), people);
        Assert.Equal((await world.Answer(id, people[0])).Pair, (await world.Answer(id, people[2])).Pair);
        foreach (var one in new[] { people[0], people[2] })
        {
            var page = (await one.Get(RoundWorld.At(id))).Main;
            Assert.Contains("I mend bicycles on Sundays", page, StringComparison.Ordinal);
            Assert.Contains("Somebody who looks at my bicycle", page, StringComparison.Ordinal);
            Assert.Contains("have not met in a round before", page, StringComparison.Ordinal);
        }
        foreach (var one in new[] { people[1], people[3] }) Assert.DoesNotContain("icycle", (await one.Get(RoundWorld.At(id))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_of_different_circles_come_together()
    {
        var (circle, people) = await world.Those(4);
        await world.Circle(Joining.Open, people[0], people[1]);
        await world.Circle(Joining.Open, people[2], people[3]);
        var id = await world.Paired(circle.Id.As<Thing>(), people);
        Assert.NotEqual((await world.Answer(id, people[0])).Pair, (await world.Answer(id, people[1])).Pair);
        Assert.Contains("different places", (await people[3].Get(RoundWorld.At(id))).Main, StringComparison.Ordinal);
    }

    /// <summary>Small rounds with all there is in them, made by the room's own worths, beside every way to pair the same people.</summary>
    [Fact]
    public void No_other_pairs_would_be_better() => Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
    {
        var facts = MadeUpFacts.Of(seed);
        var (worths, plan) = (new RoundWorths(facts), MakingPairs.Plan(facts, seed));
        var numbers = facts.People.Select((p, n) => (p, n)).ToDictionary(p => p.p, p => p.n);
        var pairs = plan.Pairs.Select(p => p.Select(one => numbers[one]).ToArray()).ToList();
        Assert.Equal(pairs.SelectMany(p => p).Distinct().Count(), pairs.Sum(p => p.Length));
        Assert.All(pairs, p => Assert.All(p.SelectMany(one => p.Where(other => other > one).Select(other => worths.Of(one, other))), worth => Assert.NotNull(worth)));
        foreach (var (one, other) in facts.Apart) Assert.DoesNotContain(plan.Pairs, p => p.Contains(one) && p.Contains(other));
        Assert.Equal(MadeUpFacts.Best(facts.People.Count, worths), (pairs.Count, pairs.Sum(p => (long)worths.Of(p[0], p[1])!.Value)));
    }));

    private Task<RoundPlan> Plan(Id<Round> id) => world.Read(async db =>
    {
        var round = await db.The<Round>().SingleAsync(r => r.Id == id);
        return MakingPairs.Plan(await db.FactsOf(round, db.PeopleIn(round, world.Time.GetUtcNow().UtcDateTime)), MakingPairs.Seed(id));
    });

    private Task Portray(Visitor who, Facet facet, string text, Id<Scope> scope) =>
        world.Writes.Do(unit => Task.FromResult(unit.Portray(who.Person.Id, who.Person.ActorId, facet, new Opening(text, scope, ""))));

    private Task<string> NameOf(Visitor who) => world.Read(db => db.The<Actor>().Where(a => a.Id == who.Person.ActorId).Select(a => a.Name).SingleAsync());
}
