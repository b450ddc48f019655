using Leaderful.Care;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Live;
using Leaderful.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Live;

public class ConversationLiveTests(World world) : IClassFixture<World>
{
    private LiveHub Hub => world.Services.GetRequiredService<LiveHub>();

    [Fact]
    public async Task A_stale_page_with_its_events_is_a_fresh_page()
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var chance = new Random(seed);
            var id = await world.Begin(world.Ines);
            for (var n = chance.Next(4); n > 0; n--) await world.Reply(world.Ruth, id, $"Before {n}");
            var stale = await world.Ruth.Get(Talk.Path(id));
            for (var n = chance.Next(5); n > 0; n--) await Change(chance, id);
            await using var watcher = await Watcher.Open(world.Ruth, stale);
            for (var n = 2 + chance.Next(14); n > 0; n--) await Change(chance, id);
            await watcher.Until((await world.Find(id)).Version);
            var fresh = await world.Ruth.Get(Talk.Path(id));
            Assert.Equal(Watcher.Shared(fresh.Page), Watcher.Shared(watcher.Page));
        }
    }

    private async Task Change(Random chance, Id<Conversation> id)
    {
        var who = chance.Next(2) == 0 ? world.Ines : world.Ruth;
        var actor = who.Person.ActorId;
        var last = (await world.Find(id)).PostCount;
        var post = (await world.Post(id, 1 + chance.Next(last))).Id;
        var said = Said.Of($"Words *{chance.Next()}* & <b>more</b>");
        switch (chance.Next(12))
        {
            case 0 or 1: await world.Reply(who, id, $"Reply {chance.Next()}"); break;
            case 2: await world.Writes.Do(unit => unit.Rewrite(actor, post, said)); break;
            case 3: await world.Writes.Do(unit => unit.TakeDown(actor, post)); break;
            case 4: await world.Writes.Do(unit => unit.PutBack(actor, post)); break;
            case 6: await world.Writes.Do(unit => unit.Report(actor, post, Meant.Else, "Look at it")); break;
            case 7: await Decide(chance, actor, post); break;
            case 8: await world.Writes.Do(unit => unit.Pin(actor, id)); break;
            case 9: await world.Writes.Do(unit => chance.Next(2) == 0 ? unit.Feature(actor, id) : unit.Unfeature(actor, id)); break;
            case 10: await world.Writes.Do(unit => unit.Close(actor, id)); break;
            case 11: await world.Writes.Do(unit => chance.Next(2) == 0 ? unit.Reopen(actor, id) : unit.Unpin(actor, id)); break;
            case 5: await world.Writes.Do(unit => unit.Rename(actor, id, $"Title {chance.Next()} <of> it")); break;
        }
    }

    private async Task Decide(Random chance, Id<Actor> actor, Id<Post> post)
    {
        var verdict = (Verdict)chance.Next(4);
        if (await world.Read(db => db.The<CareCase>().SingleOrDefaultAsync(c => c.PostId == post)) is { } matter)
            await world.Writes.Do(unit => unit.Decide(actor, matter.Id, new Ruling(verdict, Meant.Else, "Decided")));
    }

    [Fact]
    public async Task In_a_long_conversation_a_page_takes_only_what_belongs_to_it()
    {
        var id = await world.Begin(world.Ines);
        for (var n = 2; n <= 120; n++) await world.Reply(n % 2 == 0 ? world.Ruth : world.Ines, id, $"Reply {n}");
        await world.HasRead(world.Ruth, id);
        var middle = await world.Ruth.Get($"{Talk.Path(id)}?from=30");
        var end = await world.Ruth.Get($"{Talk.Path(id)}?from=71");
        await using var inMiddle = await Watcher.Open(world.Ruth, middle);
        await using var atEnd = await Watcher.Open(world.Ruth, end);
        foreach (var number in new[] { 3, 40, 100 })
        {
            var post = (await world.Post(id, number)).Id;
            await world.Writes.Do(unit => unit.Rewrite(world.Ines.Person.ActorId, post, Said.Of($"Anew {number}")));
        }
        await world.Reply(world.Ines, id, "The newest");
        var version = (await world.Find(id)).Version;
        await inMiddle.Until(version);
        await atEnd.Until(version);
        Assert.Equal((50, "Anew 40"), (inMiddle.Page.QuerySelectorAll(".thread > li:not(.since)").Length, inMiddle.Page.QuerySelector("#p40 .read")!.TextContent.Trim()));
        Assert.Equal((51, "The newest"), (atEnd.Page.QuerySelectorAll(".thread > li:not(.since)").Length, atEnd.Page.QuerySelector("#p121 .read")!.TextContent.Trim()));
        Assert.Equal("Anew 100", atEnd.Page.QuerySelector("#p100 .read")!.TextContent.Trim());
        Assert.Null(atEnd.Page.QuerySelector("#p3"));
        Assert.Equal("121 posts", inMiddle.Page.QuerySelector("#count")!.TextContent);
    }

    [Fact]
    public async Task Whoever_comes_back_with_an_old_version_catches_up()
    {
        var id = await world.Begin(world.Ines);
        var page = await world.Ruth.Get(Talk.Path(id));
        for (var n = 0; n < 70; n++) await world.Reply(world.Ines, id, $"Meanwhile {n}");
        await using var watcher = await Watcher.Open(world.Ruth, page);
        await watcher.Until(71);
        Assert.Equal(71, watcher.Page.QuerySelectorAll("#posts > li:not(.since)").Length);
        Assert.Equal(Enumerable.Range(1, 71).Select(n => $"p{n}"), watcher.Page.QuerySelectorAll("#posts > li:not(.since)").Select(l => l.Id));
    }

    [Fact]
    public async Task Who_claims_to_have_seen_what_is_yet_to_come_keeps_it_from_nobody_else()
    {
        var id = await world.Begin(world.Ines);
        var page = await world.Ruth.Get(Talk.Path(id));
        var another = Watcher.NameOn(await world.Ruth.Get(Talk.Path(await world.Begin(world.Ines))));
        await using var hostile = await Watcher.Ask(world.Ruth, page, $"{Watcher.NameOn(page)}@{long.MaxValue}", then: $"{another}@0");
        await hostile.Until(1);
        await using var honest = await Watcher.Open(world.Ines, await world.Ines.Get(Talk.Path(id)));
        await world.Reply(world.Ruth, id, "Do you hear me?");
        await honest.Until(2);
        Assert.Contains("Do you hear me?", honest.Page.QuerySelector("#p2")!.TextContent);
    }

    [Fact]
    public async Task A_forged_name_and_one_of_another_community_bring_nothing()
    {
        var id = await world.Begin(world.Ines);
        var page = await world.Ines.Get(Talk.Path(id));
        var name = Watcher.NameOn(page);
        var other = await world.Begin(world.Hanna, where: world.Harbour);
        var forged = name.Replace(id.ToString(), other.ToString(), StringComparison.Ordinal);
        await using var honest = await Watcher.Ask(world.Ruth, page, $"{name}@0");
        await using var stranger = await Watcher.Ask(world.Tove, page, $"{name}@0");
        await using var forger = await Watcher.Ask(world.Ruth, page, $"{forged}@0");
        await world.Reply(world.Ines, id, "For Millbrook");
        await world.Reply(world.Hanna, other, "For Harbour");
        await honest.Until(2);
        Assert.NotEmpty(honest.Changes);
        await Hub.Beat();
        for (var n = 0; n < 2; n++) Assert.True(await stranger.Next() && await forger.Next());
        Assert.Empty(stranger.Changes);
        Assert.Empty(forger.Changes);
        Assert.StartsWith("/sign-in", (await world.Anyone().Get($"/live?s={name}@0")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_no_member_any_more_is_sent_nothing_more()
    {
        var joss = await world.Register("Joss Penhale", $"joss{Guid.NewGuid():N}@millbrook.example");
        await world.Join(joss, world.Millbrook);
        var id = await world.Begin(world.Ines);
        await using var watcher = await Watcher.Open(joss, await joss.Get(Talk.Path(id)));
        await using var control = await Watcher.Open(world.Ruth, await world.Ruth.Get(Talk.Path(id)));
        await world.Reply(world.Ines, id, "All of us");
        await watcher.Until(2);
        await world.Writes.Do(async unit =>
        {
            var membership = await unit.Db.The<Membership>().AsTracking().SingleAsync(m => m.PersonId == joss.Person.Id);
            membership.Leave(unit.Now);
            unit.Tell(Streams.Of(joss.Person.Id));
        });
        await Quiet(watcher);
        await world.Reply(world.Ines, id, "Without Joss");
        await control.Until(3);
        await Hub.Beat();
        await watcher.Next();
        Assert.DoesNotContain(watcher.Changes, c => c.Html.Contains("Without Joss", StringComparison.Ordinal));
        Assert.Contains(control.Changes, c => c.Html.Contains("Without Joss", StringComparison.Ordinal));
    }

    /// <summary>Two beats answered: what was told before them has been looked at.</summary>
    private async Task Quiet(Watcher watcher)
    {
        for (var n = 0; n < 2; n++)
        {
            await Hub.Beat();
            await watcher.Next();
        }
    }

    [Fact]
    public async Task Signed_out_is_said_and_ends_the_stream()
    {
        var visitor = await world.Register("Dot Marsh", $"dot{Guid.NewGuid():N}@millbrook.example");
        await world.Join(visitor, world.Millbrook);
        var id = await world.Begin(world.Ines);
        await using var watcher = await Watcher.Open(visitor, await visitor.Get(Talk.Path(id)));
        await world.Writes.Do(async unit =>
        {
            var device = await unit.Db.The<Leaderful.Accounts.Device>().AsTracking().SingleAsync(d => d.PersonId == visitor.Person.Id);
            device.End(unit.Now);
            unit.Tell(Streams.Of(visitor.Person.Id));
        });
        while (watcher.Ended is null && await watcher.Next())
        {
        }
        Assert.Equal("signed-out", watcher.Ended);
    }

    [Fact]
    public async Task Each_language_is_rendered_in_its_own_words()
    {
        var id = await world.Begin(world.Ines);
        var page = await world.Ruth.Get(Talk.Path(id));
        await using var english = await Watcher.Open(world.Ruth, page);
        await using var pseudo = await Watcher.Ask(world.Ines, page, $"{Watcher.NameOn(page)}@1", "qps-ploc");
        await world.Reply(world.Ines, id, "Said once");
        await english.Until(2);
        await pseudo.Until(2);
        Assert.Contains(">Two posts<", english.Changes[^1].Html);
        Assert.DoesNotContain(">Two posts<", pseudo.Changes[^1].Html);
        Assert.Contains("&#x27E6;", pseudo.Changes[^1].Html);
    }

    [Fact]
    public async Task What_nobody_watches_is_not_kept()
    {
        var id = await world.Begin(world.Ines);
        var before = Hub.Streams;
        var watcher = await Watcher.Open(world.Ruth, await world.Ruth.Get(Talk.Path(id)));
        await world.Reply(world.Ines, id, "Seen");
        await watcher.Until(2);
        Assert.True(Hub.Streams > 0);
        await watcher.DisposeAsync();
        for (var n = 0; Hub.Streams > before && n < 3000; n++) await Task.Yield();
        await WaitFor(() => Hub.Streams <= before);
    }

    private static async Task WaitFor(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition()) await Task.Delay(5, limit.Token);
    }
}
