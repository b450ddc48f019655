using System.IO.Compression;
using System.Net;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Wall;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.OpenSpace;

/// <summary>A topic written on a paper: somebody takes its picture, and it hangs on the wall.</summary>
public class PaperTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task A_picture_is_enough_and_gives_the_topic_a_plain_title_that_can_be_replaced()
    {
        var id = await world.Open(world.Ruth);
        var form = await world.Ruth.Get($"{Spaces.Wall(id)}/topics/new");
        var field = form.Page.QuerySelector("input[name=paper]")!;
        Assert.Equal(("image/*", "environment"), (field.GetAttribute("accept"), field.GetAttribute("capture")));
        await world.Ruth.PostPaper(id, MadePictures.Jpeg(), ("convener", "Somebody at the back"));
        var slip = (await world.Board(id)).Slips.Single();
        Assert.Equal(("A topic on paper, 1", "Somebody at the back"), (slip.Title, slip.Convener));
        var wall = await world.Bea.Get(Spaces.Wall(id));
        var thumb = wall.Page.QuerySelector($"#topic-{slip.Id} img.paper")!;
        Assert.Equal(slip.PaperAddress, thumb.GetAttribute("src"));
        Assert.NotEqual("", thumb.GetAttribute("alt"));
        Assert.Contains("A topic on paper, 1", (await world.Bea.Get(Spaces.Topic(id, slip))).Page.QuerySelector(".paper img")!.GetAttribute("alt"), StringComparison.Ordinal);
        await world.Ruth.Submit(await world.Ruth.Get($"{Spaces.Topic(id, slip)}/settings"), "/settings", ("title", "Who has the keys?"));
        var renamed = await world.Slip(id, slip);
        Assert.Equal(("Who has the keys?", slip.Paper), (renamed.Title, renamed.Paper));
    }

    [Fact]
    public async Task Whoever_sees_the_wall_sees_the_paper_and_nobody_else_does()
    {
        var (id, elsewhere) = (await world.Open(world.Ruth), await world.Open(world.Ruth));
        await world.Bea.PostPaper(id, MadePictures.Jpeg(), ("title", "Soup"));
        var slip = (await world.Board(id)).Slips.Single();
        var (guest, stranger) = (await world.Guest(world.Ruth, id, "Old Tom"), await world.Guest(world.Ruth, elsewhere, "Other Tom"));
        foreach (var reader in new[] { world.Wen, guest })
        {
            var answer = await reader.Client.GetAsync(slip.PaperAddress);
            Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.DoesNotContain(MadePictures.Secret, System.Text.Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        }
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir, stranger, world.Anyone() }) Assert.NotEqual(HttpStatusCode.OK, (await other.Get(slip.PaperAddress!)).Status);
        // Nor once the gathering is taken down, or the topic.
        await world.Writes.Do(unit => unit.TakeTopicDown(world.Bea.Person.ActorId, slip.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Get(slip.PaperAddress!)).Status);
        await world.Writes.Do(unit => unit.PutTopicBack(world.Bea.Person.ActorId, slip.Id));
        Assert.Equal(HttpStatusCode.OK, (await world.Wen.Get(slip.PaperAddress!)).Status);
        await world.Ruth.Post($"{Spaces.Path(id)}/deletion");
        foreach (var reader in new[] { world.Wen, guest }) Assert.NotEqual(HttpStatusCode.OK, (await reader.Get(slip.PaperAddress!)).Status);
    }

    [Fact]
    public async Task A_guest_hangs_up_a_paper_in_their_room_and_in_no_other()
    {
        var (id, other) = (await world.Open(world.Ruth), await world.Open(world.Ruth));
        var guest = await world.Guest(world.Ruth, id, "Old Tom");
        Assert.Equal(HttpStatusCode.SeeOther, (await guest.PostPaper(id, MadePictures.Png())).Status);
        Assert.NotNull((await world.Board(id)).Slips.Single().Paper);
        Assert.NotEqual(HttpStatusCode.OK, (await guest.PostPaper(other, MadePictures.Png())).Status);
        Assert.Empty((await world.Board(other)).Slips);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.PostPaper(id, MadePictures.Png())).Status);
    }

    [Fact]
    public async Task What_is_no_picture_is_said_on_the_field_and_what_was_typed_stays()
    {
        var id = await world.Open(world.Ruth);
        foreach (var bytes in (byte[][])["<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "%PDF-1.7"u8.ToArray(), MadePictures.Png()[..30]])
        {
            var page = await world.Bea.PostPaper(id, bytes, ("title", ""), ("why", "Because"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains("is no picture", page.Page.QuerySelector("#paper-w")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("Because", page.Page.QuerySelector("[name=why]")!.TextContent);
        }
        var large = await world.Bea.PostPaper(id, new byte[Upload.MostBytes + 1], ("title", "Large"));
        Assert.Contains("larger than", large.Page.QuerySelector("#paper-w")!.TextContent, StringComparison.Ordinal);
        // A picture that came with something else wrong has to be chosen again.
        var again = await world.Bea.PostPaper(id, MadePictures.Png(), ("title", new string('x', 10_000)));
        Assert.Contains("choose it again", again.Page.QuerySelector("#paper-w")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await world.Board(id)).Slips);
    }

    [Fact]
    public async Task Another_picture_hangs_instead_and_one_taken_off_is_gone()
    {
        var id = await world.Open(world.Ruth);
        await world.Bea.PostPaper(id, MadePictures.Jpeg());
        var first = (await world.Board(id)).Slips.Single();
        var settings = $"{Spaces.Topic(id, first)}/settings";
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.SendPaper(settings, MadePictures.Png(), ("title", "Mine now"))).Status);
        await world.Bea.SendPaper(settings, MadePictures.Png(), ("title", ""));
        var second = await world.Slip(id, first);
        Assert.NotEqual(first.Paper, second.Paper);
        Assert.Equal("A topic on paper, 1", second.Title);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get(first.PaperAddress!)).Status);
        // Without its paper it needs a title.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Bea.Post(settings, ("title", ""), ("paper-off", "yes"))).Status);
        await world.Bea.Post(settings, ("title", "Said, not drawn"), ("paper-off", "yes"));
        Assert.Null((await world.Slip(id, first)).Paper);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get(second.PaperAddress!)).Status);
    }

    [Fact]
    public async Task Sent_twice_it_hangs_once_with_one_paper()
    {
        var (id, key) = (await world.Open(world.Ruth), Id<Topic>.New());
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.SeeOther, (await world.Bea.PostPaper(id, MadePictures.Png(), ("key", key.ToString()))).Status);
        var slip = (await world.Board(id)).Slips.Single();
        Assert.Equal(1, await world.Read(db => db.The<Attachment>().CountAsync(a => a.ThingId == slip.Id.As<Thing>())));
    }

    [Fact]
    public async Task With_a_purged_topic_or_an_erased_author_its_paper_goes()
    {
        var (id, joss) = (await world.Open(world.Ruth), await world.Newcomer());
        foreach (var (who, title) in new[] { (world.Bea, "Purged"), (world.Wen, "Kept"), (joss, "Erased") })
            Assert.Equal(HttpStatusCode.SeeOther, (await who.PostPaper(id, MadePictures.Png(), ("title", title))).Status);
        var slips = (await world.Board(id)).Slips;
        await world.Writes.Do(unit => unit.EraseWords([joss.Person.ActorId]));
        Assert.Equal([slips[0].Id, slips[1].Id], await WithPaper(id));
        await world.Writes.Do(unit => unit.TakeTopicDown(world.Bea.Person.ActorId, slips[0].Id));
        world.Time.Advance(TimeSpan.FromDays(31));
        foreach (var slip in slips) await world.Work(TopicPurging.KindOfWork, slip.Id.Value);
        Assert.Equal([slips[1].Id], await WithPaper(id));
    }

    [Fact]
    public async Task The_book_shows_it_in_every_form_to_whoever_was_in_the_room()
    {
        var (id, elsewhere) = (await world.Open(world.Ruth), await world.Open(world.Ruth));
        await world.Bea.PostPaper(id, MadePictures.Jpeg(), ("where", Spaces.Spot(await world.Board(id), 0, 0)));
        await world.Bea.PostPaper(id, MadePictures.Png(), ("title", "Taken down"));
        await world.Writes.Do(async unit => await unit.TakeTopicDown(world.Bea.Person.ActorId, (await unit.Db.BoardOf(id)).Slips[1].Id));
        var slip = (await world.Board(id)).Slips[0];
        var (guest, stranger) = (await world.Guest(world.Ruth, id, "Old Tom"), await world.Guest(world.Ruth, elsewhere, "Other Tom"));
        foreach (var reader in new[] { world.Wen, guest })
            foreach (var form in (string[])["", "/print"])
            {
                var picture = Assert.Single((await reader.Get($"{Spaces.Path(id)}/book{form}")).Page.QuerySelectorAll(".book-paper img"));
                Assert.Contains("A topic on paper, 1", picture.GetAttribute("alt"), StringComparison.Ordinal);
                Assert.Equal(HttpStatusCode.OK, (await reader.Client.GetAsync(picture.GetAttribute("src"))).StatusCode);
            }
        var address = $"{Spaces.Path(id)}/book/pictures/{slip.Paper}";
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir, stranger, world.Anyone() }) Assert.NotEqual(HttpStatusCode.OK, (await other.Get(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Get($"{Spaces.Path(elsewhere)}/book/pictures/{slip.Paper}")).Status);
        foreach (var (form, name) in new[] { ("epub", "book/pictures/picture-1.jpg"), ("markdown", "pictures/picture-1.jpg") })
        {
            using var zip = new ZipArchive(await (await world.Wen.Client.GetAsync($"{Spaces.Path(id)}/book/{form}")).Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            Assert.Equal(name, Assert.Single(zip.Entries, e => e.FullName.Contains("picture", StringComparison.Ordinal)).FullName);
            var shown = form == "epub" ? "src=\"pictures/picture-1.jpg\"" : "](pictures/picture-1.jpg)";
            Assert.Single(zip.Entries, e => !e.FullName.Contains("picture", StringComparison.Ordinal) && !e.FullName.EndsWith(".opf", StringComparison.Ordinal) && new StreamReader(e.Open()).ReadToEnd().Contains(shown, StringComparison.Ordinal));
        }
    }

    private Task<List<Id<Topic>>> WithPaper(Id<Space> id) => world.Read(db => db.The<Topic>()
        .Where(t => t.SpaceId == id && db.The<Attachment>().Any(a => a.ThingId == t.Id.As<Thing>())).OrderBy(t => t.Number).Select(t => t.Id).ToListAsync());
}
