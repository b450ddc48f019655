using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Gatherings;
using Leaderful.Gatherings.Handouts;
using Leaderful.Live;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Gatherings;

/// <summary>A gathering's page that stays open says who comes, and when and where it is, as it is now.</summary>
public class GatheringLiveTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private const string List = "/c/millbrook/gatherings";

    [Fact]
    public async Task A_stale_page_with_its_events_is_a_fresh_page()
    {
        for (var seed = 1; seed <= 6; seed++)
        {
            var chance = new Random(seed);
            var id = await Called(world.Millbrook.ScopeId);
            var stale = await world.Bea.Get($"{List}/{id}");
            for (var n = chance.Next(3); n > 0; n--) await Change(chance, id);
            await using var watcher = await Watcher.Open(world.Bea, stale);
            for (var n = 1 + chance.Next(8); n > 0; n--) await Change(chance, id);
            await watcher.Until(await Version(id));
            Assert.Equal(Shared((await world.Bea.Get($"{List}/{id}")).Page), Shared(watcher.Page));
        }
    }

    [Fact]
    public async Task An_answer_is_seen_by_whoever_has_it_open_and_by_nobody_else()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var id = await Called(circle.ScopeId);
        var page = await world.Ruth.Get($"{List}/{id}");
        await using var watcher = await Watcher.Open(world.Ruth, page);
        await world.Wen.Post($"{List}/{id}/answer", ("coming", "Maybe"));
        await watcher.Until(await Version(id));
        Assert.Contains("Wen Li", watcher.Page.QuerySelector("#gathered")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("One may come", watcher.Page.QuerySelector("#gathered")!.TextContent, StringComparison.Ordinal);
        foreach (var other in new[] { world.Bea, world.Ines, world.Hanna, world.Samir })
        {
            await using var outsider = await Watcher.Ask(other, page, $"{Watcher.NameOn(page)}@0");
            await world.Services.GetRequiredService<LiveHub>().Beat();
            await outsider.Next();
            await outsider.Next();
            Assert.Empty(outsider.Changes);
        }
        // Who leaves the circle hears no more of it.
        var wens = await world.Wen.Get($"{List}/{id}");
        await using var leaving = await Watcher.Open(world.Wen, wens);
        await leaving.Next();
        await world.Wen.Post($"{CircleWorld.Path(circle)}/membership/ending");
        await world.Services.GetRequiredService<LiveHub>().Beat();
        await leaving.Next();
        await world.Ruth.Post($"{List}/{id}/cancellation", ("reason", "Between Ruth and nobody"));
        await watcher.Until(await Version(id));
        await world.Services.GetRequiredService<LiveHub>().Beat();
        await leaving.Next();
        Assert.Contains("Between Ruth and nobody", watcher.Page.QuerySelector("#gathering-standing")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(leaving.Changes, c => c.Html.Contains("Between Ruth", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_brought_is_seen_at_once_by_whoever_reads_it_and_so_is_what_is_taken_off()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var id = await Called(circle.ScopeId);
        var page = await world.Ruth.Get($"{List}/{id}");
        await using var watcher = await Watcher.Open(world.Ruth, page);
        var file = await Bring(world.Wen, circle.CommunityId, id, "What we saw.txt");
        await watcher.Until(await Version(id));
        var there = watcher.Page.QuerySelector(".handouts li")!;
        foreach (var said in new[] { "What we saw.txt", "Wen Li" }) Assert.Contains(said, there.TextContent, StringComparison.Ordinal);
        Assert.Null(there.QuerySelector("form"));
        await world.Wen.Post($"{List}/{id}/handouts/{file}/deletion");
        await watcher.Until(await Version(id));
        Assert.Null(watcher.Page.QuerySelector(".handouts li"));
        await world.Wen.Post($"{List}/{id}/handouts/{file}/restoration");
        await watcher.Until(await Version(id));
        Assert.Single(watcher.Page.QuerySelectorAll(".handouts li"));
        await using var outsider = await Watcher.Ask(world.Bea, page, $"{Watcher.NameOn(page)}@0");
        await world.Services.GetRequiredService<LiveHub>().Beat();
        await outsider.Next();
        await outsider.Next();
        Assert.Empty(outsider.Changes);
    }

    private async Task<Id<Attachment>> Bring(Visitor who, Id<Community> community, Id<Gathering> id, string name)
    {
        var kept = world.Services.GetRequiredService<Blobs>().Keep(community, [new Upload(name, "text/plain", System.Text.Encoding.UTF8.GetBytes(Guid.NewGuid().ToString()))]);
        return (await world.Writes.Do(unit => unit.BringHandouts(who.Person.ActorId, community, id, kept)))!.Single();
    }

    /// <summary>What everybody sees alike: taking off is its reader's own.</summary>
    private static string Handouts(AngleSharp.Dom.IDocument page)
    {
        var part = (AngleSharp.Dom.IElement)page.QuerySelector("#gathering-handouts")!.Clone();
        foreach (var form in part.QuerySelectorAll("form").ToList()) form.Remove();
        return string.Join(' ', part.OuterHtml.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Shared(AngleSharp.Dom.IDocument page) => page.QuerySelector("#gathering-standing")!.OuterHtml + page.QuerySelector("#gathered")!.OuterHtml + Handouts(page);

    private Task<long> Version(Id<Gathering> id) => world.Read(db => db.The<Gathering>().Where(g => g.Id == id).Select(g => g.Version).SingleAsync());

    private Task<Id<Gathering>> Called(Id<Scope> rung) => world.Writes.Do(unit => unit.CallGathering(world.Ruth.Person.ActorId, world.Millbrook.Id, new GatheringHost(rung), Wish(0)));

    private GatheringWish Wish(int days) => new(GatheringKind.Workshop, "Watched", new GatheringTime(DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime).AddDays(days), new TimeOnly(0, 1), 2880, "Etc/UTC"));

    private async Task Change(Random chance, Id<Gathering> id)
    {
        var who = new[] { world.Bea, world.Wen, world.Ruth }[chance.Next(3)].Person.ActorId;
        switch (chance.Next(8))
        {
            case 0 or 1 or 2: await world.Writes.Do(unit => unit.AnswerGathering(who, id, (Coming)chance.Next(3))); break;
            case 3: await world.Writes.Do(unit => unit.TakeAnswerBack(who, id)); break;
            case 4: await world.Writes.Do(unit => unit.SayWasThere(who, id)); break;
            case 5: await world.Writes.Do(unit => unit.SetGathering(who, id, Wish(chance.Next(2)) with { Place = $"Room {chance.Next(9)} <b>" })); break;
            case 6: await world.Writes.Do(async unit => { await unit.CallOff(who, id, "Rain"); await unit.CallOn(who, id); }); break;
            case 7: await Bring(world.Bea, world.Millbrook.Id, id, $"{chance.Next(99)} <b>.txt"); break;
        }
    }
}
