using System.Buffers.Text;
using System.Net;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Following;
using Leaderful.Pages;
using Leaderful.Pages.Beside;
using Leaderful.Pages.Together;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Live;
using Leaderful.Yjs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Pages;

/// <summary>What is said about words on a page, beside its text.</summary>
public class BesideTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private const string Line = "We meet on Tuesdays in the garden room.";

    [Fact]
    public async Task Something_is_said_about_words_and_stands_beside_the_text_for_those_who_read_it_and_nobody_else()
    {
        var page = await Page();
        var words = CircleWorld.Own("Is the room free");
        var shown = await Say(world.Ruth, page, "Tuesdays", words);
        var beside = shown.Page.QuerySelector("#beside-open .beside")!;
        Assert.Equal("Tuesdays", beside.QuerySelector(".passage")!.TextContent);
        Assert.Contains(words, beside.TextContent, StringComparison.Ordinal);
        var id = beside.Id!["beside-".Length..];
        Assert.Contains(words, (await world.Ines.Get(Path(page))).Main, StringComparison.Ordinal);
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Send(other, page, "Tuesdays", words)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/c/millbrook/conversations/{id}")).Status);
        }
        // It is found there and not in the list of conversations; what is new is new wherever it was said.
        Assert.DoesNotContain(words, (await world.Ines.Get("/c/millbrook/conversations")).Main, StringComparison.Ordinal);
        Assert.Contains("“Tuesdays”", (await world.Ines.Get("/c/millbrook/conversations?show=new")).Main, StringComparison.Ordinal);
        var own = await world.Ines.Get($"/c/millbrook/conversations/{id}");
        Assert.Equal(Path(page), own.Page.QuerySelector(".about a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_answer_given_there_stays_there_and_somebody_called_hears_of_it()
    {
        var (page, id) = await Said("garden room", "Which one?");
        var answered = await world.Ines.Post($"/c/millbrook/conversations/{id}/posts", ("text", "The one @Ruth Abara found."), ("beside", page.ToString()));
        Assert.Equal($"{Path(page)}#beside-{id}", answered.Location);
        Assert.Contains("found", (await world.Ruth.Get(Path(page))).Page.QuerySelector($"#beside-{id} .thread")!.TextContent, StringComparison.Ordinal);
        var called = await world.Read(db => (
            from m in db.The<Mention>()
            join p in db.The<Post>() on m.PostId equals p.Id
            where p.ConversationId == id
            select m.PersonId).ToListAsync());
        Assert.Equal([world.Ruth.Person.Id], called);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Post($"/c/millbrook/conversations/{id}/posts", ("text", "Me too"), ("beside", page.ToString()))).Status);
        Assert.Equal($"/c/millbrook/conversations/{id}#p3", (await world.Ines.Post($"/c/millbrook/conversations/{id}/posts", ("text", "And there."))).Location);
    }

    [Fact]
    public async Task Whoever_reads_the_page_settles_it_and_takes_it_up_again_and_nobody_else()
    {
        var (page, id) = await Said("Tuesdays", "Could it be Mondays?");
        var act = $"{Path(page)}/beside/{id}/settling";
        foreach (var other in new[] { world.Hanna, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await other.Post(act)).Status);
        var settled = await world.Ines.Submit(await world.Ines.Get(Path(page)), $"{id}/settling");
        Assert.NotNull(settled.Page.QuerySelector($"#beside-settled #beside-{id}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Post($"/c/millbrook/conversations/{id}/posts", ("text", "Too late"))).Status);
        foreach (var other in new[] { world.Hanna, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{act}/ending")).Status);
        var again = await world.Ruth.Submit(await world.Ruth.Get(Path(page)), $"{id}/settling/ending");
        Assert.NotNull(again.Page.QuerySelector($"#beside-open #beside-{id} form[data-beside-reply]"));
        var another = await Page();
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{Path(another)}/beside/{id}/settling")).Status);
    }

    [Fact]
    public async Task Other_words_are_put_where_the_words_stand_now_by_whoever_may_write_and_once()
    {
        var page = await Page();
        var shown = await Say(world.Ruth, page, "Tuesdays", "", instead: "Mondays");
        var id = shown.Page.QuerySelector(".beside")!.Id!["beside-".Length..];
        Assert.Equal("Mondays", shown.Page.QuerySelector(".instead ins")!.TextContent);
        await using (var hand = await Hand.On(world, world.Ines, page))
        {
            // Written around it meanwhile; the words are found where they are.
            hand.Doc.Transact(() => Text(hand.Doc).Insert(0, "Agreed: "));
            await hand.SendUpdate(hand.Doc.EncodeStateAsUpdate());
            await hand.Kept();
        }
        foreach (var other in new[] { world.Hanna, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Path(page)}/beside/{id}/taking")).Status);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => (n % 2 == 0 ? world.Ines : world.Ruth).Post($"{Path(page)}/beside/{id}/taking")));
        Assert.Equal("Agreed: We meet on Mondays in the garden room.", await Kept(page));
        var after = await world.Ruth.Get(Path(page));
        Assert.Contains("These words stand there since", after.Page.QuerySelector($"#beside-settled #beside-{id}")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_changed_meanwhile_are_left_alone()
    {
        var page = await Page();
        var id = (await Say(world.Ruth, page, "Tuesdays", "A proposal", instead: "Mondays")).Page.QuerySelector(".beside")!.Id!["beside-".Length..];
        await using (var hand = await Hand.On(world, world.Ines, page))
        {
            hand.Doc.Transact(() => Text(hand.Doc).Delete(Line.IndexOf("Tues", StringComparison.Ordinal) + 2, 1));
            await hand.SendUpdate(hand.Doc.EncodeStateAsUpdate());
            await hand.Kept();
        }
        var after = await world.Ines.Submit(await world.Ines.Get(Path(page)), $"{id}/taking");
        Assert.Contains("no longer what was meant", after.Main, StringComparison.Ordinal);
        Assert.NotNull(after.Page.QuerySelector($"#beside-open #beside-{id}"));
        Assert.Equal("We meet on Tusdays in the garden room.", await Kept(page));
    }

    [Fact]
    public async Task On_a_page_closed_to_writing_one_speaks_and_puts_nothing_there()
    {
        var page = await Page();
        await world.Ruth.Post($"{Path(page)}/closing");
        var shown = await Say(world.Ines, page, "Tuesdays", "A word", instead: "Mondays");
        var id = shown.Page.QuerySelector(".beside")!.Id!["beside-".Length..];
        Assert.Null(shown.Page.QuerySelector("form[action$='/taking']"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Post($"{Path(page)}/beside/{id}/taking")).Status);
        Assert.Equal(Line, await Kept(page));
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_what_was_typed_is_kept()
    {
        var page = await Page();
        var empty = await Send(world.Ruth, page, "Tuesdays", " ");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Equal("Say what you think of these words.", empty.Page.QuerySelector("#beside-text-w")!.TextContent);
        var form = empty.Page.QuerySelector("form[data-beside-new]")!;
        Assert.False(form.HasAttribute("hidden"));
        Assert.Equal("Tuesdays", form.QuerySelector("[name=quote]")!.GetAttribute("value"));
        var much = await Send(world.Ruth, page, "Tuesdays", "Words kept", instead: new string('x', Passage.LongestQuote + 1));
        Assert.Contains("up to 500 letters", much.Page.QuerySelector("#beside-instead-w")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Words kept", much.Page.QuerySelector("#beside-text")!.TextContent);
        foreach (var (start, end) in new[] { ("", ""), ("!!", "!!"), ("BQ", "BQ"), (new string('A', 300), "AAAA") })
            Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{Path(page)}/beside", ("start", start), ("end", end), ("quote", "x"), ("text", "y"))).Status);
        Assert.Empty((await world.Ruth.Get(Path(page))).Page.QuerySelectorAll(".beside"));
    }

    [Fact]
    public async Task Sent_twice_it_is_said_once()
    {
        var (page, key) = (await Page(), Id<Conversation>.New());
        for (var n = 0; n < 2; n++) Assert.Equal($"{Path(page)}#beside-{key}", (await Send(world.Ruth, page, "Tuesdays", "Once", key: key)).Location);
        Assert.Single((await world.Ines.Get(Path(page))).Page.QuerySelectorAll(".beside"));
    }

    [Fact]
    public async Task Beside_the_page_of_a_circle_only_the_circle_speaks()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var page = await Page(circle.ScopeId);
        var words = CircleWorld.Own("Between us");
        var shown = await Say(world.Wen, page, "Tuesdays", words);
        var id = shown.Page.QuerySelector(".beside")!.Id!["beside-".Length..];
        Assert.Contains(words, (await world.Ruth.Get(Path(page))).Main, StringComparison.Ordinal);
        foreach (var other in new[] { world.Ines, world.Bea, world.Hanna })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Send(other, page, "Tuesdays", "Me too")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/c/millbrook/conversations/{id}")).Status);
            Assert.DoesNotContain(words, (await other.Get("/c/millbrook/conversations?show=new")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_goes_with_its_page_and_comes_back_with_it()
    {
        var (page, id) = await Said("garden room", "Which one?");
        await world.Ruth.Post($"{Path(page)}/deletion");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get($"/c/millbrook/conversations/{id}")).Status);
        Assert.DoesNotContain("“garden room”", (await world.Ruth.Get("/c/millbrook/bin")).Main, StringComparison.Ordinal);
        await world.Ruth.Post($"{Path(page)}/restoration");
        Assert.Contains("Which one?", (await world.Ines.Get(Path(page))).Page.QuerySelector($"#beside-{id}")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_read_by_whoever_reads_the_page_and_not_moved_alone()
    {
        var (_, id) = await Said("garden room", "Which one?");
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Ines);
        var own = await world.Ruth.Get($"/c/millbrook/conversations/{id}");
        Assert.Null(own.Page.QuerySelector("a[href$='/rung']"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get($"/c/millbrook/conversations/{id}/rung")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"/c/millbrook/conversations/{id}/rung", ("to", circle.ScopeId.ToString()))).Status);
        Assert.Contains("Which one?", (await world.Wen.Get($"/c/millbrook/conversations/{id}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_open_shows_what_others_say()
    {
        var page = await Page();
        var stale = await world.Ines.Get(Path(page));
        await using var watcher = await Watcher.Ask(world.Ines, stale, $"{stale.Page.QuerySelector("#beside")!.GetAttribute("data-live")}@0");
        var id = (await Say(world.Ruth, page, "Tuesdays", "A first word")).Page.QuerySelector(".beside")!.Id!;
        await world.Ines.Post($"/c/millbrook/conversations/{id["beside-".Length..]}/posts", ("text", "A second"));
        await watcher.Until(await world.Read(db => db.The<Page>().Where(p => p.Id == page).Select(p => p.Beside).SingleAsync()));
        var seen = watcher.Page.QuerySelector($"#beside-open #{id}")!;
        Assert.Equal(2, seen.QuerySelectorAll(".thread > li").Length);
        Assert.Equal((await world.Ines.Get(Path(page))).Page.GetElementById(id)!.QuerySelector(".thread")!.InnerHtml, seen.QuerySelector(".thread")!.InnerHtml);
        await using var other = await Watcher.Ask(world.Hanna, stale, $"{stale.Page.QuerySelector("#beside")!.GetAttribute("data-live")}@0");
        await using var known = await Watcher.Ask(world.Hanna, await world.Hanna.Get("/c/harbour"), $"{stale.Page.QuerySelector("#beside")!.GetAttribute("data-live")}@0");
        Assert.Empty(other.Changes);
        Assert.DoesNotContain("A second", known.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<Id<Page>> Page(Id<Scope>? on = null)
    {
        var doc = new YDoc();
        var first = doc.Transact(() => doc.GetXmlFragment("default").AddElement("paragraph").AddText(Line))!;
        return await world.Writes.Do(unit => unit.BeginPage(world.Ruth.Person.ActorId, world.Millbrook.Id, on ?? world.Millbrook.ScopeId, CircleWorld.Own("Notes"), first: first));
    }

    private async Task<(Id<Page> Page, Id<Conversation> Id)> Said(string quote, string text)
    {
        var page = await Page();
        Assert.True(Id<Conversation>.TryParse((await Say(world.Ruth, page, quote, text)).Page.QuerySelector(".beside")!.Id!["beside-".Length..], null, out var id));
        return (page, id);
    }

    private async Task<Screen> Say(Visitor who, Id<Page> page, string quote, string text, string instead = "") => await who.Follow(await Send(who, page, quote, text, instead));

    private async Task<Screen> Send(Visitor who, Id<Page> page, string quote, string text, string instead = "", Id<Conversation>? key = null)
    {
        var doc = await Doc(page);
        var (all, at) = (Text(doc), Line.IndexOf(quote, StringComparison.Ordinal));
        var (start, end) = (RelativePosition.At(all, at), RelativePosition.At(all, at + quote.Length, -1));
        return await who.Post($"{Path(page)}/beside", ("start", Base64Url.EncodeToString(start.Encode())), ("end", Base64Url.EncodeToString(end.Encode())),
            ("quote", quote), ("text", text), ("instead", instead), ("key", (key ?? Id<Conversation>.New()).ToString()));
    }

    private async Task<string> Kept(Id<Page> page) => Text(await Doc(page)).ToString();

    private async Task<YDoc> Doc(Id<Page> page)
    {
        var doc = new YDoc();
        doc.ApplyUpdate((await world.Read(db => db.Written(page))).Bytes.Span);
        return doc;
    }

    private static YXmlText Text(YDoc doc) => doc.GetXmlFragment("default").Children.OfType<YXmlElement>().First().Children.OfType<YXmlText>().Single();

    private static string Path(Id<Page> page) => $"/c/millbrook/pages/{page}";
}
