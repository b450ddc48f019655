using System.Net;
using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Preparing;
using Leaderful.OpenSpace.Reports;
using Leaderful.OpenSpace.Reviews;
using Leaderful.OpenSpace.Wall;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Crawl;
using Leaderful.Tests.OpenSpace.Debriefs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.OpenSpace.Reviews;

/// <summary>Everything that was promised at an Open Space is told to the whole, with how it goes, until a review says it was the last.</summary>
public class ReviewTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task All_that_was_promised_at_it_is_gathered_for_whoever_sees_it()
    {
        var (id, other) = (await world.ClosedSpace(), await world.ClosedSpace());
        var (topic, circle) = (await Topic(id, "Keys"), await world.Circle(Joining.Open, world.Ruth, world.Wen));
        var report = (await world.Writes.Do(unit => unit.BeginReport(world.Ruth.Person.ActorId, topic, null)))!.Value;
        await Promise(world.Bea, id.As<Thing>(), "on-the-gathering");
        await Promise(world.Bea, topic.As<Thing>(), "on-a-topic");
        await Promise(world.Wen, report.As<Thing>(), "on-a-report");
        await Promise(world.Wen, other.As<Thing>(), "at-another");
        await Promise(world.Ruth, id.As<Thing>(), "for-few", circle.ScopeId);
        await world.Writes.Do(unit => unit.Promise(world.Ruth.Person.ActorId, world.Millbrook.Id, new Promise("only-asked", null, world.Millbrook.ScopeId) { Doer = world.Bea.Person.ActorId, Origin = id.As<Thing>() }));
        await world.Writes.Do(unit => unit.AddPledge(world.Ruth.Person.ActorId, id, new PledgeWish(null, "Dr Amadi", "by-name", null)));
        var page = await world.Bea.Get(Path(id));
        foreach (var what in new[] { "on-the-gathering", "on-a-topic", "on-a-report", "by-name" }) Assert.Contains(what, page.Main, StringComparison.Ordinal);
        foreach (var what in new[] { "at-another", "for-few", "only-asked" }) Assert.DoesNotContain(what, page.Text, StringComparison.Ordinal);
        Assert.Contains("for-few", (await world.Wen.Get(Path(id))).Main, StringComparison.Ordinal);
        Assert.Empty(PageRules.Broken(page, missing: false));
        Assert.Empty(PageRules.Broken(await world.Ruth.Get(Path(id)), missing: false));
        foreach (var far in new[] { world.Hanna, world.Tove, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await far.Get(Path(id))).Status);
        foreach (var outside in new[] { world.Anyone(), await world.Guest(id) }) Assert.Contains("/sign-in", (await outside.Get(Path(id))).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_stands_where_its_doer_said_last_and_a_line_leads_back_here()
    {
        var id = await world.ClosedSpace();
        var (kept, moves, barred, silent) = (await Promise(world.Bea, id.As<Thing>(), "kept-one"), await Promise(world.Bea, id.As<Thing>(), "moving-one"), await Promise(world.Bea, id.As<Thing>(), "barred-one"), await Promise(world.Wen, id.As<Thing>(), "silent-one"));
        var page = await world.Bea.Get(Path(id));
        Assert.Null(page.Page.QuerySelector($"form[action$='{silent}/check-ins']"));
        var back = await world.Bea.Submit(page, $"{moves}/check-ins", ("line", "Half of it"));
        Assert.Equal("Looking back", back.Heading);
        await world.Bea.Submit(back, $"{kept}/keeping");
        await world.Bea.Post($"/c/millbrook/commitments/{barred}/check-ins", ("kind", "barrier"), ("line", "No key"));
        var seen = await world.Ruth.Get(Path(id));
        Assert.Equal(["kept-one", "moving-one", "barred-one", "silent-one"], Heaps(seen));
        Assert.Contains("Half of it", seen.Main, StringComparison.Ordinal);
        Assert.NotNull(seen.Page.QuerySelector($"a[href$='/conversations/new?about={barred}']"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Post($"/c/millbrook/commitments/{moves}/check-ins", ("kind", "progress"), ("line", "Mine"))).Status);
        foreach (var odd in new[] { "https://evil.example/", "//evil.example", "/me", "/c/millbrookx/", "" })
            Assert.StartsWith("/c/millbrook/commitments/", (await world.Bea.Post($"/c/millbrook/commitments/{moves}/check-ins", ("kind", "progress"), ("line", "More"), ("back", odd))).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_promise_by_name_whoever_holds_the_space_says_how_it_goes()
    {
        var id = await world.ClosedSpace();
        var pledge = (await world.Writes.Do(unit => unit.AddPledge(world.Ruth.Person.ActorId, id, new PledgeWish(null, "Dr Amadi", "Read it all", null))))!.Value;
        var notes = $"{Path(id)}/pledges/{pledge}/notes";
        foreach (var other in new[] { world.Bea, world.Wen, world.Hanna, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await other.Post(notes, ("kind", "Kept"))).Status);
        var said = await world.Ruth.Submit(await world.Ruth.Get(Path(id)), "/notes", ($"line-{pledge}", "Half is read"));
        Assert.Contains("Half is read", (await world.Bea.Get(Path(id))).Main, StringComparison.Ordinal);
        await world.Ruth.Submit(said, "/deletion");
        Assert.DoesNotContain("Half is read", (await world.Bea.Get(Path(id))).Main, StringComparison.Ordinal);
        var again = await world.Ruth.Post(notes, ("kind", "Barrier"), ($"line-{pledge}", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.NotNull(again.Page.QuerySelector($"[id='line-{pledge}-w']"));
        Assert.NotNull((await world.Ruth.Post(notes, ("kind", "Barrier"), ($"line-{pledge}", new string('x', 10_000)))).Page.QuerySelector($"[id='line-{pledge}-w']"));
        // A member speaks of theirs alone.
        var own = (await world.Writes.Do(unit => unit.AddPledge(world.Ruth.Person.ActorId, id, new PledgeWish(world.Wen.Person.ActorId, "", "Hers", null))))!.Value;
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{Path(id)}/pledges/{own}/notes", ("kind", "Kept"))).Status);
    }

    [Fact]
    public async Task Each_review_says_when_the_next_is_or_that_it_was_the_last()
    {
        var id = await world.ClosedSpace();
        await world.Wen.Submit(await world.Wen.Get(Path(id)), "/reviews", ("day", world.Day(21).Written()));
        var first = (await Next(id))!;
        Assert.Equal(world.Day(21), first.Day);
        foreach (var other in new[] { world.Bea, world.Hanna, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post(Path(id), ("day", world.Day(40).Written()))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Path(id)}/{first.Id}/holding", ("next", "month"))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Path(id)}/{first.Id}/holding/withdrawal")).Status);
        }
        foreach (var (next, day, field) in new[] { ("", "", "next"), ("never", "", "next"), ("day", "", "own-day"), ("day", world.Day(-4).Written(), "own-day"), ("day", "soon", "own-day") })
        {
            var again = await world.Wen.Post($"{Path(id)}/{first.Id}/holding", ("next", next), ("own-day", day));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
            Assert.NotNull(again.Page.QuerySelector($"#{field}-w"));
        }
        var held = await world.Wen.Submit(await world.Wen.Get(Path(id)), "/holding", ("next", "quarter"));
        Assert.Equal(world.Day(0).AddMonths(3), (await Next(id))!.Day);
        Assert.Contains("Wen Li", held.Main, StringComparison.Ordinal);
        await world.Wen.Submit(held, "/holding/withdrawal");
        Assert.Equal(first.Id, (await Next(id))!.Id);
        var last = await world.Ruth.Submit(await world.Ruth.Get(Path(id)), "/holding", ("next", "last"));
        Assert.Equal(Stage.FollowedUp, (await world.Read(id)).Stage);
        Assert.Null(await Next(id));
        await world.Ruth.Submit(last, "/holding/withdrawal");
        Assert.Equal((Stage.Closed, first.Id), ((await world.Read(id)).Stage, (await Next(id))!.Id));
        // What was held stays as it was, whatever day is planned afterwards.
        await world.Ruth.Post($"{Path(id)}/{first.Id}/holding", ("next", "last"));
        await world.Ruth.Post($"{OpenSpaces.Path(id)}/preparing/review", ("day", world.Day(90).Written()));
        Assert.Equal((world.Day(21), world.Day(90)), ((await world.Read(db => db.FirstReviewOf(id)))!.Day, (await Next(id))!.Day));
    }

    [Fact]
    public async Task What_is_still_open_hangs_in_the_tray_of_the_next_one_where_somebody_chose_it()
    {
        var (id, circle) = (await world.ClosedSpace(), await world.Circle(Joining.Open, world.Ruth, world.Bea));
        var (open, left, kept) = (await Promise(world.Wen, id.As<Thing>(), "Still open"), await Promise(world.Wen, id.As<Thing>(), "Left behind"), await Promise(world.Wen, id.As<Thing>(), "Done"));
        var few = await Promise(world.Bea, id.As<Thing>(), "Among few", circle.ScopeId);
        await world.Wen.Post($"/c/millbrook/commitments/{kept}/keeping");
        var page = await world.Bea.Get($"{OpenSpaces.Path(id)}/copies");
        Assert.Equal([open.ToString(), left.ToString()], page.Page.QuerySelectorAll("input[name=carry]").Select(i => i.GetAttribute("value")!));
        var title = CircleWorld.Own("Again");
        await world.Bea.Post($"{OpenSpaces.Path(id)}/copies", ("title", title), ("day", world.Day(60).Written()), ("carry", open.ToString()), ("carry", kept.ToString()), ("carry", few.ToString()), ("carry", "nothing"));
        var made = await world.Read(db => db.The<Gathering>().Where(g => g.Title == title).Select(g => g.Id).SingleAsync());
        var slip = Assert.Single((await world.Read(db => db.BoardOf(made.As<Space>()))).Tray);
        Assert.Equal(("Still open", world.Bea.Person.ActorId), (slip.Title, slip.ConvenerId!.Value));
        Assert.Contains("How do we hold the night together?", slip.Why, StringComparison.Ordinal);
        Assert.Contains("Wen Li", slip.Why, StringComparison.Ordinal);
        var again = await world.Bea.Post($"{OpenSpaces.Path(id)}/copies", ("title", title), ("day", "x"), ("carry", left.ToString()));
        Assert.Equal(left.ToString(), Assert.Single(again.Page.QuerySelectorAll("input[name=carry][checked]")).GetAttribute("value"));
    }

    [Fact]
    public async Task It_asks_as_often_for_many_as_for_few()
    {
        var id = await world.ClosedSpace();
        await Grow(0, 3);
        var few = await Asked();
        await Grow(3, 20);
        Assert.Equal(few, await Asked());

        async Task Grow(int from, int to)
        {
            for (var n = from; n < to; n++)
            {
                var topic = await Topic(id, $"Topic {n}");
                var made = await Promise(world.Wen, topic.As<Thing>(), $"Thing {n}");
                await world.Writes.Do(unit => unit.CheckIn(world.Wen.Person.ActorId, made, CheckInKind.Barrier, "Slow"));
                var pledge = await world.Writes.Do(unit => unit.AddPledge(world.Ruth.Person.ActorId, id, new PledgeWish(null, $"Name {n}", $"Pledge {n}", null)));
                await world.Writes.Do(unit => unit.NotePledge(world.Ruth.Person.ActorId, id, pledge!.Value, PledgeNoteKind.Kept, ""));
            }
        }

        async Task<int> Asked()
        {
            await world.Bea.Get(Path(id));
            using var questions = new QueryCount(id.Value);
            await world.Bea.Get(Path(id));
            Assert.InRange(questions.Count, 1, 12);
            return questions.Count;
        }
    }

    private static string Path(Id<Space> id) => $"{OpenSpaces.Path(id)}/reviews";

    private static IEnumerable<string> Heaps(Screen page) => page.Page.QuerySelectorAll(".review-heap .what").Select(w => w.TextContent.Trim());

    private Task<Review?> Next(Id<Space> id) => world.Read(db => db.NextReviewOf(id));

    private async Task<Id<Topic>> Topic(Id<Space> id, string title) => (await world.Writes.Do(unit => unit.PostTopic(world.Ruth.Person.ActorId, id, new TopicWish(title, world.Ruth.Person.ActorId))))!.Value;

    private async Task<Id<Commitment>> Promise(Visitor who, Id<Thing> on, string what, Id<Scope>? scope = null) =>
        (await world.Writes.Do(unit => unit.Promise(who.Person.ActorId, world.Millbrook.Id, new Promise(what, null, scope ?? world.Millbrook.ScopeId) { Origin = on })))!.Value;
}
