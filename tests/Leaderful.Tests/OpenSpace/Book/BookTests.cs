using System.Net;
using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Wall;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.OpenSpace.Book;

/// <summary>What is in the proceedings, and who reads it.</summary>
public class BookTests(BookWorld world) : IClassFixture<BookWorld>
{
    [Fact]
    public async Task The_sessions_come_in_the_order_of_day_slot_and_place_with_all_they_left()
    {
        var space = await world.Space("What keeps the nights safe?");
        var (late, early, next) = (await world.Slot(space, hour: 14), await world.Slot(space), await world.Slot(space, day: 1));
        var (hall, attic) = (await world.Place(space, "Hall"), await world.Place(space, "Attic"));
        var fourth = await world.Topic(space, "Fourth: the rota", next, hall);
        var third = await world.Topic(space, "Third: the garden", late, hall);
        var second = await world.Topic(space, "Second: the lamps", early, attic);
        var first = await world.Topic(space, "First: the keys", early, hall, world.Wen);
        foreach (var (topic, said) in new[] { (fourth, "Four people a night."), (third, "Beans first."), (second, "Oil is short."), (first, "Two keys are enough.") }) await world.Report(topic, said);
        await world.WasAt(world.Bea, first);
        await world.WasAt(world.Wen, first);
        await world.Promise(world.Bea, "Cut a second key", first);

        var page = await world.Bea.Get(BookWorld.Path(space));
        Assert.Equal("What keeps the nights safe?", page.Heading);
        Assert.Equal(["First: the keys", "Second: the lamps", "Third: the garden", "Fourth: the rota"], page.Page.QuerySelectorAll(".book-session > h3").Select(h => h.TextContent.Trim()));
        Assert.Equal(["Thursday, 3 December 2026", "Friday, 4 December 2026", "All commitments"], page.Page.QuerySelectorAll(".book-part > h2").Select(h => h.TextContent.Trim()));
        var session = page.Page.QuerySelector(".book-session")!.TextContent;
        foreach (var said in new[] { "10:00 – 11:30", "Hall", "Called by Wen Li", "Bea Lindqvist, Wen Li", "Because it matters.", "Two keys are enough.", "Cut a second key", "taken on" }) Assert.Contains(said, session, StringComparison.Ordinal);
        Assert.Contains("Thursday, 3 December 2026, 09:00 – Saturday, 5 December 2026, 09:00, Berlin time", page.Page.QuerySelector(".book-facts")!.TextContent, StringComparison.Ordinal);
        foreach (var said in new[] { "The old mill", "Ruth Abara" }) Assert.Contains(said, page.Page.QuerySelector(".book-facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("So that the nights are held.", page.Main, StringComparison.Ordinal);
        var row = page.Page.QuerySelector(".book-promises tbody tr")!.TextContent;
        foreach (var said in new[] { "Cut a second key", "Bea Lindqvist", "2 January 2027", "taken on", "the commitments of Millbrook Care Network", "First: the keys" }) Assert.Contains(said, row, StringComparison.Ordinal);
        foreach (var link in page.Page.QuerySelectorAll(".book-contents a")) Assert.NotNull(page.Page.GetElementById(link.GetAttribute("href")![1..]));
    }

    [Fact]
    public async Task What_has_no_notes_yet_is_named_what_was_joined_stands_under_the_other_and_what_was_let_go_comes_after()
    {
        var space = await world.Space("Named, not hidden");
        var (slot, hall, attic) = (await world.Slot(space), await world.Place(space, "Hall"), await world.Place(space, "Attic"));
        var (told, bare) = (await world.Topic(space, "Told", slot, hall), await world.Topic(space, "Bare", slot, attic));
        var (joined, gone, tray, taken) = (await world.Topic(space, "Joined"), await world.Topic(space, "Gone"), await world.Topic(space, "In the tray"), await world.Topic(space, "Taken down"));
        await world.Report(told, "Something was said.");
        await world.Report(joined, "This was said before they were joined.");
        await world.Writes.Do(unit => unit.MergeTopic(world.Ruth.Person.ActorId, joined, told));
        await world.Writes.Do(unit => unit.RetireTopic(world.Ruth.Person.ActorId, gone));
        await world.Writes.Do(unit => unit.TakeTopicDown(world.Ruth.Person.ActorId, taken));
        var page = await world.Wen.Get(BookWorld.Path(space));
        Assert.Equal("Told", page.Page.QuerySelector(".book-session > h3")!.TextContent.Trim());
        var under = page.Page.QuerySelector(".book-session .book-joined")!.TextContent;
        Assert.Contains("Joined", under, StringComparison.Ordinal);
        Assert.Contains("This was said before they were joined.", under, StringComparison.Ordinal);
        Assert.Equal(["The sessions", "Without notes yet", "Let go"], page.Page.QuerySelectorAll(".book-part > h2").Select(h => h.TextContent.Trim()));
        Assert.Equal(["Bare", "In the tray"], page.Page.QuerySelectorAll("#without-notes ~ .book-rest .what").Select(w => w.TextContent.Trim()));
        Assert.Equal("Gone", page.Page.QuerySelector("#let-go ~ .book-rest .what")!.TextContent.Trim());
        Assert.DoesNotContain("Taken down", page.Text, StringComparison.Ordinal);
        Assert.Contains("Still to come", page.Page.QuerySelector(".book-rest")!.TextContent, StringComparison.Ordinal);
        await world.Report(bare, "Now it was written.");
        Assert.Equal(["Told", "Bare"], (await world.Wen.Get(BookWorld.Path(space))).Page.QuerySelectorAll(".book-session > h3").Select(h => h.TextContent.Trim()));
    }

    [Fact]
    public async Task Whoever_is_not_on_its_rung_finds_none_in_any_form_and_a_gathering_of_another_kind_has_none()
    {
        var circle = await world.Circle(world.Ruth, world.Wen);
        var space = await world.Space("Among us", circle);
        await world.Report(await world.Topic(space, "Ours"), "Said among us.");
        foreach (var form in new[] { "", "/print", "/epub", "/markdown", "/pdf" })
        {
            foreach (var other in new[] { world.Bea, world.Ines, world.Hanna, world.Tove, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await other.Get(BookWorld.Path(space) + form)).Status);
            Assert.Contains("/sign-in", (await world.Anyone().Get(BookWorld.Path(space) + form)).Location, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Get($"/c/harbour/gatherings/{space}/book{form}")).Status);
        }
        Assert.Contains("Said among us.", (await world.Wen.Get(BookWorld.Path(space))).Main, StringComparison.Ordinal);
        var cafe = await world.Writes.Do(unit => Leaderful.Gatherings.Calling.CallGathering(unit, world.Ruth.Person.ActorId, world.Millbrook.Id, new Leaderful.Gatherings.GatheringHost(world.Millbrook.ScopeId), new Leaderful.Gatherings.GatheringWish(Leaderful.Gatherings.GatheringKind.Cafe, "Coffee", null)));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get(BookWorld.Path(cafe.As<Space>()))).Status);
    }

    [Fact]
    public async Task A_guest_reads_what_the_room_reads_and_somebody_of_another_room_nothing()
    {
        var circle = await world.Circle(world.Ruth, world.Wen);
        var (space, elsewhere) = (await world.Space("With guests"), await world.Space("Another room"));
        var (topic, picture) = (await world.Topic(space, "Come in"), world.Picture());
        await world.Report(topic, [picture], "Everybody was welcome.");
        await world.Promise(world.Bea, "Open the gate", topic);
        await world.Promise(world.Ruth, "Only for the circle", topic, circle.ScopeId);
        var (guest, actor) = await world.Guest(space, "Juno");
        await world.Writes.Do(unit => Leaderful.OpenSpace.Reports.Reporting.SayWasAt(unit, actor, topic));
        var page = await guest.Get(BookWorld.Path(space));
        foreach (var said in new[] { "Everybody was welcome.", "Open the gate", "Juno" }) Assert.Contains(said, page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Only for the circle", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/commitments/", page.Text, StringComparison.Ordinal);
        var src = page.Page.QuerySelector(".book-report img")!.GetAttribute("src")!;
        Assert.Equal("image/jpeg", (await guest.Client.GetAsync(src)).Content.Headers.ContentType!.MediaType);
        Assert.Contains("Only for the circle", (await world.Wen.Get(BookWorld.Path(space))).Text, StringComparison.Ordinal);
        var (stranger, _) = await world.Guest(elsewhere, "Kim");
        foreach (var path in new[] { BookWorld.Path(space), $"{BookWorld.Path(space)}/epub", src }) Assert.Contains("/sign-in", (await stranger.Get(path)).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"{BookWorld.Path(elsewhere)}/pictures/{picture.Id}")).Status);
        foreach (var form in new[] { "/print", "/epub", "/markdown" }) Assert.Equal(HttpStatusCode.OK, (await guest.Get(BookWorld.Path(space) + form)).Status);
    }

    [Fact]
    public async Task What_is_for_fewer_is_in_no_book_of_others_in_no_form()
    {
        var circle = await world.Circle(world.Ruth, world.Wen);
        var (space, word) = (await world.Space("For all but this"), BookWorld.Own("Kestrelplume"));
        var topic = await world.Topic(space, "Open");
        var page = await world.Report(topic, "For all to read.");
        await world.Promise(world.Ruth, word, topic, circle.ScopeId);
        await world.Promise(world.Wen, word, page, circle.ScopeId);
        foreach (var form in new[] { "", "/print", "/markdown" })
        {
            Assert.DoesNotContain(word, (await world.Bea.Get(BookWorld.Path(space) + form)).Text, StringComparison.Ordinal);
            Assert.Contains(word, (await world.Wen.Get(BookWorld.Path(space) + form)).Text, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(word, (await BookWorld.Epub(world.Bea, space)).AllText, StringComparison.Ordinal);
        Assert.Contains(word, (await BookWorld.Epub(world.Wen, space)).AllText, StringComparison.Ordinal);
        // A report that was moved to fewer goes with its pictures and words.
        await world.Writes.Do(unit => unit.Db.The<Thing>().Where(t => t.Id == page.As<Thing>()).ExecuteUpdateAsync(t => t.SetProperty(x => x.ScopeId, circle.ScopeId)));
        Assert.DoesNotContain("For all to read.", (await world.Bea.Get(BookWorld.Path(space))).Text, StringComparison.Ordinal);
        Assert.Contains("For all to read.", (await world.Wen.Get(BookWorld.Path(space))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_left_for_good_is_a_former_member_and_a_guest_who_is_known_now_is_there_once()
    {
        var (space, joss) = (await world.Space("Who was here"), await world.Register("Joss Penhale", $"{Guid.NewGuid():N}@new.example"));
        await world.Join(joss, world.Millbrook);
        var topic = await world.Topic(space, "Names", convener: joss);
        await world.WasAt(joss, topic);
        await world.WasAt(world.Bea, topic);
        var (_, guest) = await world.Guest(space, "Bea on the phone");
        await world.Writes.Do(unit => Leaderful.OpenSpace.Reports.Reporting.SayWasAt(unit, guest, topic));
        await world.Writes.Do(async unit =>
        {
            (await unit.Db.The<Actor>().AsTracking().SingleAsync(a => a.Id == guest)).Claim(world.Bea.Person.ActorId, unit.Now);
            (await unit.Db.The<Actor>().AsTracking().SingleAsync(a => a.Id == joss.Person.ActorId)).Erase(unit.Now);
        });
        var session = (await world.Wen.Get(BookWorld.Path(space))).Page.QuerySelector(".book-session")!;
        Assert.Contains("Called by A former member", session.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("A former member, Bea Lindqvist", session.QuerySelector(".book-came")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_book_asks_as_often_for_many_sessions_as_for_some()
    {
        var space = await world.Space("Many");
        await Grow(space, 3);
        foreach (var form in new[] { "", "/print", "/epub", "/markdown" })
        {
            var asked = await Asked(space, form);
            await Grow(space, 6);
            Assert.InRange(asked, 5, 15);
            Assert.Equal(asked, await Asked(space, form));
        }
    }

    private async Task Grow(Id<Space> space, int more)
    {
        var slot = await world.Slot(space);
        for (var n = 0; n < more; n++)
        {
            var topic = await world.Topic(space, $"Topic {n}", slot, await world.Place(space, $"Place {n}"));
            await world.Report(topic, [world.Picture()], "Said.");
            await world.WasAt(world.Bea, topic);
            await world.Promise(world.Bea, "Done.", topic);
        }
    }

    private async Task<int> Asked(Id<Space> space, string form)
    {
        await world.Wen.Get(BookWorld.Path(space) + form);
        using var questions = new QueryCount(space.Value);
        await world.Wen.Get(BookWorld.Path(space) + form);
        return questions.Count;
    }
}
