using Leaderful.Circles;
using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Live;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Live;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Commitments;

/// <summary>My list and a circle's ledger, which stay open, say what becomes of what is in them.</summary>
public class ListsLiveTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task My_stale_list_with_its_events_is_my_fresh_list()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        for (var seed = 1; seed <= 6; seed++)
        {
            var (chance, made) = (new Random(seed), new List<Id<Commitment>>());
            var stale = await world.Ruth.Get(Promises.List);
            for (var n = chance.Next(4); n > 0; n--) await Change(chance, circle, made);
            await using var watcher = await Watcher.Open(world.Ruth, stale);
            for (var n = 2 + chance.Next(8); n > 0; n--) await Change(chance, circle, made);
            var fresh = await world.Ruth.Get(Promises.List);
            await watcher.Until(Version(fresh, Watcher.NameOn(fresh)));
            Assert.Equal(Words(fresh.Page.QuerySelector("#my-commitments")!), Words(watcher.Page.QuerySelector("#my-commitments")!));
        }
    }

    [Fact]
    public async Task A_circles_stale_ledger_with_its_events_is_the_fresh_one()
    {
        for (var seed = 1; seed <= 6; seed++)
        {
            var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
            var (chance, made) = (new Random(seed), new List<Id<Commitment>>());
            for (var n = chance.Next(5); n > 0; n--) await Change(chance, circle, made);
            var stale = await world.Wen.Get(CircleWorld.Path(circle));
            for (var n = 2 + chance.Next(9); n > 0; n--) await Change(chance, circle, made);
            var fresh = await world.Wen.Get(CircleWorld.Path(circle));
            foreach (var name in Ledgers(stale))
            {
                await using var watcher = await Watcher.Ask(world.Wen, stale, $"{name}@{Version(stale, name)}");
                await watcher.Until(Version(fresh, name) > Version(stale, name) ? Version(fresh, name) : 0);
            }
            foreach (var list in new[] { "#ledger", "#ledger-over" }) Assert.Equal(Words(fresh.Page.QuerySelector(list)!), Words(stale.Page.QuerySelector(list)!));
        }
    }

    [Fact]
    public async Task Whoever_is_asked_finds_it_on_their_open_list_and_nobody_else_does()
    {
        var page = await world.Bea.Get(Promises.List);
        await using var watcher = await Watcher.Open(world.Bea, page);
        var what = Promises.Own("Bring the ladder");
        await world.Ask(world.Ruth, world.Bea, what);
        await watcher.Until(Version(await world.Bea.Get(Promises.List), Watcher.NameOn(page)));
        Assert.Contains(what, watcher.Page.QuerySelector("#my-commitments")!.TextContent, StringComparison.Ordinal);
        // They read the commitment itself, and not somebody's list.
        foreach (var other in new[] { world.Ruth, world.Ines, world.Hanna, world.Samir }) await Hears_nothing(other, page, Watcher.NameOn(page));
    }

    [Fact]
    public async Task What_is_for_a_circle_alone_only_the_circle_hears()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var page = await world.Ruth.Get(CircleWorld.Path(circle));
        var own = Ledgers(page).Single(n => n.StartsWith(LedgerLive.Own, StringComparison.Ordinal));
        var all = Ledgers(page).Single(n => n.StartsWith(LedgerLive.Open, StringComparison.Ordinal));
        await using var inside = await Watcher.Ask(world.Ruth, page, $"{own}@{Version(page, own)}");
        await using var member = await Watcher.Ask(world.Bea, page, $"{all}@0");
        await world.Promise(world.Wen, "Among us alone", new Promise("", null, circle.ScopeId));
        await inside.Until(Version(await world.Ruth.Get(CircleWorld.Path(circle)), own));
        Assert.Contains("Among us alone", inside.Page.QuerySelector("#ledger")!.TextContent, StringComparison.Ordinal);
        foreach (var other in new[] { world.Bea, world.Ines, world.Hanna, world.Samir }) await Hears_nothing(other, page, own);
        foreach (var other in new[] { world.Hanna, world.Samir }) await Hears_nothing(other, page, all);
        await world.Promise(world.Wen, "For all who see it", new Promise("", null, world.Millbrook.ScopeId) { Origin = circle.Id.As<Thing>() });
        await member.Until(Version(await world.Ruth.Get(CircleWorld.Path(circle)), all));
        Assert.Contains("For all who see it", Assert.Single(member.Changes).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Among us alone", member.Changes[0].Html, StringComparison.Ordinal);
        Assert.DoesNotContain("own-ledger", (await world.Bea.Get(CircleWorld.Path(circle))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_to_nothing_leaves_no_list_behind_its_page()
    {
        var id = await world.Promise(world.Ruth, "Taken down meanwhile", new Promise("", null, world.Millbrook.ScopeId));
        await world.Writes.Do(unit => unit.TakeDownCommitment(world.Ruth.Person.ActorId, id));
        await using var watcher = await Watcher.Open(world.Ruth, await world.Ruth.Get(Promises.List));
        await world.Writes.Do(unit => unit.Keep(world.Ruth.Person.ActorId, id));
        var fresh = await world.Ruth.Get(Promises.List);
        await watcher.Until(Version(fresh, Watcher.NameOn(fresh)));
        Assert.Equal(Version(fresh, Watcher.NameOn(fresh)), watcher.Version);
    }

    private async Task Hears_nothing(Visitor other, Screen page, string name)
    {
        await using var outsider = await Watcher.Ask(other, page, $"{name}@0");
        await world.Services.GetRequiredService<LiveHub>().Beat();
        await outsider.Next();
        await outsider.Next();
        Assert.Empty(outsider.Changes);
    }

    private async Task Change(Random chance, Circle circle, List<Id<Commitment>> made)
    {
        world.Time.Advance(TimeSpan.FromSeconds(1));
        var people = new[] { world.Ruth, world.Wen };
        var (who, id) = (people[chance.Next(2)], made.Count > 0 ? made[chance.Next(made.Count)] : default);
        switch (made.Count == 0 ? 0 : chance.Next(9))
        {
            case 0 or 1 or 2:
                var promise = new Promise("", null, chance.Next(2) == 0 ? circle.ScopeId : world.Millbrook.ScopeId) { Doer = people[chance.Next(2)].Person.ActorId, Origin = circle.Id.As<Thing>(), To = chance.Next(2) == 0 ? new ToWhom(Circle: circle.Id) : ToWhom.Nobody };
                made.Add(await world.Promise(who, $"Promised {chance.Next()} <b>", promise));
                break;
            case 3: await world.Writes.Do(unit => unit.Accept(who.Person.ActorId, id)); break;
            case 4: await world.Writes.Do(unit => unit.Keep(who.Person.ActorId, id)); break;
            case 5: await world.Writes.Do(unit => unit.Release(who.Person.ActorId, id)); break;
            case 6: await world.Writes.Do(unit => unit.CheckIn(who.Person.ActorId, id, CheckInKind.Barrier, $"In the way {chance.Next()}")); break;
            case 7: await world.Writes.Do(unit => unit.TakeDownCommitment(who.Person.ActorId, id)); break;
            case 8: await world.Writes.Do(unit => unit.PutBackCommitment(who.Person.ActorId, id)); break;
        }
    }

    private static List<string> Ledgers(Screen page) =>
        [.. page.Page.QuerySelectorAll("[data-live]").Select(e => e.GetAttribute("data-live")!).Where(n => n.Contains("ledger", StringComparison.Ordinal)).Order()];

    private static long Version(Screen page, string name) => long.Parse(page.Page.QuerySelector($"[data-live='{name}']")!.GetAttribute("data-version")!, System.Globalization.CultureInfo.InvariantCulture);

    private static string Words(AngleSharp.Dom.IElement list) => string.Join('\n', list.InnerHtml.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
