using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Pages;
using Leaderful.Pages.Beside;
using Leaderful.Pages.Playback;
using Leaderful.Pages.Together;
using Leaderful.Search;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Files;
using Leaderful.Yjs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Pages;

/// <summary>Whoever goes with their words takes them out of pages, too, and out of every step of how those came to be.</summary>
public class ErasingPagesTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private const string Secret = "quincunx";

    [Fact]
    public async Task Their_words_go_from_the_page_from_its_steps_and_from_whoever_has_it_open_and_the_others_stay()
    {
        var (id, kit, page) = await Shared();
        await using var open = await Hand.On(world, world.Wen, id);
        var away = new YDoc();
        away.ApplyUpdate(open.Doc.EncodeStateAsUpdate());
        away.Transact(() => away.GetXmlFragment("default").AddElement("paragraph").AddText("Written on the way."));
        var name = await kit.Post($"{page}/playback/names", ("at", "2"), ("name", Secret));
        Assert.Equal(HttpStatusCode.SeeOther, name.Status);
        Assert.NotEmpty(await Kept(id, Secret));
        await world.Services.GetRequiredService<PageKeeper>().Keep(id);
        Assert.Contains(id.ToString(), (await world.Wen.Get($"/c/millbrook/search?q={Secret}")).Text, StringComparison.Ordinal);

        await Go(kit, "erased");

        await open.Until(() => !open.Text.Contains(Secret, StringComparison.Ordinal));
        Assert.Equal("Wen began it.\nAnd goes on.", open.Text);
        foreach (var path in new[] { page, $"{page}/playback?step=2", $"{page}/playback/changes?from=1&to=2", $"{page}/markdown", $"{page}/html" })
            Assert.DoesNotContain(Secret, (await world.Wen.Get(path)).Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(id.ToString(), (await world.Wen.Get($"/c/millbrook/search?q={Secret}")).Text, StringComparison.Ordinal);
        Assert.Contains("And goes on.", (await world.Wen.Get(page)).Main, StringComparison.Ordinal);
        Assert.Empty(await Kept(id, Secret));
        // Somebody who comes, and somebody who was away and comes with what they had, have what the others have.
        await using var fresh = await Hand.On(world, world.Ruth, id);
        Assert.Equal("Wen began it.\nAnd goes on.", fresh.Text);
        await using var back = await Hand.On(world, world.Wen, id, away);
        await fresh.Until(() => fresh.Text == back.Text);
        Assert.Equal("Wen began it.\nAnd goes on.\nWritten on the way.", back.Text);
    }

    [Fact]
    public async Task Words_that_stay_stay()
    {
        var (id, kit, page) = await Shared();
        await Go(kit, "kept");
        Assert.Contains(Secret, (await world.Wen.Get(page)).Main, StringComparison.Ordinal);
        Assert.NotEmpty(await Kept(id, Secret));
    }

    [Fact]
    public async Task A_page_nobody_else_wrote_on_goes_and_is_not_put_back()
    {
        var kit = await world.Newcomer("Kit Moss");
        var id = await Begin(kit, CircleWorld.Own(Secret));
        await using (var hand = await Hand.On(world, kit, id))
        {
            await hand.Write($"All of it is {Secret}.");
            await hand.Kept();
        }
        var rested = await Begin(kit, CircleWorld.Own(Secret));
        await world.Ines.Post($"/c/millbrook/pages/{rested}/deletion");
        await Go(kit, "erased");
        foreach (var gone in new[] { id, rested })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Get($"/c/millbrook/pages/{gone}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Post($"/c/millbrook/pages/{gone}/restoration")).Status);
            Assert.Equal(("", 0), await world.Read(async db => (await db.The<Page>().Where(p => p.Id == gone).Select(p => p.Title).SingleAsync(), await db.The<PageUpdate>().CountAsync(u => u.PageId == gone))));
        }
    }

    [Fact]
    public async Task A_page_on_which_others_only_spoke_beside_stays_for_them_with_nothing_quoted()
    {
        var kit = await world.Newcomer("Kit Moss");
        var id = await Begin(kit, CircleWorld.Own("Shown"));
        await using (var hand = await Hand.On(world, kit, id))
        {
            await hand.Write($"Plant them in a {Secret} there.");
            await hand.Kept();
            var words = (YXmlText)((YXmlElement)hand.Doc.GetXmlFragment("default").Children.Single()).Children.Single();
            var (from, to) = (RelativePosition.At(words, 16), RelativePosition.At(words, 16 + Secret.Length, -1));
            var said = await world.Wen.Post($"/c/millbrook/pages/{id}/beside", ("start", Base64Url.EncodeToString(from.Encode())), ("end", Base64Url.EncodeToString(to.Encode())),
                ("quote", Secret), ("text", "What is that?"), ("instead", ""), ("key", Id<Conversation>.New().ToString()));
            Assert.Equal(HttpStatusCode.SeeOther, said.Status);
        }
        Assert.Contains(Secret, (await world.Wen.Get($"/c/millbrook/pages/{id}")).Main, StringComparison.Ordinal);
        await Go(kit, "erased");
        var left = await world.Wen.Get($"/c/millbrook/pages/{id}");
        Assert.Contains("What is that?", left.Main, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, left.Text, StringComparison.Ordinal);
        Assert.Equal(("…", "“…”"), await world.Read(db => (
            from b in db.The<Passage>()
            join c in db.The<Conversation>() on b.ConversationId equals c.Id
            where b.PageId == id
            select new ValueTuple<string, string>(b.Quote, c.Title)).SingleAsync()));
    }

    [Fact]
    public async Task Pictures_they_showed_go_and_those_of_others_stay()
    {
        var (id, kit, page) = await Shared();
        var (mine, theirs) = (await Bring(world.Wen, id), await Bring(kit, id));
        foreach (var (who, src) in new[] { (world.Wen, mine), (kit, theirs) })
        {
            await using var hand = await Hand.On(world, who, id);
            await hand.SendUpdate(hand.Doc.Transact(() =>
            {
                var image = hand.Doc.GetXmlFragment("default").AddElement("image");
                image.SetAttribute("src", src);
                image.SetAttribute("alt", "A lock");
            })!);
            await hand.Kept();
        }
        await Go(kit, "erased");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Get(theirs)).Status);
        Assert.Equal(HttpStatusCode.OK, (await world.Wen.Client.GetAsync(mine)).StatusCode);
        Assert.Equal([mine], (await world.Wen.Get($"{page}/playback")).Page.QuerySelectorAll("#then img").Select(i => i.GetAttribute("src")));
    }

    /// <summary>Wen began it, somebody who will go wrote in it, and she went on.</summary>
    private async Task<(Id<Page> Id, Visitor Kit, string Path)> Shared()
    {
        var kit = await world.Newcomer("Kit Moss");
        var id = await Begin(world.Wen, CircleWorld.Own("Ours"));
        await using var wen = await Hand.On(world, world.Wen, id);
        await wen.Write("Wen began it.");
        await wen.Kept();
        await using (var hand = await Hand.On(world, kit, id))
        {
            await hand.Write($"Now a {Secret}.");
            await hand.Kept();
            await wen.Until(() => wen.Text.Contains(Secret, StringComparison.Ordinal));
            var first = (YXmlElement)hand.Doc.GetXmlFragment("default").Children.First();
            await hand.SendUpdate(hand.Doc.Transact(() => ((YXmlText)first.Children.Single()).Insert(4, $"the {Secret} "))!);
            await hand.Kept();
        }
        await wen.Until(() => wen.Text.StartsWith($"Wen the {Secret} began", StringComparison.Ordinal));
        await wen.Write("And goes on.");
        await wen.Kept();
        return (id, kit, $"/c/millbrook/pages/{id}");
    }

    private Task<Id<Page>> Begin(Visitor who, string title) => world.Writes.Do(unit => unit.BeginPage(who.Person.ActorId, world.Millbrook.Id, world.Millbrook.ScopeId, title));

    private static async Task Go(Visitor who, string words) => Assert.Equal("/farewell", (await who.Post("/me/departure", ("words", words))).Location);

    private static async Task<string> Bring(Visitor who, Id<Page> page)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(MadePictures.Png()), "file", "lock.png" } };
        var answer = await who.Client.PostAsync(new Uri($"/c/millbrook/pages/{page}/pictures", UriKind.Relative), form);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("src").GetString()!;
    }

    /// <summary>Wherever in what is kept of a page a word stands.</summary>
    private Task<List<string>> Kept(Id<Page> id, string word) => world.Read(async db =>
    {
        List<string> found = [];
        foreach (var row in await db.The<PageUpdate>().Where(u => u.PageId == id).ToListAsync())
            if (Encoding.UTF8.GetString(row.Bytes).Contains(word, StringComparison.Ordinal)) found.Add($"row {row.Number}");
        foreach (var state in await db.The<PageState>().Where(s => s.PageId == id).ToListAsync())
            if ((Encoding.UTF8.GetString(state.Bytes) + state.Html).Contains(word, StringComparison.Ordinal)) found.Add("state");
        if (await db.The<PageVersion>().AnyAsync(v => v.PageId == id && v.Name.Contains(word))) found.Add("name");
        return found;
    });
}
