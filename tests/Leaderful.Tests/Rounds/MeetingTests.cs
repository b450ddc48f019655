using System.Net;
using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Rounds;
using Leaderful.Rounds.Letters;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Rounds;

/// <summary>Afterwards each pair is asked whether they met, once or twice; and whoever leaves meanwhile leaves nobody without a word.</summary>
public class MeetingTests(CircleWorld world) : IClassFixture<CircleWorld>, IAsyncLifetime
{
    /// <summary>Months pass in these tests; browsers are not signed out by it.</summary>
    public async ValueTask InitializeAsync() => await world.Writes.Do(unit => unit.Db.The<Device>().ExecuteUpdateAsync(d => d.SetProperty(x => x.LastSeenAt, unit.Now)));

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task It_is_asked_once_by_mail_and_on_Today_and_answered_by_one_touch_signed_out()
    {
        var (circle, people) = await world.Those(4);
        var id = await world.Paired(circle.Id.As<Thing>(), people);
        await world.Told(id);
        await world.Asked(id);
        await world.Ask(id);
        Assert.All(await Task.WhenAll(people.Select(p => world.Mails(p, id))), mails => Assert.Equal(2, mails));
        Assert.Contains("meet?", (await people[0].Get("/c/millbrook")).Main, StringComparison.Ordinal);
        var link = await world.LinkIn(people[0]);
        await world.Anyone().Get(link);
        Assert.Null((await world.Answer(id, people[0])).Met);
        var page = await world.Anyone().Submit(await world.Anyone().Get(link), link, ("reply", "Met"));
        Assert.Contains("You met", page.Main, StringComparison.Ordinal);
        Assert.Equal(Met.Yes, (await world.Answer(id, people[0])).Met);
        Assert.DoesNotContain("meet?", (await people[0].Get("/c/millbrook")).Main, StringComparison.Ordinal);
        await world.Anyone().Post(link, ("reply", "Nonsense"));
        await people[1].Post($"{RoundWorld.At(id)}/reply", ("reply", "NotMet"));
        Assert.Equal((Met.Yes, Met.No), ((await world.Answer(id, people[0])).Met, (await world.Answer(id, people[1])).Met));
        await world.Bea.Post($"{RoundWorld.At(id)}/reply", ("reply", "Met"));
        Assert.Null((await world.Answer(id, people[2])).Met);
    }

