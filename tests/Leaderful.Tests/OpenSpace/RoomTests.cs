using System.Net;
using Leaderful.Accounts.Guests;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Gatherings;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Reports;
using Leaderful.OpenSpace.Room;
using Leaderful.OpenSpace.Wall;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Files;
using Leaderful.Tests.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.OpenSpace;

/// <summary>Guests: in by the code that hangs in the room, under a name, for this room and nothing else.</summary>
public class RoomTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task A_name_is_enough_to_come_in_and_put_up_a_topic()
    {
        var id = await world.Open(world.Ruth);
        await world.Ruth.Submit(await world.Ruth.Get($"{Spaces.Path(id)}/code"), "/code");
        var code = (await world.Read(db => db.CodeOf(id, world.Time.GetUtcNow().UtcDateTime)))!.Code;
        var guest = world.Anyone();
        var door = await guest.Follow(await guest.Get($"/in?code={code[..3].ToLowerInvariant()}%20{code[3..]}"));
        var wall = await guest.Submit(door, $"/in/{code}", ("name", "Old Tom"));
        Assert.Equal(HttpStatusCode.OK, wall.Status);
        wall = await guest.Submit(await guest.Get($"{Spaces.Wall(id)}/topics/new"), "/topics", ("title", "Soup for the night"));
        Assert.Contains("Old Tom", wall.Page.QuerySelector(".slip")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Old Tom", (await world.Bea.Get(Spaces.Wall(id))).Main, StringComparison.Ordinal);
        // Once in, the code leads to the wall.
        Assert.EndsWith("/wall", (await guest.Get($"/in/{code}")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_sees_this_room_and_nothing_else_of_the_house()
    {
        var id = await world.Open(world.Ruth);
        var other = await world.Open(world.Ruth);
        var guest = await world.Guest(world.Ruth, id, "Old Tom");
        Assert.Equal(HttpStatusCode.OK, (await guest.Get(Spaces.Wall(id))).Status);
        Assert.Equal(HttpStatusCode.OK, (await guest.Get($"{Spaces.Wall(id)}/hall")).Status);
        var slip = await world.Post(world.Bea, other, "Elsewhere");
        foreach (var path in (string[])[Spaces.Wall(other), Spaces.Topic(other, slip), $"{Spaces.Wall(id)}/topics/{slip.Id}", "/c/millbrook", "/c/millbrook/people", $"/c/millbrook/gatherings/{id}", $"/c/millbrook/gatherings/{id}/settings", $"{Spaces.Wall(id)}/settings", $"{Spaces.Path(id)}/code", "/me", $"/things/{slip.Id}", "/c/millbrook/names?q=Ru"])
            Assert.True((await guest.Get(path)).Status is HttpStatusCode.NotFound or HttpStatusCode.SeeOther, path);
        Assert.True((await guest.Post($"{Spaces.Topic(other, slip)}/presence")).Status is HttpStatusCode.NotFound or HttpStatusCode.SeeOther);
        Assert.DoesNotContain("Millbrook", (await guest.Get(Spaces.Wall(id))).Page.QuerySelector("nav.contents")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_moves_their_own_topic_and_nobody_elses()
    {
        var id = await world.Open(world.Ruth);
        var guest = await world.Guest(world.Ruth, id, "Old Tom");
        await guest.Post($"{Spaces.Wall(id)}/topics", ("title", "Mine"));
        var board = await world.Board(id);
        var (mine, theirs) = (board.Slips[0], await world.Post(world.Bea, id, "Hers", (0, 0)));
        Assert.Equal(HttpStatusCode.SeeOther, (await guest.Post($"{Spaces.Topic(id, mine)}/place", ("where", Spaces.Spot(board, 0, 1)), ("seen", "0"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Post($"{Spaces.Topic(id, theirs)}/place", ("where", "tray"), ("seen", "0"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Post($"{Spaces.Topic(id, theirs)}/deletion")).Status);
    }

    [Fact]
    public async Task A_code_that_had_its_day_or_never_was_says_so_and_what_was_typed_stays()
    {
        var id = await world.Open(world.Ruth);
        var first = await world.Writes.Do(unit => unit.BeginCode(world.Ruth.Person.ActorId, id));
        var second = await world.Writes.Do(unit => unit.BeginCode(world.Ruth.Person.ActorId, id));
        var over = await world.Anyone().Get($"/in/{first}");
        Assert.Equal(HttpStatusCode.Gone, over.Status);
        Assert.Contains("had its day", over.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await world.Anyone().Post($"/in/{first}", ("name", "Late"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await world.Anyone().Get($"/in/{second}")).Status);
        var unknown = await world.Anyone().Get("/in/zzzzzz");
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Equal("ZZZ ZZZ", unknown.Page.QuerySelector("[name=code]")!.GetAttribute("value"));
        var guest = await world.Anyone().Post($"/in/{second}", ("name", new string('n', 61)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, guest.Status);
        Assert.Equal(new string('n', 61), guest.Page.QuerySelector("[name=name]")!.GetAttribute("value"));
        // Ended by mistake, it is opened again.
        var ended = await world.Ruth.Submit(await world.Ruth.Get($"{Spaces.Path(id)}/code"), "/code/ending");
        Assert.Equal(HttpStatusCode.Gone, (await world.Anyone().Get($"/in/{second}")).Status);
        await world.Ruth.Submit(ended, "/reopening");
        Assert.Equal(HttpStatusCode.OK, (await world.Anyone().Get($"/in/{second}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{Spaces.Path(id)}/code")).Status);
    }

    [Fact]
    public async Task Members_go_in_as_themselves()
    {
        var id = await world.Open(world.Ruth);
        var code = await world.Writes.Do(unit => unit.BeginCode(world.Ruth.Person.ActorId, id));
        Assert.EndsWith("/wall", (await world.Bea.Get($"/in/{code}")).Location, StringComparison.Ordinal);
        Assert.False(await world.Read(db => db.The<GuestPass>().AnyAsync(p => p.RoomId == id.As<Thing>())));
    }

    [Fact]
    public async Task What_a_guest_did_is_theirs_once_they_say_who_they_are()
    {
        var id = await world.Open(world.Ruth);
        var joss = await world.Newcomer();
        var code = await world.Writes.Do(unit => unit.BeginCode(world.Ruth.Person.ActorId, id));
        // On a browser on which nobody is signed in yet: the same cookies, then a sign-in.
        var browser = world.Anyone();
        await browser.Post($"/in/{code}", ("name", "J."));
        await browser.Post($"{Spaces.Wall(id)}/topics", ("title", "Mine all along"));
        browser.Client.DefaultRequestHeaders.Add("Cookie", $"leaderful={joss.Token}");
        Assert.Equal(HttpStatusCode.NotFound, (await joss.Post($"{Spaces.Path(id)}/guest/claim")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Post($"{Spaces.Path(id)}/guest/claim")).Status);
        var slip = (await world.Board(id)).Slips.Single();
        Assert.Equal((joss.Person.ActorId, "Joss Penhale"), (slip.ConvenerId!.Value, slip.Convener));
        Assert.Equal(HttpStatusCode.SeeOther, (await joss.Post($"{Spaces.Topic(id, slip)}/overrun")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Post($"{Spaces.Topic(id, slip)}/overrun")).Status);
    }

    [Fact]
    public async Task What_was_said_and_marked_as_a_guest_is_there_once_and_is_taken_back()
    {
        var id = await world.Open(world.Ruth);
        var slip = await world.Post(world.Ruth, id, "Where they were");
        await world.Writes.Do(unit => unit.AllowInterest(world.Ruth.Person.ActorId, id));
        var (joss, browser) = (await world.Newcomer(), await world.Guest(world.Ruth, id, "J."));
        foreach (var act in (string[])["presence", "mark"]) await browser.Post($"{Spaces.Topic(id, slip)}/{act}");
        browser.Client.DefaultRequestHeaders.Add("Cookie", $"leaderful={joss.Token}");
        await browser.Post($"{Spaces.Path(id)}/guest/claim");
        foreach (var act in (string[])["presence", "mark"]) await joss.Post($"{Spaces.Topic(id, slip)}/{act}");
        Assert.Equal("Joss Penhale", Assert.Single(await world.Read(db => db.WereAt(slip.Id))).Name);
        Assert.Equal(1, (await world.Slip(id, slip)).Marks);
        foreach (var act in (string[])["presence", "mark"]) await joss.Post($"{Spaces.Topic(id, slip)}/{act}/ending");
        Assert.Empty(await world.Read(db => db.WereAt(slip.Id)));
        Assert.Equal(0, (await world.Slip(id, slip)).Marks);
    }

    [Fact]
    public async Task A_guest_leaves_and_takes_their_name_off()
    {
        var id = await world.Open(world.Ruth);
        var guest = await world.Guest(world.Ruth, id, "Passing by");
        await guest.Post($"{Spaces.Wall(id)}/topics", ("title", "Left behind"));
        await guest.Submit(await guest.Get($"{Spaces.Path(id)}/guest"), "/guest/ending", ("name", "off"));
        var wall = await world.Bea.Get(Spaces.Wall(id));
        Assert.DoesNotContain("Passing by", wall.Main, StringComparison.Ordinal);
        Assert.Contains("Left behind", wall.Main, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await guest.Get(Spaces.Wall(id))).Status);
    }

    [Fact]
    public async Task A_paper_goes_with_a_name_that_is_taken_off_and_stays_with_one_that_is_not()
    {
        var id = await world.Open(world.Ruth);
        var (leaving, staying) = (await world.Guest(world.Ruth, id, "Passing by"), await world.Guest(world.Ruth, id, "Old Tom"));
        foreach (var guest in new[] { leaving, staying }) await guest.PostPaper(id, MadePictures.Jpeg(), ("title", "On paper"));
        await world.Bea.PostPaper(id, MadePictures.Jpeg(), ("title", "A member's"));
        // What a scribe put up for them has their name on it, too.
        var theirs = (await world.Board(id)).Slips[0];
        var called = await world.Writes.Do(unit => unit.PostTopic(world.Ruth.Person.ActorId, id, new TopicWish("Called out", theirs.ConvenerId!.Value)
        {
            Paper = world.Services.GetRequiredService<Blobs>().KeepOne(world.Millbrook.Id, new Upload("paper.jpg", "image/jpeg", MadePictures.Jpeg())),
        }));
        Assert.Equal(4, (await world.Board(id)).Slips.Count(s => s.Paper is not null));
        await leaving.Submit(await leaving.Get($"{Spaces.Path(id)}/guest"), "/guest/ending", ("name", "off"));
        await staying.Submit(await staying.Get($"{Spaces.Path(id)}/guest"), "/guest/ending");
        var slips = (await world.Board(id)).Slips;
        Assert.Equal([2, 3], slips.Where(s => s.Paper is not null).Select(s => s.Number));
        Assert.Null(slips.Single(s => s.Id == called).Paper);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get(theirs.PaperAddress!)).Status);
        Assert.Null((await world.Bea.Get(Spaces.Wall(id))).Page.QuerySelector($"#topic-{theirs.Id} img"));
    }

    [Fact]
    public async Task Where_the_house_begins_a_guest_finds_the_way_back_to_the_wall_and_nobody_else_does()
    {
        var id = await world.Open(world.Ruth);
        var theme = await world.Read(db => db.The<Gathering>().Where(g => g.Id == id.As<Gathering>()).Select(g => g.Title).SingleAsync());
        var guest = await world.Guest(world.Ruth, id, "Old Tom");
        var front = await guest.Get("/");
        foreach (var said in new[] { theme, "Old Tom" }) Assert.Contains(said, front.Main, StringComparison.Ordinal);
        Assert.Equal(theme, (await guest.Get(front.Page.QuerySelector("main a[href$='/wall']")!.GetAttribute("href")!)).Heading);
        // Whoever is signed in elsewhere keeps it; whoever belongs here finds the gathering as before.
        foreach (var (who, isTold) in new[] { (world.Hanna, true), (world.Bea, false) })
        {
            var browser = await world.Guest(world.Ruth, id, "Old Tom");
            browser.Client.DefaultRequestHeaders.Add("Cookie", $"leaderful={who.Token}");
            Assert.Equal(isTold, (await browser.Get("/")).Page.QuerySelector($"main a[href='{Spaces.Wall(id)}']") is not null);
        }
        foreach (var other in new[] { world.Anyone(), world.Hanna }) Assert.DoesNotContain(theme, (await other.Get("/")).Text, StringComparison.Ordinal);
        await guest.Submit(await guest.Get($"{Spaces.Path(id)}/guest"), "/guest/ending");
        Assert.DoesNotContain(theme, (await guest.Get("/")).Text, StringComparison.Ordinal);
        var gone = await world.Guest(world.Ruth, id, "Late Tom");
        await world.Ruth.Post($"{Spaces.Path(id)}/deletion");
        Assert.DoesNotContain(theme, (await gone.Get("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_signed_in_elsewhere_hears_of_the_room_they_are_a_guest_in()
    {
        var id = await world.Open(world.Ruth);
        var guest = await world.Guest(world.Ruth, id, "Old Tom");
        guest.Client.DefaultRequestHeaders.Add("Cookie", $"leaderful={world.Hanna.Token}");
        await using var watcher = await Watcher.Open(guest, await guest.Get(Spaces.Wall(id)));
        await world.Post(world.Bea, id, "Just now", (0, 0));
        await watcher.Until((await world.Board(id)).Space.Version);
        Assert.Contains("Just now", watcher.Page.QuerySelector("[data-board]")!.TextContent, StringComparison.Ordinal);
        var elsewhere = await world.Bea.Get(Spaces.Wall(await world.Open(world.Ruth)));
        await using var other = await Watcher.Ask(guest, elsewhere, $"{Watcher.NameOn(elsewhere)}@0");
        Assert.True(await other.Next());
        Assert.Empty(other.Changes);
    }

    [Fact]
    public async Task A_guest_hears_of_their_own_room_live_and_of_no_other()
    {
        var id = await world.Open(world.Ruth);
        var guest = await world.Guest(world.Ruth, id, "Old Tom");
        var stale = await guest.Get(Spaces.Wall(id));
        await using var watcher = await Watcher.Open(guest, stale);
        await world.Post(world.Bea, id, "Just now", (0, 0));
        await watcher.Until((await world.Board(id)).Space.Version);
        Assert.Contains("Just now", watcher.Page.QuerySelector("[data-board]")!.TextContent, StringComparison.Ordinal);
        var elsewhere = await world.Bea.Get(Spaces.Wall(await world.Open(world.Ruth)));
        await using var other = await Watcher.Ask(guest, elsewhere, $"{Watcher.NameOn(elsewhere)}@0");
        Assert.True(await other.Next());
        Assert.Empty(other.Changes);
        Assert.Contains("/sign-in", (await world.Anyone().Get($"/live?s={Uri.EscapeDataString(Watcher.NameOn(stale))}@0")).Location, StringComparison.Ordinal);
    }
}
