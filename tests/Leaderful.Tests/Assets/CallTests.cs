using System.Net;
using System.Text.RegularExpressions;

using Leaderful.Assets;
using Leaderful.Assets.Calls;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Commitments;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Assets;

/// <summary>A call for help reaches those who agreed to be called for such words, and nobody else; whoever says nothing is asked nothing.</summary>
public sealed partial class CallTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task It_reaches_those_who_agreed_by_mail_and_on_today_and_the_caller_sees_who_can()
    {
        var (word, joss, noa) = (Offering.Word(), await Proved("Joss Penhale"), await Proved("Noa Twin"));
        await joss.Submit(await joss.Get($"{Offering.Calls}/agreeing"), "/agreeing", ("words", $"tea, {word}"));
        await world.Agree(noa, "something else");
        var id = await world.Call(world.Ruth, $"A {word} for Saturday");
        Assert.Equal([joss.Person.Id], await world.Reached(id));
        Assert.Single(await Letters(id));
        Assert.Contains(word, (await joss.Get("/c/millbrook")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain(word, (await noa.Get("/c/millbrook")).Main, StringComparison.Ordinal);
        await joss.Submit(await joss.Get($"{Offering.Calls}/{id}"), "/help", ("line", "After four"));
        var page = await world.Ruth.Get($"{Offering.Calls}/{id}");
        Assert.Contains("Joss Penhale", page.Main, StringComparison.Ordinal);
        Assert.Contains("After four", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Noa Twin", page.Main, StringComparison.Ordinal);
        Assert.Contains("somebody can help", (await world.Ruth.Get("/c/millbrook")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain(word, (await joss.Get("/c/millbrook")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("After four", (await noa.Get($"{Offering.Calls}/{id}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_means_the_same_reaches_too_and_nobody_twice()
    {
        var joss = await Proved("Joss Penhale");
        await world.Agree(joss, "bookkeeping");
        var id = await world.Call(world.Ruth, "A treasurer for our society");
        await world.GoOut(id);
        Assert.Equal([joss.Person.Id], await world.Reached(id));
        Assert.Single(await Letters(id));
        await world.Writes.Do(unit => unit.NoMoreCalls(joss.Person.Id, world.Millbrook.Id));
    }

    [Fact]
    public async Task Without_agreeing_nobody_is_called_and_whoever_stops_is_called_no_more()
    {
        var (word, joss) = (Offering.Word(), await Proved("Joss Penhale"));
        Assert.Empty(await world.Reached(await world.Call(world.Ruth, word)));
        await world.Agree(joss, word);
        var before = await world.Call(world.Ruth, word);
        Assert.Contains(word, (await joss.Get("/c/millbrook")).Main, StringComparison.Ordinal);
        await joss.Submit(await joss.Get($"{Offering.Calls}/agreeing"), "/agreeing/ending");
        Assert.DoesNotContain(word, (await joss.Get("/c/millbrook")).Main, StringComparison.Ordinal);
        Assert.Empty(await world.Reached(await world.Call(world.Ruth, word)));
        Assert.Single(await Letters(before));
    }

    [Fact]
    public async Task The_letter_answers_and_ends_without_signing_in()
    {
        var (word, joss) = (Offering.Word(), await Proved("Joss Penhale"));
        await world.Agree(joss, word);
        var id = await world.Call(world.Ruth, word);
        var link = Link().Match((await Letters(id))[0].Text).Value;
        var anyone = world.Anyone();
        await anyone.Get(link);
        Assert.Null(await CanAt(joss, id));
        var page = await anyone.Submit(await anyone.Get(link), link, ("line", "On foot"));
        Assert.NotNull(await CanAt(joss, id));
        Assert.Contains("On foot", (await world.Ruth.Get($"{Offering.Calls}/{id}")).Main, StringComparison.Ordinal);
        page = await anyone.Submit(page, "/ending");
        Assert.Contains("does not call you any more", page.Main, StringComparison.Ordinal);
        Assert.Null(await world.Read(db => db.CallWordsOf(joss.Person.Id, world.Millbrook.Id)));
        Assert.Equal(HttpStatusCode.Gone, (await anyone.Get($"/called/{CapabilityLink.NewToken()}")).Status);
    }

    [Fact]
    public async Task A_letter_still_ends_them_when_its_call_is_long_over()
    {
        var (word, joss) = (Offering.Word(), await Proved("Joss Penhale"));
        await world.Agree(joss, word);
        var id = await world.Call(world.Ruth, word);
        var link = Link().Match((await Letters(id))[0].Text).Value;
        await LetThirtyDaysPass(id);
        var page = await world.Anyone().Get(link);
        Assert.Equal("This call is over", page.Heading);
        Assert.DoesNotContain(word, page.Text, StringComparison.Ordinal);
        await world.Anyone().Post($"{link}/ending");
        Assert.Null(await world.Read(db => db.CallWordsOf(joss.Person.Id, world.Millbrook.Id)));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get($"{Offering.Calls}/{id}")).Status);
    }

    [Fact]
    public async Task Whoever_called_closes_it_and_takes_that_back_and_then_it_is_gone_for_others()
    {
        var word = Offering.Word();
        var id = await world.Call(world.Ruth, word);
        Assert.Contains(word, (await world.Bea.Get(Offering.Assets)).Main, StringComparison.Ordinal);
        var page = await world.Ruth.Submit(await world.Ruth.Get($"{Offering.Calls}/{id}"), $"{id}/ending");
        Assert.DoesNotContain(word, (await world.Bea.Get(Offering.Assets)).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get($"{Offering.Calls}/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{Offering.Calls}/{id}/help")).Status);
        await world.Ruth.Submit(page, "/reopening");
        Assert.Equal(HttpStatusCode.OK, (await world.Bea.Get($"{Offering.Calls}/{id}")).Status);
    }

    [Fact]
    public async Task A_steward_may_close_it_and_nobody_else()
    {
        var id = await world.Call(world.Ruth, Offering.Word());
        foreach (var other in new[] { world.Bea, world.Hanna, world.Tove, world.Samir, world.Anyone() }) await other.Post($"{Offering.Calls}/{id}/ending");
        Assert.Null(await world.Read(db => db.The<Call>().Where(c => c.Id == id).Select(c => c.ClosedAt).SingleAsync()));
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{Offering.Calls}/{id}")).Status);
        await world.Ines.Post($"{Offering.Calls}/{id}/ending");
        await world.Ruth.Post($"{Offering.Calls}/{id}/reopening");
        Assert.NotNull(await world.Read(db => db.The<Call>().Where(c => c.Id == id).Select(c => c.ClosedAt).SingleAsync()));
    }

    [Fact]
    public async Task Of_two_who_would_rather_not_read_one_another_neither_calls_the_other()
    {
        var (word, joss, noa) = (Offering.Word(), await Proved("Joss Penhale"), await Proved("Noa Twin"));
        await world.Agree(joss, word);
        await world.Agree(noa, word);
        await joss.Post($"/c/millbrook/people/{noa.Person.Id}/aside");
        Assert.Empty(await world.Reached(await world.Call(noa, word)));
        Assert.Empty(await world.Reached(await world.Call(joss, word)));
        Assert.DoesNotContain("Noa Twin, by", (await joss.Get(Offering.Assets)).Main, StringComparison.Ordinal);
        Assert.Contains("Noa Twin, by", (await world.Bea.Get(Offering.Assets)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_taken_back_in_its_three_minutes_reaches_nobody_nor_does_one_of_somebody_who_left()
    {
        var (word, joss, noa) = (Offering.Word(), await Proved("Joss Penhale"), await Proved("Noa Twin"));
        await world.Agree(joss, word);
        await noa.Submit(await noa.Get($"{Offering.Calls}/new"), "/calls", ("what", word));
        var id = await world.Read(db => db.The<Call>().Where(c => c.What == word).Select(c => c.Id).SingleAsync());
        Assert.True(await world.Read(db => db.The<OutboxRow>().Where(o => o.Subject == id.Value && o.Kind == CallLetters.KindOfWork).Select(o => o.DueAt).SingleAsync()) > world.Time.GetUtcNow().UtcDateTime);
        await noa.Post($"{Offering.Calls}/{id}/ending");
        await world.GoOut(id);
        await noa.Post($"{Offering.Calls}/{id}/reopening");
        await noa.Post("/c/millbrook/leaving");
        await world.GoOut(id);
        Assert.Empty(await world.Reached(id));
    }

    [Fact]
    public async Task Who_joins_anew_is_asked_anew()
    {
        var (word, joss) = (Offering.Word(), await Proved("Joss Penhale"));
        await world.Agree(joss, word);
        await joss.Post("/c/millbrook/leaving");
        Assert.Empty(await world.Reached(await world.Call(world.Ruth, word)));
        await joss.Post("/c/millbrook/return");
        Assert.Single(await world.Reached(await world.Call(world.Ruth, word)));
        await joss.Post("/c/millbrook/leaving");
        world.Time.Advance(TimeSpan.FromMinutes(5));
        await world.Join(joss, world.Millbrook);
        Assert.Empty(await world.Reached(await world.Call(world.Ruth, word)));
    }

    [Theory]
    [InlineData("", "2027-03-04", "what")]
    [InlineData("Chairs", "", "until")]
    [InlineData("Chairs", "2020-01-01", "until")]
    [InlineData("Chairs", "2090-01-01", "until")]
    public async Task What_cannot_be_is_said_on_its_field(string what, string until, string field)
    {
        var page = await world.Ruth.Post(Offering.Calls, ("what", what), ("until", until), ("more", "With arms"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotNull(page.Page.QuerySelector($"#{field}-w"));
        Assert.Equal("With arms", page.Page.QuerySelector("#more")!.TextContent);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Post($"{Offering.Calls}/agreeing", ("words", " , "))).Status);
    }

    [Fact]
    public async Task Thirty_days_after_its_day_nothing_of_it_is_left()
    {
        var id = await world.Call(world.Ruth, Offering.Word());
        await world.Bea.Post($"{Offering.Calls}/{id}/help", ("line", "Yes"));
        await world.Work(CallPurging.KindOfWork, id.Value);
        Assert.NotNull(await CanAt(world.Bea, id));
        await LetThirtyDaysPass(id);
        Assert.False(await world.Read(db => db.The<CallAnswer>().AnyAsync(a => a.CallId == id)));
        Assert.Equal("", await world.Read(db => db.The<Call>().Where(c => c.Id == id).Select(c => c.What).SingleAsync()));
    }

    [Fact]
    public async Task What_somebody_called_and_answered_goes_with_their_words_and_their_agreement_with_their_account()
    {
        var (word, joss) = (Offering.Word(), await Proved("Joss Penhale"));
        await world.Agree(joss, word);
        var (own, others) = (await world.Call(joss, word), await world.Call(world.Ruth, word));
        await joss.Post($"{Offering.Calls}/{others}/help", ("line", "Me"));
        await world.Writes.Do(unit => unit.EraseWords([joss.Person.ActorId]));
        Assert.Equal("", await world.Read(db => db.The<Call>().Where(c => c.Id == own).Select(c => c.What).SingleAsync()));
        Assert.NotEqual("", await world.Read(db => db.The<Call>().Where(c => c.Id == others).Select(c => c.What).SingleAsync()));
        Assert.False(await world.Read(db => db.The<CallAnswer>().AnyAsync(a => a.PersonId == joss.Person.Id)));
        Assert.Equal("/farewell", (await joss.Post("/me/departure", ("words", "kept"))).Location);
        Assert.False(await world.Read(db => db.The<Callable>().AnyAsync(a => a.PersonId == joss.Person.Id)));
    }

    private async Task LetThirtyDaysPass(Id<Call> id)
    {
        await world.Writes.Do(unit => unit.Db.The<Call>().Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.EndsAt, unit.Now - Bin.Keeps)));
        await world.Work(CallPurging.KindOfWork, id.Value);
    }

    private async Task<Visitor> Proved(string name)
    {
        var visitor = await world.Newcomer(name);
        await world.Prove(visitor);
        return visitor;
    }

    private Task<DateTime?> CanAt(Visitor who, Id<Call> id) => world.Read(db => db.The<CallAnswer>().Where(a => a.CallId == id && a.PersonId == who.Person.Id).Select(a => a.CanAt).FirstOrDefaultAsync());

    private Task<List<QueuedMail>> Letters(Id<Call> id) => world.Read(db => db.The<QueuedMail>().Where(m => m.About == id.Value).ToListAsync());

    [GeneratedRegex("/called/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
