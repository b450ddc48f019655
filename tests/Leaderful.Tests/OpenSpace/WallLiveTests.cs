using Leaderful.Data;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Reports;
using Leaderful.OpenSpace.Wall;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Live;
using Xunit;

namespace Leaderful.Tests.OpenSpace;

/// <summary>A wall that is watched is the wall that is there.</summary>
public class WallLiveTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task A_stale_wall_with_its_events_is_a_fresh_wall()
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var chance = new Random(seed);
            var id = await world.Open(world.Ruth);
            for (var n = chance.Next(6); n > 0; n--) await Change(chance, id);
            var stale = await world.Bea.Get(Spaces.Wall(id));
            for (var n = chance.Next(6); n > 0; n--) await Change(chance, id);
            await using var watcher = await Watcher.Open(world.Bea, stale);
            for (var n = 2 + chance.Next(16); n > 0; n--) await Change(chance, id);
            await watcher.Until((await world.Board(id)).Space.Version);
            var fresh = await world.Bea.Get(Spaces.Wall(id));
            Assert.Equal(Board(fresh.Page), Board(watcher.Page));
        }
    }

    [Fact]
    public async Task That_a_guest_turns_out_to_be_somebody_who_is_posted_elsewhere_is_seen_at_once()
    {
        var id = await world.Open(world.Ruth);
        var (joss, browser) = (await world.Newcomer(), await world.Guest(world.Ruth, id, "J."));
        var board = await world.Board(id);
        await browser.Post($"{Spaces.Wall(id)}/topics", ("title", "As a guest"), ("where", Spaces.Spot(board, 0, 0)));
        await world.Post(joss, id, "As myself", (0, 1));
        var stale = await world.Bea.Get(Spaces.Wall(id));
        Assert.Empty(stale.Page.QuerySelectorAll(".clash"));
        await using var watcher = await Watcher.Open(world.Bea, stale);
        browser.Client.DefaultRequestHeaders.Add("Cookie", $"leaderful={joss.Token}");
        await browser.Post($"{Spaces.Path(id)}/guest/claim");
        await watcher.Until((await world.Board(id)).Space.Version);
        Assert.Equal(2, watcher.Page.QuerySelectorAll("[data-board] .clash").Length);
        Assert.Equal(Board((await world.Bea.Get(Spaces.Wall(id))).Page), Board(watcher.Page));
    }

    private static string Board(AngleSharp.Dom.IDocument page) =>
        string.Join('\n', page.QuerySelectorAll("[data-board] [id]").Select(e => $"{e.Id} in {e.ParentElement!.Id}: {(e.ClassList.Contains("slip") || e.Id == "tray-head" ? string.Join(' ', e.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : "")}"));

    private async Task Change(Random chance, Id<Space> id)
    {
        var who = new[] { world.Bea, world.Wen, world.Ruth }[chance.Next(3)].Person.ActorId;
        var board = await world.Board(id);
        var slot = board.Slots.Count > 0 && chance.Next(4) > 0 ? board.Slots[chance.Next(board.Slots.Count)].Id : (Id<Slot>?)null;
        var place = board.Places.Count > 0 ? board.Places[chance.Next(board.Places.Count)].Id : (Id<Place>?)null;
        var topic = board.Slips.Count > 0 ? board.Slips[chance.Next(board.Slips.Count)] : null;
        switch (topic is null ? 0 : chance.Next(14))
        {
            case 0 or 1 or 2: await world.Writes.Do(unit => unit.PostTopic(who, id, new TopicWish($"Topic {chance.Next()} <b>", who) { Slot = slot, Place = place })); break;
            case 3 or 4 or 5: await world.Writes.Do(unit => unit.MoveTopic(who, topic!.Id, null, slot, place)); break;
            case 6: await world.Writes.Do(unit => unit.SetTopic(who, topic!.Id, new TopicWish($"Anew {chance.Next()}", who))); break;
            case 7: await world.Writes.Do(unit => topic!.RetiredAt is null ? unit.RetireTopic(who, topic.Id) : unit.BringTopicBack(who, topic.Id)); break;
            case 8: await world.Writes.Do(unit => topic!.DeletedAt is null ? unit.TakeTopicDown(who, topic.Id) : unit.PutTopicBack(who, topic.Id)); break;
            case 9: await world.Writes.Do(unit => topic!.MergedIntoId is null ? unit.MergeTopic(who, topic.Id, board.Slips[0].Id) : unit.UnmergeTopic(who, topic.Id)); break;
            case 10: await world.Writes.Do(unit => topic!.RunsOn ? unit.EndInTime(who, topic.Id) : unit.RunOn(who, topic.Id)); break;
            case 11: await world.Writes.Do(unit => unit.BeginReport(who, topic!.Id, null)); break;
            case 12 when board.Slots.Count > 1: await world.Writes.Do(unit => unit.RemoveSlot(who, id, board.Slots[0].Id)); break;
            case 12: await world.Writes.Do(unit => unit.AddSlot(who, id, new SlotWish(Spaces.Day, new TimeOnly(14, chance.Next(60)), 30))); break;
            case 13: await world.Writes.Do(unit => unit.AddPlace(who, id, $"Place {chance.Next(100)}")); break;
        }
    }
}
