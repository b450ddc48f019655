using System.Globalization;
using System.Net;
using Leaderful.Accounts.Guests;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Convergence;
using Leaderful.OpenSpace.Reports;
using Leaderful.OpenSpace.Room;
using Leaderful.OpenSpace.Wall;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.OpenSpace;

/// <summary>A name alone opens a room, and so what comes in under it has an end: files, dots, time to write.</summary>
public class GuestBoundTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task A_guest_brings_so_many_pictures_and_no_more()
    {
        var (id, tom, liv) = await Two();
        await Kept(id, tom.Pass, GuestFiles.MostEach - 1, 1);
        Assert.Equal(HttpStatusCode.SeeOther, (await tom.Who.PostPaper(id, MadePictures.Png(), ("title", "The last one"))).Status);
        var page = await tom.Who.PostPaper(id, MadePictures.Png(), ("title", "One too many"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("as many pictures as one guest can: 40, or 100 MB", page.Page.QuerySelector("#paper-w")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("One too many", page.Page.QuerySelector("[name=title]")!.GetAttribute("value"));
        var slip = (await world.Board(id)).Slips.Single();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await tom.Who.SendPaper($"{Spaces.Topic(id, slip)}/settings", MadePictures.Png(), ("title", "Another"))).Status);
        await tom.Who.Post($"{Spaces.Topic(id, slip)}/report");
        Assert.Equal(HttpStatusCode.Conflict, (await Picture(tom.Who, id, slip)).StatusCode);
        // Words go on, and others are not kept from anything.
        Assert.Equal(HttpStatusCode.SeeOther, (await tom.Who.Post($"{Spaces.Wall(id)}/topics", ("title", "In words"))).Status);
        foreach (var other in new[] { liv.Who, world.Bea })
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await other.PostPaper(id, MadePictures.Png(), ("title", "Theirs"))).Status);
            Assert.Equal(HttpStatusCode.OK, (await Picture(other, id, slip)).StatusCode);
        }
    }

    [Fact]
    public async Task It_is_their_size_that_counts_too_and_what_all_guests_brought()
    {
        var (id, tom, liv) = await Two();
        await Kept(id, tom.Pass, 1, GuestFiles.MostBytesEach);
        Assert.Contains("as one guest can", (await tom.Who.PostPaper(id, MadePictures.Png())).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await liv.Who.PostPaper(id, MadePictures.Png())).Status);
        await Kept(id, tom.Pass, 1, GuestFiles.MostBytesTogether);
        Assert.Contains("guests of this room brought as many", (await liv.Who.PostPaper(id, MadePictures.Png())).Main, StringComparison.Ordinal);
        // Who leaves takes nothing of it along; another room and a member have nothing to do with it.
        await tom.Who.Post($"{Spaces.Path(id)}/guest/ending");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await liv.Who.PostPaper(id, MadePictures.Png())).Status);
        var elsewhere = await world.Open(world.Ruth);
        Assert.Equal(HttpStatusCode.SeeOther, (await (await world.Guest(world.Ruth, elsewhere, "Old Tom")).PostPaper(elsewhere, MadePictures.Png())).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Bea.PostPaper(id, MadePictures.Png())).Status);
    }

    [Fact]
    public async Task Of_two_who_bring_the_last_one_at_once_one_does()
    {
        var (id, tom, _) = await Two();
        await Kept(id, tom.Pass, GuestFiles.MostEach - 1, 1);
        var sent = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => tom.Who.PostPaper(id, MadePictures.Png(), ("title", $"Paper {n}"))));
        Assert.Single(sent, s => s.Status == HttpStatusCode.SeeOther);
        Assert.Equal(5, sent.Count(s => s.Status == HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task A_room_that_is_full_of_guests_says_so_at_the_door()
    {
        var (id, tom, _) = await Two();
        var code = (await world.Read(db => db.CodeOf(id, world.Time.GetUtcNow().UtcDateTime)))!.Code;
        await world.Writes.Do(async unit =>
        {
            var pass = await unit.Db.The<GuestPass>().SingleAsync(p => p.Id == tom.Pass);
            unit.Db.AddRange(Enumerable.Range(0, GuestWrites.MostInRoom - 2).Select(_ => new GuestPass { Id = Id<GuestPass>.New(), CommunityId = pass.CommunityId, RoomId = pass.RoomId, ActorId = pass.ActorId, TokenHash = CapabilityLink.Hash(CapabilityLink.NewToken()), BegunAt = pass.BegunAt }));
        });
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{GuestWrites.MostInRoom} guests came in"), (await world.Ruth.Get($"{Spaces.Path(id)}/code")).Main.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var door = await world.Anyone().Post($"/in/{code}", ("name", "Late Lou"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Late Lou"), (door.Status, door.Page.QuerySelector("[name=name]")!.GetAttribute("value")));
        Assert.Contains("As many guests as fit", door.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await tom.Who.Get(Spaces.Wall(id))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Bea.Get($"/in/{code}")).Status);
        // Coming and going makes no room, or one browser would have dots without end; whoever holds the room does.
        await tom.Who.Post($"{Spaces.Path(id)}/guest/ending");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Anyone().Post($"/in/{code}", ("name", "Late Lou"))).Status);
        await world.Ruth.Post($"{Spaces.Path(id)}/code/guests/ending", ("guest", tom.Pass.ToString()));
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Anyone().Post($"/in/{code}", ("name", "Late Lou"))).Status);
    }

    [Fact]
    public async Task Whoever_holds_the_room_shows_a_guest_out_and_their_dots_go()
    {
        var (id, tom, liv) = await Two();
        var slip = await world.Post(world.Bea, id, "Soup");
        await world.Writes.Do(unit => unit.BeginDots(world.Ruth.Person.ActorId, id, 5));
        foreach (var who in new[] { tom.Who, liv.Who }) await who.Post($"{Spaces.Path(id)}/energy/dots", ("put", slip.Id.ToString()));
        var page = await world.Ruth.Get($"{Spaces.Path(id)}/code");
        Assert.Equal([liv.Pass.ToString(), tom.Pass.ToString()], page.Page.QuerySelectorAll("[name=guest]").Select(g => g.GetAttribute("value")));
        foreach (var other in new[] { world.Bea, world.Hanna, liv.Who, world.Anyone() }) await other.Post($"{Spaces.Path(id)}/code/guests/ending", ("guest", tom.Pass.ToString()));
        await world.Ruth.Post($"{Spaces.Path(await world.Open(world.Ruth))}/code/guests/ending", ("guest", tom.Pass.ToString()));
        Assert.Equal(2, await Dots(id));
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Ruth.Post($"{Spaces.Path(id)}/code/guests/ending", ("guest", tom.Pass.ToString()))).Status);
        Assert.Equal(1, await Dots(id));
        Assert.NotEqual(HttpStatusCode.OK, (await tom.Who.Get(Spaces.Wall(id))).Status);
        Assert.Equal(HttpStatusCode.OK, (await liv.Who.Get(Spaces.Wall(id))).Status);
    }

    [Fact]
    public async Task Guests_write_reports_for_two_weeks_after_the_close_and_read_on()
    {
        var (id, tom, _) = await Two();
        var slips = new[] { await world.Post(world.Bea, id, "Begun", (0, 0)), await world.Post(world.Bea, id, "Not begun", (0, 1)) };
        var report = $"{Spaces.Topic(id, slips[0])}/report";
        await tom.Who.Post(report);
        await world.Writes.Do(unit => unit.Reach(world.Ruth.Person.ActorId, id, Stage.Closed));
        world.Time.Advance(RoomPages.GuestsWriteAfter - TimeSpan.FromHours(1));
        Assert.DoesNotContain("Guests could write here", (await tom.Who.Get(report)).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Picture(tom.Who, id, slips[0])).StatusCode);
        world.Time.Advance(TimeSpan.FromHours(2));
        var page = await tom.Who.Get(report);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Guests could write here until 14 days after the close", page.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Picture(tom.Who, id, slips[0])).StatusCode);
        await tom.Who.Post($"{Spaces.Topic(id, slips[1])}/report");
        Assert.False((await world.Slip(id, slips[1])).HasReport);
        var head = (await world.Read(db => db.The<SessionReport>().SingleAsync(r => r.Id == slips[0].Id.As<SessionReport>()))).PageId;
        var guest = new RoomGuest { PassId = tom.Pass, RoomId = id.As<Thing>(), ActorId = Id<Actor>.New(), Name = "Old Tom", Ended = default, Around = null! };
        Assert.NotNull((await world.Read(db => Leaderful.Pages.PageAccess.ForFollowing(db, guest, head, world.Time.GetUtcNow().UtcDateTime)))!.ClosedAt);
        // Members go on, and a space that is opened again lets guests go on, too.
        Assert.DoesNotContain("Guests could write here", (await world.Bea.Get(report)).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Picture(world.Bea, id, slips[0])).StatusCode);
    }

    [Fact]
    public async Task A_browser_asks_for_each_name_it_reads_under_by_itself()
    {
        var (id, tom, _) = await Two();
        tom.Who.Client.DefaultRequestHeaders.Add("Cookie", $"leaderful={world.Hanna.Token}");
        static string? Reader(Screen page) => page.Page.DocumentElement.GetAttribute("data-reader");
        var (wall, topics, own, home) = (await tom.Who.Get(Spaces.Wall(id)), await tom.Who.Get($"{Spaces.Wall(id)}/hall"), await tom.Who.Get("/c/harbour"), await tom.Who.Get("/"));
        Assert.Equal(world.Hanna.Person.ActorId.ToString(), Reader(own));
        Assert.Equal(Reader(own), Reader(home));
        Assert.Equal(Reader(wall), Reader(topics));
        Assert.False(string.IsNullOrEmpty(Reader(wall)));
        Assert.NotEqual(Reader(own), Reader(wall));
    }

    private async Task<(Id<Space> Id, (Visitor Who, Id<GuestPass> Pass) Tom, (Visitor Who, Id<GuestPass> Pass) Liv)> Two()
    {
        var id = await world.Open(world.Ruth);
        var (tom, liv) = (await world.Guest(world.Ruth, id, "Old Tom"), await world.Guest(world.Ruth, id, "Liv"));
        var passes = await world.Read(db => db.The<GuestPass>().Where(p => p.RoomId == id.As<Thing>()).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync());
        return (id, (tom, passes[0]), (liv, passes[1]));
    }

    /// <summary>So much was brought by a guest already.</summary>
    private Task Kept(Id<Space> id, Id<GuestPass> by, int count, long size) => world.Writes.Do(async unit =>
    {
        var (pass, there) = (await unit.Db.The<GuestPass>().SingleAsync(p => p.Id == by), await unit.Db.The<Attachment>().CountAsync(a => a.ThingId == id.As<Thing>()));
        await unit.AttachBy(pass.ActorId, pass.CommunityId, id.As<Thing>(), [.. Enumerable.Range(0, count).Select(_ => new KeptFile(Id<Attachment>.New(), "paper.png", "image/png", size, new byte[32]))], there + 1);
    });

    private Task<int> Dots(Id<Space> id) => world.Read(db => db.The<TopicDots>().Where(d => d.SpaceId == id).SumAsync(d => d.Count));

    private static async Task<HttpResponseMessage> Picture(Visitor who, Id<Space> id, Slip slip)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(MadePictures.Png()), "file", "flipchart.png" } };
        return await who.Client.PostAsync(new Uri($"{Spaces.Topic(id, slip)}/report/pictures", UriKind.Relative), form);
    }
}
