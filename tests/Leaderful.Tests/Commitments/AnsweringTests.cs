using System.Net;
using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Live;
using Leaderful.Tests.OpenSpace;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Commitments;

public class AnsweringTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task What_is_in_the_way_becomes_an_ask_a_topic_or_a_one_to_one()
    {
        var wall = await world.Open(world.Ruth);
        var id = await world.Promise(world.Ruth, "Open the gate at six");
        await world.Ruth.Post($"{Promises.Path(id)}/check-ins", ("kind", "barrier"), ("line", "Nobody has the key"));
        var page = await world.Ruth.Get(Promises.Path(id));
        var ways = page.Page.QuerySelectorAll("section:has(#barrier) a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal("Nobody has the key", await Typed(world.Ruth, ways.Single(w => w.Contains("/commitments/new?ask", StringComparison.Ordinal)), "what"));
        Assert.Equal("Nobody has the key", await Typed(world.Ruth, ways.Single(w => w.Contains("/one-to-ones/new", StringComparison.Ordinal)), "purpose"));
        var post = ways.Single(w => w.Contains(wall.ToString(), StringComparison.Ordinal));
        Assert.Equal("Nobody has the key", await Typed(world.Ruth, post, "title"));
        Assert.Equal("Open the gate at six", await Typed(world.Ruth, post, "why"));
        var circle = await world.Circle(Joining.Open, world.Ruth);
        var own = await world.Promise(world.Ruth, "Within", new Promise("Within", null, circle.ScopeId));
        await world.Ruth.Post($"{Promises.Path(own)}/check-ins", ("kind", "barrier"), ("line", "Between us"));
        foreach (var path in new[] { $"{Spaces.Wall(wall)}/topics/new", "/c/millbrook/one-to-ones/new", "/c/millbrook/commitments/new" })
            Assert.DoesNotContain("Between us", (await world.Bea.Get($"{path}?barrier={own}")).Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody has the key", (await (await world.Guest(world.Ruth, wall, "Old Tom")).Get(post)).Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    private static async Task<string> Typed(Visitor who, string path, string field)
    {
        var found = (await who.Get(path)).Page.QuerySelector($"#{field}")!;
        return found.GetAttribute("value") ?? found.TextContent;
    }

    [Fact]
    public async Task What_somebody_is_asked_for_stands_as_offered_until_they_alone_take_it_on()
    {
        var what = Promises.Own("Open the garden room");
        await world.Ruth.Post(Promises.List, ("what", what), ("by", "week"), ("to", world.Millbrook.ScopeId.ToString()), ("doer", "Bea Lindqvist"));
        var id = (await world.Named(what)).Id;
        Assert.Equal(CommitmentState.Offered, await world.State(id));
        foreach (var path in new[] { "/c/millbrook", Promises.List }) Assert.Contains(what, (await world.Bea.Get(path)).Main, StringComparison.Ordinal);
        foreach (var other in new[] { world.Ruth, world.Ines, world.Hanna, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Promises.Path(id)}/acceptance")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Promises.Path(id)}/release")).Status);
            Assert.DoesNotContain(what, (await other.Get("/c/millbrook")).Text, StringComparison.Ordinal);
        }
        var taken = await world.Bea.Submit(await world.Bea.Get("/c/millbrook"), $"{id}/acceptance");
        Assert.Equal(CommitmentState.Accepted, await world.State(id));
        await world.Bea.Submit(taken, "/acceptance/withdrawal");
        Assert.Equal(CommitmentState.Offered, await world.State(id));
        var declined = await world.Bea.Submit(await world.Bea.Get(Promises.Path(id)), "/release", ("why", "I am away that week."));
        Assert.Contains("I am away that week.", declined.Main, StringComparison.Ordinal);
        Assert.Equal(CommitmentState.Declined, await world.State(id));
        Assert.Contains("not taken on", (await world.Ruth.Get(Promises.Path(id))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doer_keeps_it_and_can_take_that_back_for_an_hour()
    {
        var id = await world.Promise(world.Ruth, Promises.Own("Water the beds"));
        foreach (var other in new[] { world.Bea, world.Ines, world.Hanna, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Promises.Path(id)}/keeping")).Status);
        var kept = await world.Ruth.Submit(await world.Ruth.Get(Promises.Path(id)), "/keeping");
        Assert.Equal(CommitmentState.Kept, await world.State(id));
        Assert.Contains("Ruth Abara kept it.", (await world.Bea.Get(Promises.Path(id))).Main, StringComparison.Ordinal);
        await world.Ruth.Submit(kept, "/keeping/withdrawal");
        Assert.Equal(CommitmentState.Accepted, await world.State(id));
        await world.Ruth.Post($"{Promises.Path(id)}/keeping");
        world.Time.Advance(TimeSpan.FromHours(2));
        await world.Ruth.Post($"{Promises.Path(id)}/keeping/withdrawal");
        Assert.Equal(CommitmentState.Kept, await world.State(id));
    }

    [Fact]
    public async Task Of_two_answers_at_once_the_later_sees_what_is_so()
    {
        var id = await world.Promise(world.Ruth, Promises.Own("Two devices"));
        await world.Ruth.Post($"{Promises.Path(id)}/keeping");
        foreach (var late in new[] { "release", "keeping", "acceptance" })
            Assert.Contains("Something became of it just before", (await world.Ruth.Follow(await world.Ruth.Post($"{Promises.Path(id)}/{late}"))).Text, StringComparison.Ordinal);
        Assert.Contains("Something became of it just before", (await world.Ruth.Follow(await world.Ruth.Post($"{Promises.Path(id)}/check-ins", ("line", "Late")))).Text, StringComparison.Ordinal);
        Assert.Equal(CommitmentState.Kept, await world.State(id));
        Assert.False(await world.Read(db => db.The<CheckIn>().AnyAsync(k => k.CommitmentId == id)));
        var both = await world.Promise(world.Ruth, Promises.Own("At the same moment"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => world.Writes.Do(unit => n % 2 == 0 ? unit.Keep(world.Ruth.Person.ActorId, both) : unit.Release(world.Ruth.Person.ActorId, both))));
        Assert.Single(answers, done => done);
        var now = await world.Commitment(both);
        Assert.True(now.KeptAt is null != now.ReleasedAt is null);
    }

    [Fact]
    public async Task A_check_in_says_how_it_goes_or_what_is_in_the_way_and_whichever_was_said_last_is_so()
    {
        var id = await world.Promise(world.Ruth, Promises.Own("The lamp by the door"));
        var page = await world.Ruth.Get(Promises.Path(id));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Post($"{Promises.Path(id)}/check-ins", ("kind", "barrier"), ("line", " "))).Status);
        var tooLong = await world.Ruth.Post($"{Promises.Path(id)}/check-ins", ("kind", "progress"), ("line", new string('x', 301)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 301), (tooLong.Status, tooLong.Page.QuerySelector("#line")!.GetAttribute("value")!.Length));
        foreach (var other in new[] { world.Bea, world.Ines, world.Hanna }) Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Promises.Path(id)}/check-ins", ("line", "Not mine"))).Status);
        var barred = await world.Ruth.Follow(await world.Ruth.Post(page.FormTo("/check-ins"), ("kind", "barrier"), ("line", "Nobody has the key")));
        Assert.Equal(CommitmentState.Barred, await world.State(id));
        Assert.NotNull(barred.Page.QuerySelector($"a[href$='conversations/new?about={id}']"));
        var seen = await world.Bea.Get(Promises.Path(id));
        Assert.Contains("Nobody has the key", seen.Page.QuerySelector(".barrier")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(seen.Page.QuerySelector("use[href$='#i-m-barrier']"));
        world.Time.Advance(TimeSpan.FromMinutes(1));
        var moved = await world.Ruth.Follow(await world.Ruth.Post($"{Promises.Path(id)}/check-ins", ("kind", "progress"), ("line", "Wen had one")));
        Assert.Equal(CommitmentState.Accepted, await world.State(id));
        var undo = moved.FormTo("/withdrawal");
        foreach (var other in new[] { world.Bea, world.Ines, world.Hanna }) Assert.Equal(HttpStatusCode.NotFound, (await other.Post(undo)).Status);
        await world.Ruth.Post(undo);
        Assert.Equal(CommitmentState.Barred, await world.State(id));
        await world.Ruth.Post($"{Promises.Path(id)}/check-ins", ("kind", "progress"), ("line", "Wen had one"));
        var course = (await world.Bea.Get(Promises.Path(id))).Page.QuerySelector("#course")!.TextContent;
        Assert.True(course.IndexOf("Nobody has the key", StringComparison.Ordinal) < course.IndexOf("Wen had one", StringComparison.Ordinal));
    }

    [Fact]
    public async Task From_what_is_in_the_way_begins_a_conversation_that_says_what_it_is_about()
    {
        var what = Promises.Own("The lift");
        var id = await world.Promise(world.Ruth, what);
        var form = await world.Bea.Get($"/c/millbrook/conversations/new?about={id}");
        Assert.Contains(what, form.Main, StringComparison.Ordinal);
        var talk = await world.Bea.Submit(form, "/conversations", ("title", Promises.Own("Who knows the lift?")));
        Assert.Contains(what, talk.Main, StringComparison.Ordinal);
        Assert.Contains(talk.Heading, (await world.Ruth.Get(Promises.Path(id))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_day_or_other_words_are_taken_on_anew_and_how_it_was_stays_to_be_read()
    {
        var what = Promises.Own("Paint the bench");
        var id = await world.Promise(world.Ruth, what);
        foreach (var other in new[] { world.Bea, world.Ines, world.Hanna })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{Promises.Path(id)}/terms/new")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Promises.Path(id)}/terms", ("what", "Other"), ("by", "none"), ("why", "Mine now"))).Status);
        }
        var form = await world.Ruth.Get($"{Promises.Path(id)}/terms/new");
        var past = await world.Ruth.Post(form.FormTo("/terms"), ("what", what), ("day", "2026-11-01"), ("why", "It rained"));
        Assert.Contains("That day has passed", past.Page.QuerySelector("#day-w")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("It rained", past.Page.QuerySelector("#why")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Post(form.FormTo("/terms"), ("what", what), ("by", "week"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Post(form.FormTo("/terms"), ("what", what), ("by", "fortnight"), ("why", "No change"))).Status);
        Assert.False(await world.Read(db => db.The<CommitmentTerms>().AnyAsync(t => t.CommitmentId == id)));
        var now = Promises.Own("Paint two benches");
        var page = await world.Ruth.Submit(form, "/terms", ("what", now), ("by", "month"), ("why", "There are two"));
        Assert.Equal(now, page.Heading);
        Assert.Equal(CommitmentState.Renegotiated, await world.State(id));
        var course = (await world.Bea.Get(Promises.Path(id))).Page.QuerySelector("#course")!.TextContent;
        Assert.Contains("There are two", course, StringComparison.Ordinal);
        Assert.Contains(what, course, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_its_day_has_passed_without_a_word_that_is_said_kindly_and_any_word_ends_it()
    {
        var what = Promises.Own("Before the month is out");
        var id = await world.Promise(world.Ruth, what, new Promise(what, world.Today().AddDays(1), world.Millbrook.ScopeId));
        world.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(CommitmentState.Accepted, await world.State(id));
        world.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(CommitmentState.Quiet, await world.State(id));
        var today = await world.Ruth.Get("/c/millbrook");
        Assert.Contains("the day has passed and nothing was said", today.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("overdue", today.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(what, (await world.Bea.Get("/c/millbrook")).Text, StringComparison.Ordinal);
        await world.Ruth.Post($"{Promises.Path(id)}/check-ins", ("kind", "progress"), ("line", "Nearly"));
        Assert.Equal(CommitmentState.Accepted, await world.State(id));
        Assert.DoesNotContain(what, (await world.Ruth.Get("/c/millbrook")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_in_the_way_stands_whatever_the_day()
    {
        var what = Promises.Own("Barred beyond its day");
        var id = await world.Promise(world.Ruth, what, new Promise(what, world.Today().AddDays(1), world.Millbrook.ScopeId));
        await world.Ruth.Post($"{Promises.Path(id)}/check-ins", ("kind", "barrier"), ("line", "No ladder"));
        world.Time.Advance(TimeSpan.FromDays(4));
        Assert.Equal(CommitmentState.Barred, await world.State(id));
        Assert.Contains(what, (await world.Ruth.Get("/c/millbrook")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_it_was_promised_to_may_release_from_it_and_nobody_else()
    {
        var circle = await world.Circle(Leaderful.Communities.Joining.Open, world.Wen);
        var (toBea, toCircle) = (Promises.Own("For Bea"), Promises.Own("For the circle"));
        var one = await world.Promise(world.Ruth, toBea, new Promise(toBea, null, world.Millbrook.ScopeId) { To = new ToWhom(world.Bea.Person.ActorId) });
        var many = await world.Promise(world.Ruth, toCircle, new Promise(toCircle, null, world.Millbrook.ScopeId) { To = new ToWhom(Circle: circle.Id) });
        foreach (var other in new[] { world.Ines, world.Wen, world.Hanna, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Promises.Path(one)}/release")).Status);
        var released = await world.Bea.Submit(await world.Bea.Get(Promises.Path(one)), "/release", ("why", "It is done already."));
        Assert.Equal(CommitmentState.Released, await world.State(one));
        Assert.Contains("It is done already.", (await world.Ruth.Get(Promises.Path(one))).Main, StringComparison.Ordinal);
        await world.Bea.Submit(released, "/release/withdrawal");
        Assert.Equal(CommitmentState.Accepted, await world.State(one));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{Promises.Path(many)}/release")).Status);
        await world.Wen.Post($"{Promises.Path(many)}/release");
        Assert.Equal(CommitmentState.Released, await world.State(many));
    }

    [Fact]
    public async Task The_page_of_whoever_has_it_open_shows_what_becomes_of_it()
    {
        var id = await world.Promise(world.Ruth, Promises.Own("Watched"));
        var page = await world.Bea.Get(Promises.Path(id));
        await using var watcher = await Watcher.Open(world.Bea, page);
        await world.Ruth.Post($"{Promises.Path(id)}/check-ins", ("kind", "barrier"), ("line", "The ladder is away"));
        await watcher.Until((await world.Commitment(id)).Version);
        Assert.Contains(watcher.Changes, c => c.Html.Contains("The ladder is away", StringComparison.Ordinal));
        Assert.Contains("The ladder is away", (await world.Bea.Get(Promises.Path(id))).Main, StringComparison.Ordinal);
        await using var outsider = await Watcher.Open(world.Hanna, page);
        await world.Ruth.Post($"{Promises.Path(id)}/keeping");
        await watcher.Until((await world.Commitment(id)).Version);
        Assert.Empty(outsider.Changes);
    }

    [Fact]
    public async Task A_forged_id_is_nowhere()
    {
        var nowhere = Id<Commitment>.New();
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get(Promises.Path(nowhere))).Status);
        foreach (var what in new[] { "acceptance", "keeping", "release", "check-ins", "terms", "deletion", "restoration" })
            Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{Promises.Path(nowhere)}/{what}", ("line", "x"))).Status);
        var theirs = await world.Begin();
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get(Promises.Path(theirs))).Status);
    }
}

file static class Conversing
{
    /// <summary>The id of something that is no commitment.</summary>
    public static async Task<Id<Commitment>> Begin(this World world) => (await Conversations.Talk.Begin(world, world.Ruth)).As<Commitment>();
}
