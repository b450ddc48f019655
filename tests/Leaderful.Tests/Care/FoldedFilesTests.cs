using AngleSharp.Dom;
using Leaderful.Care;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Tests.Conversations;
using Leaderful.Tests.Files;
using Leaderful.Tests.Live;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Care;

/// <summary>A picture can hurt as words do: what came with a post is folded with it.</summary>
public class FoldedFilesTests(CareWorld world) : IClassFixture<CareWorld>
{
    [Fact]
    public async Task What_came_with_a_folded_post_is_folded_with_it_also_on_a_page_that_stays_open()
    {
        var id = await world.Begin(world.Ines, "Pictures of the evening");
        await Bring(world.Ruth, id);
        var page = await world.Wen.Get(Talk.Path(id));
        await using var watcher = await Watcher.Open(world.Wen, page);
        Assert.Equal(2, page.Page.QuerySelectorAll("#p2 .files > li").Length);
        Assert.Empty(page.Page.QuerySelectorAll("#p2 details.care"));

        await world.Report(world.Joss, id, 2, "I am in that picture.");
        await watcher.Until((await world.Find(id)).Version);
        foreach (var who in new[] { world.Wen, world.Ruth, world.Ines }) AreFolded((await who.Get(Talk.Path(id))).Page);
        AreFolded(watcher.Page);

        await world.Decide(world.Ines, id, 2, Verdict.Unfolded, "");
        await watcher.Until((await world.Find(id)).Version);
        foreach (var open in new IDocument[] { (await world.Wen.Get(Talk.Path(id))).Page, watcher.Page })
        {
            Assert.Empty(open.QuerySelectorAll("#p2 details.care"));
            Assert.Equal(2, open.QuerySelectorAll("#p2 .files > li").Length);
        }
    }

    [Fact]
    public async Task Whoever_decides_finds_them_beside_the_words_and_nobody_else_does()
    {
        var id = await world.Begin(world.Ines, "Pictures of the morning");
        await Bring(world.Ruth, id);
        await world.Report(world.Joss, id, 2);
        var path = await world.Path(id, 2);
        foreach (var who in new[] { world.Ines, world.Ruth, world.Joss })
        {
            var files = (await who.Get(path)).Page.QuerySelectorAll("main .files > li");
            Assert.Equal(2, files.Length);
            Assert.Equal(System.Net.HttpStatusCode.OK, (await who.Get(files[0].QuerySelector("img")!.GetAttribute("src")!)).Status);
        }
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await world.Wen.Get(path)).Status);
        await world.Decide(world.Ines, id, 2, Verdict.Down, "Nobody asked them.");
        foreach (var who in new[] { world.Ines, world.Ruth, world.Joss }) Assert.Empty((await who.Get(path)).Page.QuerySelectorAll("main .files"));
    }

    private static void AreFolded(IDocument page)
    {
        Assert.Equal(2, page.QuerySelectorAll("#p2 details.care .files > li").Length);
        Assert.Equal(1, page.QuerySelectorAll("#p2 details.care .files img").Length);
        Assert.All(page.QuerySelectorAll("#p2 img, #p2 a[href^='/files/']"), e => Assert.NotNull(e.Closest("details.care:not([open])")));
    }

    private async Task Bring(Visitor who, Id<Conversation> id)
    {
        var blobs = world.Services.GetRequiredService<Blobs>();
        var files = blobs.Keep(world.Millbrook.Id, [new Upload("evening.png", "image/png", MadePictures.Png()), new Upload("names.txt", "text/plain", "Who was there"u8.ToArray())]);
        await world.Writes.Do(unit => unit.Reply(who.Person.ActorId, id, Said.Of("Who is this?") with { Files = files }));
    }
}
