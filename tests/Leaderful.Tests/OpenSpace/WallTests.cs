using System.Net;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Reports;
using Leaderful.OpenSpace.Wall;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.OpenSpace;

/// <summary>Topics on the wall: put up by anybody, moved, joined, let go; nothing is lost by it.</summary>
public class WallTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task The_bin_offers_what_can_be_put_back_and_what_somebody_did_as_a_guest_is_theirs()
    {
        var (id, joss) = (await world.Open(world.Ruth), await world.Newcomer());
        var browser = await world.Guest(world.Ruth, id, "J.");
        await browser.Post($"{Spaces.Wall(id)}/topics", ("title", "Put up as a guest"));
        var slip = (await world.Board(id)).Slips.Single();
        browser.Client.DefaultRequestHeaders.Add("Cookie", $"leaderful={joss.Token}");
        await browser.Post($"{Spaces.Path(id)}/guest/claim");
        await world.Ruth.Post($"{Spaces.Topic(id, slip)}/deletion");
        async Task<bool> Offers(Visitor who) => (await who.Get("/c/millbrook/bin")).Page.QuerySelector($"form[action*='{slip.Id}']") is not null;
        foreach (var who in new[] { joss, world.Ruth, world.Ines }) Assert.True(await Offers(who));
        Assert.False(await Offers(world.Wen));
        await world.Writes.Do(unit => unit.Reach(world.Ruth.Person.ActorId, id, Stage.Closed));
        foreach (var who in new[] { joss, world.Ruth, world.Ines }) Assert.False(await Offers(who));
        await world.Writes.Do(unit => unit.StepBack(world.Ruth.Person.ActorId, id));
        await joss.Submit(await joss.Get("/c/millbrook/bin"), $"{slip.Id}/restoration");
        Assert.Null((await world.Slip(id, slip)).DeletedAt);
    }

    [Fact]
    public async Task Nobody_was_at_a_session_of_what_was_called_off()
    {
        var id = await world.Open(world.Ruth);
        var slip = await world.Post(world.Bea, id, "Called off");
        await world.Writes.Do(unit => unit.CallOff(world.Ruth.Person.ActorId, id.As<Gathering>(), ""));
        await world.Bea.Post($"{Spaces.Topic(id, slip)}/presence");
        Assert.Empty(await world.Read(db => db.WereAt(slip.Id)));
    }

    [Fact]
    public async Task Anybody_who_takes_part_puts_up_a_topic_at_the_next_free_place_and_takes_it_back()
    {
        var id = await world.Open(world.Ruth);
        var form = await world.Bea.Get($"{Spaces.Wall(id)}/topics/new");
        var wall = await world.Bea.Submit(form, "/topics", ("title", "Who holds the keys?"));
        var board = await world.Board(id);
        var slip = Assert.Single(board.Slips);
        Assert.Equal(("Who holds the keys?", 1, world.Bea.Person.ActorId), (slip.Title, slip.Number, slip.ConvenerId!.Value));
        Assert.Equal(("Library", 10), (board.Place(slip)!.Name, board.Slot(slip)!.At.Hour));
        Assert.Contains("Bea Lindqvist", wall.Page.QuerySelector($"#topic-{slip.Id}")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"cell-{slip.SlotId}-{slip.PlaceId}", wall.Page.QuerySelector($"#topic-{slip.Id}")!.ParentElement!.Id);
        await world.Bea.Submit(wall, "/deletion");
        Assert.NotNull((await world.Slip(id, slip)).DeletedAt);
        Assert.Contains("Who holds the keys?", (await world.Bea.Get("/c/millbrook/bin")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Post($"{Spaces.Topic(id, slip)}/restoration")).Status);
        await world.Bea.Submit(await world.Bea.Get("/c/millbrook/bin"), $"{slip.Id}/restoration");
        Assert.Null((await world.Slip(id, slip)).DeletedAt);
    }

    [Theory]
    [InlineData(Stage.Invited)]
    [InlineData(Stage.Open)]
    public async Task On_a_phone_what_was_put_up_is_seen_before_and_while_people_sit_in_the_opening_circle(Stage stage)
    {
        var id = await world.Open(world.Ruth, stage);
        await world.Writes.Do(unit => unit.AddSlot(world.Ruth.Person.ActorId, id, new SlotWish(Spaces.Day, new TimeOnly(9, 0), 60, SlotKind.Circle)));
        var slots = (await world.Board(id)).Slots;
        // Nothing hangs anywhere: the first sessions, where one may hang something.
        Assert.Equal(slots[1].Id.ToString(), await First(id));
        await world.Post(world.Ruth, id, "Known beforehand", (2, 0));
        Assert.Equal(slots[2].Id.ToString(), await First(id));
        var path = Spaces.Path(id);
        Assert.Contains("One topic is on the wall.", (await world.Bea.Get(path)).Main, StringComparison.Ordinal);
        // In the circle, and then as time goes on.
        var board = await world.Board(id);
        foreach (var (hour, at) in new[] { (9, 2), (10, 1), (11, 2), (17, 1) })
            Assert.Equal(slots[at].Id, board.FirstSeen(Spaces.Day, Spaces.Day.ToDateTime(new TimeOnly(hour, 10)))!.Id);
    }

    private async Task<string> First(Id<Space> id) => (await world.Bea.Get(Spaces.Wall(id))).Page.QuerySelector(".slot-tabs input[checked]")!.GetAttribute("value")!;

    [Fact]
    public async Task Whoever_does_not_see_the_gathering_sees_no_wall_and_puts_up_nothing()
    {
        var id = await world.Open(world.Ruth);
        var slip = await world.Post(world.Ruth, id, "Ours");
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir })
        {
            foreach (var page in (string[])["", "/hall", "/print", "/topics/new", $"/topics/{slip.Id}", "/settings"])
                Assert.Equal(HttpStatusCode.NotFound, (await other.Get(Spaces.Wall(id) + page)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Spaces.Wall(id)}/topics", ("title", "Theirs"))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/c/harbour/gatherings/{id}/wall")).Status);
        }
        Assert.Contains("/sign-in", (await world.Anyone().Get(Spaces.Wall(id))).Location, StringComparison.Ordinal);
        Assert.Single((await world.Board(id)).Slips);
    }

    [Fact]
    public async Task Topics_go_up_once_the_space_is_open_and_until_it_is_closed()
    {
        var id = await world.Open(world.Ruth, Stage.Invited);
        var refused = await world.Bea.Post($"{Spaces.Wall(id)}/topics", ("title", "Too early"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Too early", refused.Page.QuerySelector("[name=title]")!.GetAttribute("value"));
        await world.Writes.Do(unit => unit.Reach(world.Ruth.Person.ActorId, id, Stage.Open));
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Bea.Post($"{Spaces.Wall(id)}/topics", ("title", "In time"))).Status);
        await world.Writes.Do(unit => unit.Reach(world.Ruth.Person.ActorId, id, Stage.Closed));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{Spaces.Wall(id)}/topics", ("title", "Too late"))).Status);
        Assert.Equal(["In time"], (await world.Board(id)).Slips.Select(s => s.Title));
    }

    [Theory]
    [InlineData("", "Say in a few words")]
    [InlineData("x10000", "A shorter title")]
    public async Task What_cannot_be_a_title_is_said_on_it_and_kept(string typed, string said)
    {
        var id = await world.Open(world.Ruth);
        var title = typed == "x10000" ? new string('x', 10_000) : typed;
        var page = await world.Bea.Post($"{Spaces.Wall(id)}/topics", ("title", title), ("why", "Because"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(said, page.Page.QuerySelector("#title-w")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((title, "Because"), (page.Page.QuerySelector("[name=title]")!.GetAttribute("value"), page.Page.QuerySelector("[name=why]")!.TextContent));
        Assert.Empty((await world.Board(id)).Slips);
    }

    [Fact]
    public async Task Sent_twice_it_hangs_once_and_two_hundred_at_once_all_hang()
    {
        var id = await world.Open(world.Ruth);
        var key = Id<Topic>.New().ToString();
        for (var n = 0; n < 2; n++) await world.Bea.Post($"{Spaces.Wall(id)}/topics", ("title", "Once"), ("key", key));
        var people = new[] { world.Bea, world.Wen, world.Ruth, world.Ines };
        await Task.WhenAll(Enumerable.Range(0, 200).Select(n => world.Writes.Do(unit => unit.PostTopic(people[n % 4].Person.ActorId, id, new TopicWish($"At once {n}", people[n % 4].Person.ActorId)))));
        var slips = (await world.Board(id)).Slips;
        Assert.Equal(201, slips.Select(s => s.Title).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, 201), slips.Select(s => s.Number));
    }

    [Fact]
    public async Task Its_convener_moves_it_and_so_does_whoever_holds_the_space_but_nobody_else()
    {
        var id = await world.Open(world.Ruth);
        var slip = await world.Post(world.Bea, id, "On the move", (0, 0));
        var board = await world.Board(id);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Post($"{Spaces.Topic(id, slip)}/place", ("where", Spaces.Spot(board, 1, 1)), ("seen", "0"))).Status);
        await world.Bea.Submit(await world.Bea.Get(Spaces.Topic(id, slip)), "/place", ("where", Spaces.Spot(board, 1, 1)));
        Assert.Equal((board.Slots[1].Id, board.Places[1].Id), ((await world.Slip(id, slip)).SlotId!.Value, (await world.Slip(id, slip)).PlaceId!.Value));
        await world.Ruth.Submit(await world.Ruth.Get(Spaces.Topic(id, slip)), "/place", ("where", "tray"));
        Assert.Equal(slip.Id, Assert.Single((await world.Board(id)).Tray).Id);
    }

    [Fact]
    public async Task Of_two_who_move_it_at_once_the_second_is_asked_and_nothing_is_lost()
    {
        var id = await world.Open(world.Ruth);
        var slip = await world.Post(world.Bea, id, "Wanted twice", (0, 0));
        var board = await world.Board(id);
        var (hers, ours) = (await world.Bea.Get(Spaces.Topic(id, slip)), await world.Ruth.Get(Spaces.Topic(id, slip)));
        await world.Bea.Submit(hers, "/place", ("where", Spaces.Spot(board, 0, 1)));
        var asked = await world.Ruth.Submit(ours, "/place", ("where", Spaces.Spot(board, 1, 0)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("10:00, Gym", asked.Main, StringComparison.Ordinal);
        Assert.Equal(board.Places[1].Id, (await world.Slip(id, slip)).PlaceId);
        await world.Ruth.Submit(asked, "/place");
        Assert.Equal((board.Slots[1].Id, board.Places[0].Id), ((await world.Slip(id, slip)).SlotId!.Value, (await world.Slip(id, slip)).PlaceId!.Value));
    }

    [Fact]
    public async Task A_convener_posted_twice_at_one_time_is_shown_and_never_kept_from_it()
    {
        var id = await world.Open(world.Ruth);
        var one = await world.Post(world.Bea, id, "Here", (0, 0));
        var other = await world.Post(world.Bea, id, "And here", (0, 1));
        await world.Post(world.Wen, id, "Later", (1, 0));
        var wall = await world.Wen.Get(Spaces.Wall(id));
        Assert.Equal(2, wall.Page.QuerySelectorAll(".clash").Length);
        Assert.Contains("Bea Lindqvist hosts here and in Gym", wall.Page.QuerySelector($"#topic-{one.Id}")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bea Lindqvist hosts here and in Library", wall.Page.QuerySelector($"#topic-{other.Id}")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_hung_at_a_time_that_is_taken_away_waits_in_the_tray_and_is_back_with_it()
    {
        var id = await world.Open(world.Ruth);
        var slip = await world.Post(world.Bea, id, "At ten", (0, 0));
        var slot = (await world.Board(id)).Slots[0];
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{Spaces.Wall(id)}/slots/{slot.Id}/deletion")).Status);
        var said = await world.Ruth.Submit(await world.Ruth.Get($"{Spaces.Wall(id)}/settings"), $"{slot.Id}/deletion");
        Assert.Equal(slip.Id, Assert.Single((await world.Board(id)).Tray).Id);
        Assert.Contains("its time or place was taken away", (await world.Wen.Get(Spaces.Wall(id))).Page.QuerySelector("#tray")!.TextContent, StringComparison.Ordinal);
        await world.Ruth.Submit(said, "/restoration");
        Assert.Empty((await world.Board(id)).Tray);
        Assert.Equal(slot.Id, (await world.Slip(id, slip)).SlotId);
    }

    [Fact]
    public async Task It_runs_on_is_let_go_and_is_joined_to_another_and_each_is_taken_back()
    {
        var id = await world.Open(world.Ruth);
        var (one, other) = (await world.Post(world.Bea, id, "One", (0, 0)), await world.Post(world.Wen, id, "Another", (0, 1)));
        var at = Spaces.Topic(id, one);
        await world.Bea.Post($"{at}/overrun");
        Assert.True((await world.Slip(id, one)).RunsOn);
        await world.Bea.Post($"{at}/overrun/ending");
        Assert.False((await world.Slip(id, one)).RunsOn);
        await world.Bea.Post($"{at}/retirement");
        Assert.Null((await world.Wen.Get(Spaces.Wall(id))).Page.QuerySelector($"#topic-{one.Id}"));
        await world.Bea.Post($"{at}/retirement/ending");
        await world.Bea.Post($"{at}/merging", ("into", other.Id.ToString()));
        var wall = await world.Wen.Get(Spaces.Wall(id));
        Assert.Null(wall.Page.QuerySelector($"#topic-{one.Id}"));
        Assert.Contains("with “One”", wall.Page.QuerySelector($"#topic-{other.Id}")!.TextContent, StringComparison.Ordinal);
        await world.Bea.Post($"{at}/merging/ending");
        Assert.True((await world.Slip(id, one)).Stands);
        foreach (var verb in (string[])["overrun", "retirement", "merging", "deletion", "place", "settings"])
            Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Post($"{at}/{verb}", ("into", other.Id.ToString()), ("title", "Mine"))).Status);
    }

    [Fact]
    public async Task What_was_joined_to_a_topic_stands_for_itself_while_that_is_taken_down()
    {
        var id = await world.Open(world.Ruth);
        var (one, other, third) = (await world.Post(world.Bea, id, "One", (0, 0)), await world.Post(world.Wen, id, "Another", (0, 1)), await world.Post(world.Wen, id, "A third"));
        await world.Bea.Post($"{Spaces.Topic(id, one)}/merging", ("into", other.Id.ToString()));
        Assert.False((await world.Slip(id, one)).Stands);
        var watched = await world.Bea.Get(Spaces.Wall(id));
        await world.Wen.Post($"{Spaces.Topic(id, other)}/deletion");
        Assert.NotNull((await world.Bea.Get(Spaces.Wall(id))).Page.QuerySelector($"#topic-{one.Id}"));
        Assert.Contains((await world.Board(id)).Since(long.Parse(watched.Page.QuerySelector("[data-live]")!.GetAttribute("data-version")!, System.Globalization.CultureInfo.InvariantCulture)), s => s.Id == one.Id);
        await world.Wen.Post($"{Spaces.Topic(id, other)}/restoration");
        Assert.Null((await world.Bea.Get(Spaces.Wall(id))).Page.QuerySelector($"#topic-{one.Id}"));
        // Nothing is joined to what is not there; what lost its other is joined to another.
        await world.Wen.Post($"{Spaces.Topic(id, other)}/deletion");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Post($"{Spaces.Topic(id, third)}/merging", ("into", other.Id.ToString()))).Status);
        Assert.True((await world.Slip(id, third)).Stands);
        await world.Bea.Post($"{Spaces.Topic(id, one)}/merging", ("into", third.Id.ToString()));
        Assert.Equal(third.Id, (await world.Slip(id, one)).MergedIntoId);
    }

    [Fact]
    public async Task A_scribe_who_puts_a_title_right_leaves_the_topic_to_whose_it_is()
    {
        var id = await world.Open(world.Ruth);
        var guest = await world.Guest(world.Ruth, id, "Wen Li");
        await guest.Post($"{Spaces.Wall(id)}/topics", ("title", "Sop for the night"));
        var slip = Assert.Single((await world.Board(id)).Slips);
        Assert.NotEqual(world.Wen.Person.ActorId, slip.ConvenerId);
        await world.Ruth.Submit(await world.Ruth.Get($"{Spaces.Topic(id, slip)}/settings"), "/settings", ("title", "Soup for the night"));
        var after = await world.Slip(id, slip);
        Assert.Equal(("Soup for the night", slip.ConvenerId, "Wen Li"), (after.Title, after.ConvenerId, after.Convener));
        await world.Ruth.Submit(await world.Ruth.Get($"{Spaces.Topic(id, slip)}/settings"), "/settings", ("convener", "Bea Lindqvist"));
        Assert.Equal(world.Bea.Person.ActorId, (await world.Slip(id, slip)).ConvenerId);
    }

    [Fact]
    public async Task A_scribe_writes_down_what_others_call_out_and_a_member_of_that_name_has_it()
    {
        var id = await world.Open(world.Ruth);
        await world.Writes.Do(unit => unit.GivePart(world.Ruth.Person.ActorId, id, world.Wen.Person.ActorId, SpacePart.Scribe));
        await world.Wen.Submit(await world.Wen.Get($"{Spaces.Wall(id)}/topics/new"), "/topics", ("title", "Called by Bea"), ("convener", "bea lindqvist"));
        await world.Wen.Submit(await world.Wen.Get($"{Spaces.Wall(id)}/topics/new"), "/topics", ("title", "Called by a stranger"), ("convener", "Old Tom"));
        var slips = (await world.Board(id)).Slips;
        Assert.Equal([("Bea Lindqvist", true), ("Old Tom", false)], slips.Select(s => (s.Convener, s.ConvenerId is not null)));
        Assert.Null((await world.Bea.Get($"{Spaces.Wall(id)}/topics/new")).Page.QuerySelector("[name=convener]"));
        await world.Bea.Post($"{Spaces.Topic(id, slips[0])}/settings", ("title", "Hers to change"));
        Assert.Equal("Hers to change", (await world.Slip(id, slips[0])).Title);
    }

    [Fact]
    public async Task Interest_is_marked_only_where_it_is_wanted()
    {
        var id = await world.Open(world.Ruth);
        var slip = await world.Post(world.Bea, id, "Interesting?", (0, 0));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Post($"{Spaces.Topic(id, slip)}/mark")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{Spaces.Wall(id)}/interest")).Status);
        await world.Ruth.Post($"{Spaces.Wall(id)}/interest");
        for (var n = 0; n < 2; n++) await world.Wen.Post($"{Spaces.Topic(id, slip)}/mark");
        Assert.Equal(1, (await world.Slip(id, slip)).Marks);
        await world.Wen.Post($"{Spaces.Topic(id, slip)}/mark/ending");
        Assert.Equal(0, (await world.Slip(id, slip)).Marks);
    }

    [Fact]
    public async Task Whoever_holds_it_draws_times_in_a_row_and_places_and_what_cannot_be_is_said()
    {
        var id = await world.Open(world.Ruth);
        await world.Ruth.Post($"{Spaces.Wall(id)}/slots", ("day", "2027-03-07"), ("at", "09:00"), ("minutes", "45"), ("pause", "15"), ("count", "3"), ("kind", "Sessions"));
        await world.Ruth.Post($"{Spaces.Wall(id)}/slots", ("day", "2027-03-07"), ("at", "12:00"), ("minutes", "60"), ("kind", "Break"), ("called", "Soup"));
        await world.Ruth.Post($"{Spaces.Wall(id)}/places", ("name", "Yard"), ("seats", "40"), ("features", "a ramp"));
        var board = await world.Board(id);
        Assert.Equal(["09:00", "10:00", "11:00", "12:00"], board.On(new DateOnly(2027, 3, 7)).Select(s => Hour.Text(s.Begins)));
        Assert.Equal((2, 40, "a ramp"), (board.Days.Count, board.Places[^1].Seats!.Value, board.Places[^1].Features));
        var wrong = await world.Ruth.Post($"{Spaces.Wall(id)}/slots", ("day", "soon"), ("at", "25:00"), ("minutes", "0"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal("25:00", wrong.Page.QuerySelector("[name=at]")!.GetAttribute("value"));
        var second = await world.Bea.Get($"{Spaces.Wall(id)}?day=2027-03-07");
        Assert.Contains("Soup", second.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{Spaces.Wall(id)}/places", ("name", "Mine"))).Status);
    }

    [Fact]
    public async Task A_topic_is_found_spoken_of_and_gone_with_its_authors_words()
    {
        var id = await world.Open(world.Ruth);
        var joss = await world.Newcomer();
        var slip = await world.Post(joss, id, $"Lanterns {Guid.NewGuid():N}");
        var word = slip.Title.Split(' ')[1];
        Assert.Contains("Lanterns", (await world.Bea.Get($"/c/millbrook/search?q={word}")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Lanterns", (await world.Tove.Get($"/search?q={word}")).Main, StringComparison.Ordinal);
        Assert.Contains("Lanterns", (await world.Bea.Get($"/c/millbrook/conversations/new?about={slip.Id}")).Main, StringComparison.Ordinal);
        await world.Writes.Do(unit => Leaderful.Conversations.ErasingWords.EraseWords(unit, [joss.Person.ActorId]));
        Assert.DoesNotContain("Lanterns", (await world.Bea.Get(Spaces.Wall(id))).Main, StringComparison.Ordinal);
        Assert.False(await world.Read(db => db.The<Topic>().AnyAsync(t => t.Title.Contains("Lanterns"))));
    }
}
