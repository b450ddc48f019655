using System.Net;
using System.Text.RegularExpressions;
using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Mail;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Gatherings;

/// <summary>Hosts write to those a gathering is for, once to each; a touch in the letter answers, without signing in.</summary>
public partial class InvitingTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private const string List = "/c/millbrook/gatherings";

    [Fact]
    public async Task All_or_some_are_written_to_and_nobody_twice()
    {
        var id = await Called("Soup for all");
        var page = await world.Ruth.Get($"{List}/{id}/invitations");
        await world.Ruth.Post($"{List}/{id}/invitations", ("whom", world.Bea.Person.Id.ToString()), ("whom", world.Hanna.Person.Id.ToString()));
        Assert.Equal([world.Bea.Person.Email], (await Letters("Soup for all")).Select(l => l.To));
        Assert.Contains("One was written to before.", (await world.Ruth.Get($"{List}/{id}/invitations")).Main, StringComparison.Ordinal);
        Assert.Equal("Choose somebody, or write to all.", (await world.Ruth.Post($"{List}/{id}/invitations")).Page.QuerySelector("#whom-w")!.TextContent.Trim());
        await world.Ruth.Post($"{List}/{id}/invitations", ("all", "yes"));
        await world.Ruth.Post($"{List}/{id}/invitations", ("all", "yes"));
        var letters = await Letters("Soup for all");
        Assert.Equal(letters.Count, letters.Select(l => l.To).Distinct().Count());
        Assert.Contains(letters, l => l.To == world.Wen.Person.Email);
        foreach (var never in new[] { world.Ruth, world.Hanna, world.Samir }) Assert.DoesNotContain(letters, l => l.To == never.Person.Email);
        Assert.Contains("Write to all", page.Main, StringComparison.Ordinal);
        foreach (var other in new[] { world.Bea, world.Hanna, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{List}/{id}/invitations")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{List}/{id}/invitations", ("all", "yes"))).Status);
        }
    }

    [Fact]
    public async Task Whom_no_letter_reaches_is_named_with_the_reason_and_never_said_to_be_written_to()
    {
        var id = await Called("By mail");
        var joss = await world.Newcomer("Joss Penhale");
        var before = await world.Ruth.Get($"{List}/{id}/invitations");
        Assert.Contains("One is not written to", before.Main, StringComparison.Ordinal);
        Assert.DoesNotContain(before.Page.QuerySelectorAll("label.choice"), l => l.TextContent.Contains("Joss", StringComparison.Ordinal));
        var after = await world.Ruth.Submit(before, "/invitations", ("all", "yes"));
        var letters = await Letters("By mail");
        Assert.DoesNotContain(letters, l => l.To == joss.Person.Email);
        Assert.Contains($"{letters.Count} letters are on the way.", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Everybody", after.Main, StringComparison.Ordinal);
        foreach (var said in new[] { "Joss Penhale", "until its owner has opened a link" }) Assert.Contains(said, after.Main, StringComparison.Ordinal);
        await world.Writes.Do(unit => unit.AnswerGathering(joss.Person.ActorId, id, Coming.Yes));
        var whole = (await world.Ruth.Get($"{List}/{id}/invitations")).Main;
        Assert.DoesNotContain("Joss Penhale", whole, StringComparison.Ordinal);
        Assert.Contains("Everybody it is for", whole, StringComparison.Ordinal);
        foreach (var other in new[] { world.Bea, world.Hanna }) Assert.DoesNotContain("Joss", (await other.Get($"{List}/{id}/invitations")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letter_answers_for_the_one_it_was_sent_to_and_looking_changes_nothing()
    {
        var id = await Called("By a touch");
        var path = await Invited(id, world.Bea, "By a touch");
        var anyone = world.Anyone();
        var page = await anyone.Get(path);
        Assert.Equal("By a touch", page.Heading);
        Assert.Null(await Answer(id, world.Bea));
        await anyone.Post(path, ("coming", "Maybe"));
        Assert.Equal(Coming.Maybe, await Answer(id, world.Bea));
        await anyone.Post(path, ("coming", "No"));
        Assert.Equal(Coming.No, await Answer(id, world.Bea));
        Assert.Contains("You do not come this time.", (await anyone.Get(path)).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await anyone.Post(path, ("coming", "Perhaps"))).Status);
        await world.Writes.Do(unit => unit.CallOff(world.Ruth.Person.ActorId, id, "Storm"));
        await anyone.Post(path, ("coming", "Yes"));
        Assert.Equal(Coming.No, await Answer(id, world.Bea));
        Assert.Contains("Called off", (await anyone.Get(path)).Main, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await anyone.Get($"{List}/{id}")).Location, StringComparison.Ordinal);
        foreach (var odd in new[] { CapabilityLink.NewToken(), "x" }) Assert.Equal(HttpStatusCode.Gone, (await anyone.Get($"/coming/{odd}")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await anyone.Get($"/answers/{path.Split('/')[^1]}")).Status);
    }

    [Fact]
    public async Task Once_they_see_it_no_more_or_it_is_over_the_link_has_had_its_day()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var id = await Called("Inside", circle.ScopeId, circle.Id);
        var path = await Invited(id, world.Wen, "Inside");
        await world.Wen.Post($"{CircleWorld.Path(circle)}/membership/ending");
        Assert.Equal(HttpStatusCode.Gone, (await world.Anyone().Get(path)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await world.Anyone().Post(path, ("coming", "Yes"))).Status);
        Assert.Null(await Answer(id, world.Wen));
        var over = await Called("Soon over");
        var late = await Invited(over, world.Bea, "Soon over");
        world.Time.Advance(TimeSpan.FromDays(5));
        Assert.Equal(HttpStatusCode.Gone, (await world.Anyone().Get(late)).Status);
    }

    private async Task<string> Invited(Id<Gathering> id, Visitor whom, string title)
    {
        await world.Ruth.Post($"{List}/{id}/invitations", ("whom", whom.Person.Id.ToString()));
        return Address().Match(Assert.Single(await Letters(title)).Text).Value;
    }

    private async Task<Id<Gathering>> Called(string title, Id<Scope>? rung = null, Id<Leaderful.Circles.Circle>? circle = null)
    {
        await world.Writes.Do(unit => unit.Db.The<Person>().ExecuteUpdateAsync(p => p.SetProperty(x => x.EmailProvedAt, unit.Now)));
        var time = new GatheringTime(DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime.AddDays(3)), new TimeOnly(18, 0), 60, "Europe/Berlin");
        return await world.Writes.Do(unit => unit.CallGathering(world.Ruth.Person.ActorId, world.Millbrook.Id, new GatheringHost(rung ?? world.Millbrook.ScopeId, circle), new GatheringWish(GatheringKind.Cafe, title, time)));
    }

    private Task<Coming?> Answer(Id<Gathering> id, Visitor who) => world.Read(db => db.The<GatheringAnswer>().Where(a => a.GatheringId == id && a.ActorId == who.Person.ActorId).Select(a => a.Coming).SingleOrDefaultAsync());

    private Task<List<QueuedMail>> Letters(string title) => world.Read(db => db.The<QueuedMail>().Where(m => m.Subject == $"Do you come? {title}").ToListAsync());

    [GeneratedRegex(@"/coming/[\w-]+")]
    private static partial Regex Address();
}
