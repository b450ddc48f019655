using System.Net;
using System.Text.RegularExpressions;
using Leaderful.Accounts;
using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Commitments;

public sealed partial class RemindingTests(CircleWorld world) : IClassFixture<CircleWorld>, IAsyncLifetime
{
    /// <summary>Months pass in these tests; browsers are not signed out by it.</summary>
    public async ValueTask InitializeAsync() => await world.Writes.Do(unit => unit.Db.The<Device>().ExecuteUpdateAsync(d => d.SetProperty(x => x.LastSeenAt, unit.Now)));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Two_days_before_and_when_the_day_has_passed_one_letter_each_and_nothing_more()
    {
        var what = Promises.Own("The two letters");
        var id = await Due(10, what);
        var day = (await world.Commitment(id)).Due!.Value;
        Assert.Equal([Day.Before(day), Day.End(day)], await world.Read(db => db.The<OutboxRow>().Where(o => o.Subject == id.Value).OrderBy(o => o.DueAt).Select(o => o.DueAt).ToListAsync()));
        Assert.False(await Remind(id));
        Until(Day.Before(day));
        Assert.True(await Remind(id));
        Assert.False(await Remind(id));
        Assert.False(await Ask(id));
        Until(Day.End(day));
        Assert.True(await Ask(id));
        Assert.False(await Ask(id));
        var letters = await world.Letters(id);
        Assert.Equal(2, letters.Count);
        Assert.All(letters, l => Assert.Equal(world.Ruth.Person.Email, l.To));
        Assert.All(letters, l => Assert.Contains(what, l.Text, StringComparison.Ordinal));
        Assert.StartsWith("How did it go?", letters[1].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_goes_out_once_it_is_kept_let_go_taken_down_offered_only_or_promised_otherwise()
    {
        var (kept, released, gone, moved) = (await Due(10), await Due(10), await Due(10), await Due(10));
        var offered = await world.Ask(world.Ruth, world.Bea, Promises.Own("Only asked"));
        await world.Prove(world.Bea);
        await world.Ruth.Post($"{Promises.Path(kept)}/keeping");
        await world.Ruth.Post($"{Promises.Path(released)}/release");
        await world.Ruth.Post($"{Promises.Path(gone)}/deletion");
        await world.Ruth.Post($"{Promises.Path(moved)}/terms", ("what", Promises.Own("Later")), ("by", "month"), ("why", "It rains"));
        Until(Day.Before(world.Today().AddDays(10)));
        foreach (var id in new[] { kept, released, gone, moved, offered }) Assert.False(await Remind(id));
        world.Time.Advance(TimeSpan.FromDays(4));
        foreach (var id in new[] { kept, released, gone, moved, offered })
        {
            Assert.False(await Ask(id));
            Assert.Empty(await world.Letters(id));
        }
    }

    [Fact]
    public async Task Who_said_a_word_since_is_not_asked_and_who_wants_no_reminders_gets_none()
    {
        var (said, stopped) = (await Due(10), await Due(10));
        Until(Day.End((await world.Commitment(said)).Due!.Value));
        await world.Ruth.Post($"{Promises.Path(said)}/check-ins", ("kind", "progress"), ("line", "Nearly there"));
        Assert.False(await Ask(said));
        var me = await world.Ruth.Get("/me");
        await world.Ruth.Post(me.FormTo("/me/reminders"));
        Assert.False(await Ask(stopped));
        Assert.Null((await world.Ruth.Get("/me")).Page.QuerySelector("input[name=reminders][checked]"));
        await world.Ruth.Submit(me, "/me/reminders", ("reminders", "yes"));
        Assert.True(await Ask(stopped));
    }

    [Fact]
    public async Task Who_takes_something_on_after_its_day_is_not_asked_at_once()
    {
        await world.Prove(world.Bea);
        var id = await world.Ask(world.Ruth, world.Bea, Promises.Own("Long offered"));
        world.Time.Advance(TimeSpan.FromDays(16));
        Assert.True(await world.Writes.Do(unit => unit.Accept(world.Bea.Person.ActorId, id)));
        Assert.False(await world.Read(db => db.The<OutboxRow>().AnyAsync(o => o.Subject == id.Value)));
        Assert.False(await Ask(id));
    }

    [Fact]
    public async Task Who_does_not_read_it_any_more_or_has_gone_gets_no_letter()
    {
        var circle = await world.Circle(Leaderful.Communities.Joining.Open, world.Ruth, world.Wen);
        var what = Promises.Own("Within");
        await world.Prove(world.Wen);
        var id = await world.Promise(world.Wen, what, new Promise(what, world.Today().AddDays(10), circle.ScopeId));
        await world.Wen.Post($"{CircleWorld.Path(circle)}/membership/ending");
        Until(Day.Before(world.Today().AddDays(10)));
        Assert.False(await Remind(id));
        Assert.Empty(await world.Letters(id));
    }

    [Theory]
    [InlineData("kept", CommitmentState.Kept)]
    [InlineData("goes", CommitmentState.Accepted)]
    [InlineData("barred", CommitmentState.Barred)]
    [InlineData("released", CommitmentState.Released)]
    public async Task One_touch_answers_signed_out_and_once(string answer, CommitmentState becomes)
    {
        var what = Promises.Own("Answered by mail");
        var (id, path) = await Asked(what);
        var anyone = world.Anyone();
        var version = (await world.Commitment(id)).Version;
        for (var n = 0; n < 3; n++) Assert.Contains(what, (await anyone.Get(path)).Main, StringComparison.Ordinal);
        Assert.Equal(version, (await world.Commitment(id)).Version);
        var thanks = await anyone.Follow(await anyone.Post(path, ("answer", answer), ("line", "From the bus")));
        Assert.Equal((HttpStatusCode.OK, "Thank you, it is written down"), (thanks.Status, thanks.Heading));
        Assert.Equal(becomes, await world.State(id));
        Assert.Contains("From the bus", (await world.Bea.Get(Promises.Path(id))).Main, StringComparison.Ordinal);
        var again = await anyone.Post(path, ("answer", "released"), ("line", "Once more"));
        Assert.Contains("Thank you", again.Heading, StringComparison.Ordinal);
        Assert.Equal(becomes, await world.State(id));
        Assert.DoesNotContain("Once more", (await world.Bea.Get(Promises.Path(id))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_has_run_out_or_was_never_made_says_so_kindly()
    {
        var (id, path) = await Asked(Promises.Own("Long ago"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Anyone().Post(path, ("answer", "something else"))).Status);
        world.Time.Advance(AnswerLinks.Lasts);
        Assert.Equal("This link has had its day", (await world.Anyone().Get(path)).Heading);
        await world.Anyone().Post(path, ("answer", "kept"));
        Assert.Equal(CommitmentState.Quiet, await world.State(id));
        Assert.Equal(HttpStatusCode.Gone, (await world.Anyone().Get($"/answers/{CapabilityLink.NewToken()}")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await world.Anyone().Post($"/answers/{CapabilityLink.NewToken()}", ("answer", "kept"))).Status);
        await world.Writes.Do(unit => unit.TakeDownCommitment(world.Ruth.Person.ActorId, id));
        Assert.Equal(HttpStatusCode.Gone, (await world.Anyone().Get(path)).Status);
    }

    [Fact]
    public async Task A_link_of_another_kind_answers_nothing_and_this_one_lets_nobody_in()
    {
        var (id, path) = await Asked(Promises.Own("Only this"));
        var token = path.Split('/')[^1];
        foreach (var elsewhere in new[] { $"/sign-in/{token}", $"/me/email/{token}", $"/join/{token}" })
            Assert.DoesNotContain("Ruth", (await world.Anyone().Get(elsewhere)).Text, StringComparison.Ordinal);
        var anyone = world.Anyone();
        await anyone.Post(path, ("answer", "kept"));
        Assert.StartsWith("/sign-in", (await anyone.Get(Promises.Path(id))).Location, StringComparison.Ordinal);
        var others = await world.Promise(world.Ruth, Promises.Own("Another"));
        Assert.Equal(CommitmentState.Accepted, await world.State(others));
    }

    [Fact]
    public async Task Of_many_who_touch_at_once_one_answers()
    {
        var (id, path) = await Asked(Promises.Own("Touched twice"));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => world.Anyone().Post(path, ("answer", "goes"))));
        Assert.Equal(1, await world.Read(db => db.The<CheckIn>().CountAsync(k => k.CommitmentId == id)));
    }

    private async Task<Id<Commitment>> Due(int days, string? what = null)
    {
        await world.Prove(world.Ruth);
        var words = what ?? Promises.Own("By then");
        return await world.Promise(world.Ruth, words, new Promise(words, world.Today().AddDays(days), world.Millbrook.ScopeId));
    }

    /// <summary>A commitment of Ruth's whose day has passed, and where the letter about it leads.</summary>
    private async Task<(Id<Commitment> Id, string Path)> Asked(string what)
    {
        var id = await Due(3, what);
        Until(Day.End((await world.Commitment(id)).Due!.Value));
        Assert.True(await Ask(id));
        return (id, Address().Match((await world.Letters(id))[^1].Text).Groups[1].Value);
    }

    private Task<bool> Remind(Id<Commitment> id) => world.Writes.Do(unit => unit.Remind(world.Paper(), id));

    private Task<bool> Ask(Id<Commitment> id) => world.Writes.Do(unit => unit.AskHowItWent(world.Paper(), id));

    private void Until(DateTime moment)
    {
        if (moment > world.Time.Utc()) world.Time.Advance(moment - world.Time.Utc());
    }

    [GeneratedRegex(@"https://leaderful\.example(/answers/\S+)")]
    private static partial Regex Address();
}