    [Fact]
    public async Task Whoever_says_not_yet_is_asked_once_more_a_week_later()
    {
        var (circle, people) = await world.Those(4);
        var id = await world.Paired(circle.Id.As<Thing>(), people);
        await world.Asked(id);
        await id.Say(RoundReply.NotYet, people[0]);
        await id.Say(RoundReply.Met, people[1]);
        world.Time.Advance(RoundTimes.Again);
        foreach (var _ in new[] { 1, 2 }) await world.Ask(id);
        var answers = await Task.WhenAll(people[..3].Select(p => world.Answer(id, p)));
        Assert.Equal([2, 1, 1], answers.Select(a => a.Asked));
        Assert.Contains("meanwhile", await world.Read(db => db.The<QueuedMail>().Where(m => m.To == people[0].Person.Email).OrderByDescending(m => m.Id).Select(m => m.Subject).FirstAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_three_questions_without_an_answer_nobody_is_asked_any_more_until_they_say_so()
    {
        var (circle, people) = await world.Those(4);
        for (var turn = 0; turn < 3; turn++)
        {
            var id = await world.Paired(circle.Id.As<Thing>(), people);
            await world.Asked(id);
            await id.Say(RoundReply.Met, people[1..]);
        }
        Assert.Contains("nobody asks you any more", (await people[0].Get(RoundWorld.Place)).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody asks you any more", (await people[1].Get(RoundWorld.Place)).Main, StringComparison.Ordinal);
        var next = await world.Open(people[1], circle.Id.As<Thing>());
        // As though they had said so before: they are in no pair.
        await world.Writes.Do(unit => { var early = new RoundAnswer { RoundId = next, PersonId = people[0].Person.Id, CommunityId = world.Millbrook.Id }; early.Join(unit.Now); unit.Db.Add(early); });
        await next.Say(RoundReply.In, people[1..]);
        await world.Invite(next);
        world.Time.Advance(RoundHabit.Waits);
        await people[1].Post($"{RoundWorld.At(next)}/pairs");
        Assert.Equal(3, (await world.Answers(next)).Count(a => a.Pair is not null));
        Assert.Null((await world.Answer(next, people[0])).Pair);
        Assert.Equal(0, await world.Mails(people[0], next));
        await people[0].Submit(await people[0].Get(RoundWorld.Place), "rest/ending");
        Assert.DoesNotContain("nobody asks you any more", (await people[0].Get(RoundWorld.Place)).Main, StringComparison.Ordinal);
        var last = await world.Paired(circle.Id.As<Thing>(), people);
        await world.Asked(last);
        Assert.NotNull((await world.Answer(last, people[0])).AskedAt);
    }

    [Fact]
    public async Task An_answer_begins_the_count_anew()
    {
        var (circle, people) = await world.Those(4);
        for (var turn = 0; turn < 4; turn++)
        {
            var id = await world.Paired(circle.Id.As<Thing>(), people);
            await world.Asked(id);
            Assert.NotNull((await world.Answer(id, people[0])).AskedAt);
            if (turn == 1) await id.Say(RoundReply.NotMet, people[0]);
        }
    }

    [Fact]
    public async Task How_many_pairs_met_is_said_once_five_people_have_answered()
    {
        var (circle, people) = await world.Those(6);
        var id = await world.Paired(circle.Id.As<Thing>(), people);
        await id.Say(RoundReply.Met, people[..4]);
        Assert.DoesNotContain("of them met", (await people[0].Get(RoundWorld.At(id))).Main, StringComparison.Ordinal);
        await id.Say(RoundReply.Met, people[4..]);
        Assert.Contains("3 of them met", (await people[0].Get(RoundWorld.At(id))).Main, StringComparison.Ordinal);
        await id.Say(RoundReply.NotMet, people[0]);
        Assert.Contains("2 of them met", (await people[0].Get(RoundWorld.At(id))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_nobody_any_more_gets_somebody_who_has_nobody_either()
    {
        var (circle, people) = await world.Those(6);
        var id = await world.Paired(circle.Id.As<Thing>(), people);
        await world.Told(id);
        var pairs = (await world.Answers(id)).GroupBy(a => a.Pair).Select(p => p.Select(a => people.Single(v => v.Person.Id == a.PersonId)).ToArray()).ToArray();
        await Leave(pairs[0][0], circle);
        Assert.Contains("cannot after all", (await pairs[0][1].Get(RoundWorld.At(id))).Main, StringComparison.Ordinal);
        await id.Say(RoundReply.NotThisTime, pairs[1][0]);
        await world.Mend(id);
        Assert.Equal((await world.Answer(id, pairs[0][1])).Pair, (await world.Answer(id, pairs[1][1])).Pair);
        await world.Mend(id);
        var mails = await Task.WhenAll(new[] { pairs[0][1], pairs[1][1], pairs[2][0] }.Select(p => world.Mails(p, id)));
        Assert.Equal([2, 2, 1], mails);
        Assert.Contains("somebody cannot", (await world.MailTo(pairs[0][1].Person.Email)).ToLowerInvariant(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Or_joins_two_others_and_never_whom_they_may_not_meet()
    {
        var (circle, people) = await world.Those(6);
        var id = await world.Paired(circle.Id.As<Thing>(), people);
        await world.Told(id);
        var pairs = (await world.Answers(id)).GroupBy(a => a.Pair).Select(p => p.Select(a => people.Single(v => v.Person.Id == a.PersonId)).ToArray()).ToArray();
        await world.Writes.Do(unit => unit.KeepApart(pairs[1][0].Person.Id, pairs[0][1].Person.Id));
        await Leave(pairs[0][0], circle);
        await world.Mend(id);
        Assert.Equal((await world.Answer(id, pairs[0][1])).Pair, (await world.Answer(id, pairs[2][0])).Pair);
        Assert.Equal(2, (await pairs[0][1].Get(RoundWorld.At(id))).Page.QuerySelectorAll("a[href*='one-to-ones/new']").Length);
    }

    [Fact]
    public async Task And_is_told_where_nobody_is_free()
    {
        var (circle, people) = await world.Those(4);
        var id = await world.Paired(circle.Id.As<Thing>(), people);
        await world.Told(id);
        var pairs = (await world.Answers(id)).GroupBy(a => a.Pair).Select(p => p.Select(a => people.Single(v => v.Person.Id == a.PersonId)).ToArray()).ToArray();
        foreach (var other in pairs[1]) await world.Writes.Do(unit => unit.KeepApart(other.Person.Id, pairs[0][1].Person.Id));
        await Leave(pairs[0][0], circle);
        foreach (var _ in new[] { 1, 2 }) await world.Mend(id);
        Assert.Contains("Nobody else is free", await world.MailTo(pairs[0][1].Person.Email), StringComparison.Ordinal);
        Assert.Equal(2, await world.Mails(pairs[0][1], id));
        Assert.Contains("You come first the next time", (await pairs[0][1].Get(RoundWorld.At(id))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_an_account_goes_what_it_said_and_who_kept_apart_from_it()
    {
        var (circle, people) = await world.Those(4);
        var id = await world.Open(people[0], circle.Id.As<Thing>(), "Named by somebody who goes");
        await id.Say(RoundReply.In, people);
        await people[0].Post($"{RoundWorld.At(id)}/pairs");
        await world.Writes.Do(async unit => { await unit.KeepApart(people[0].Person.Id, world.Bea.Person.Id); await unit.KeepApart(world.Wen.Person.Id, people[0].Person.Id); });
        var goer = people[0].Person;
        await world.Writes.Do(async unit =>
        {
            await unit.EraseWords([goer.ActorId]);
            await unit.ForgetRounds(goer);
        });
        Assert.Equal(3, (await world.Answers(id)).Length);
        Assert.False(await world.Read(db => db.The<KeptApart>().AnyAsync(k => k.PersonId == goer.Id || k.OtherId == goer.Id)));
        Assert.Equal("A round of one-to-ones", (await people[1].Get(RoundWorld.At(id))).Heading);
        Assert.True(await world.Read(db => db.The<OutboxRow>().AnyAsync(o => o.Kind == MendingRounds.KindOfWork && o.Subject == id.Value)));
        await world.Mend(id);
        Assert.Equal(3, (await world.Answers(id)).Count(a => a.Pair is not null));
        Assert.Single((await world.Answers(id)).Select(a => a.Pair).Distinct());
    }

    [Fact]
    public async Task When_its_circle_ends_nothing_of_it_is_left()
    {
        var (circle, people) = await world.Those(4);
        var id = await world.Open(people[0], circle.Id.As<Thing>(), "Until the end");
        await id.Say(RoundReply.In, people);
        await people[0].Post($"{CircleWorld.Path(circle)}/deletion");
        Assert.Equal(HttpStatusCode.NotFound, (await people[1].Get(RoundWorld.At(id))).Status);
        await world.Writes.Do(unit => unit.Db.The<Thing>().Where(t => t.Id == circle.Id.As<Thing>()).ExecuteUpdateAsync(t => t.SetProperty(x => x.DeletedAt, unit.Now.AddDays(-31))));
        await world.Work(CirclePurging.KindOfWork, circle.Id.Value);
        Assert.Empty(await world.Answers(id));
        Assert.Equal("", await world.Read(db => db.The<Round>().Where(r => r.Id == id).Select(r => r.Title).SingleAsync()));
    }

    private static async Task Leave(Visitor who, Circle circle) => await who.Post($"{CircleWorld.Path(circle)}/membership/ending");
}
