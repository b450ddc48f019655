using System.Globalization;
using System.Net;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Wall;
using Leaderful.Tests.Circles;
using Xunit;

namespace Leaderful.Tests.OpenSpace;

/// <summary>An Open Space of two days: a wall for each, news in the evening and the morning, topics that are carried over.</summary>
public class DaysTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private DateOnly Day { get; } = DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime).AddDays(2);

    private string Next => Day.AddDays(1).ToString("dddd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_topic_is_carried_over_to_the_next_day_by_one_act_and_back()
    {
        var (id, board) = await TwoDays();
        var slip = await world.Post(world.Bea, id, "Not done yet", (0, 0));
        var page = await world.Bea.Get(Spaces.Topic(id, slip));
        var act = page.Page.QuerySelectorAll("form button").Single(b => b.TextContent.StartsWith("Carry it over", StringComparison.Ordinal));
        Assert.Contains($"{Next}, 09:30, Library", act.TextContent, StringComparison.Ordinal);
        var wall = await world.Bea.Follow(await world.Bea.Post($"{Spaces.Topic(id, slip)}/place", ("where", act.Closest("form")!.QuerySelector("[name=where]")!.GetAttribute("value")!), ("seen", "0")));
        Assert.Equal(Day.AddDays(1), (await world.Board(id)).Slot(await world.Slip(id, slip))!.Day);
        Assert.NotNull(wall.Page.QuerySelector($"#topic-{slip.Id}"));
        await world.Bea.Submit(wall, $"/place/return?where={Spaces.Spot(board, 0, 0)}");
        Assert.Equal(board.Slots[0].Id, (await world.Slip(id, slip)).SlotId);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Post($"{Spaces.Topic(id, slip)}/place", ("where", Spaces.Spot(board, 3, 0)), ("seen", "2"))).Status);
        // On its last day there is nothing to carry it to.
        var last = await world.Post(world.Bea, id, "Tomorrow already", (4, 1));
        Assert.DoesNotContain("Carry it over", (await world.Bea.Get(Spaces.Topic(id, last))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_hand_a_slip_can_go_to_the_next_day_where_there_is_one()
    {
        var (id, board) = await TwoDays();
        string? Next(Screen wall) => wall.Page.QuerySelector("[data-hand-next]")?.GetAttribute("data-hand-next");
        Assert.Equal(Spaces.Spot(board, 4, 0), Next(await world.Ruth.Get($"{Spaces.Wall(id)}?day={Hour.Key(Day)}")));
        Assert.Null(Next(await world.Ruth.Get($"{Spaces.Wall(id)}?day={Hour.Key(Day.AddDays(1))}")));
        await world.Post(world.Bea, id, "First there", (4, 0));
        Assert.Equal(Spaces.Spot(board, 4, 1), Next(await world.Ruth.Get($"{Spaces.Wall(id)}?day={Hour.Key(Day)}")));
    }

    [Fact]
    public async Task The_news_stand_on_each_days_wall_and_the_hall_says_on_which_day_it_goes_on()
    {
        var (id, _) = await TwoDays();
        var first = await world.Bea.Get($"{Spaces.Wall(id)}?day={Hour.Key(Day)}");
        var second = await world.Bea.Get($"{Spaces.Wall(id)}?day={Hour.Key(Day.AddDays(1))}");
        Assert.Contains("Evening news", first.Page.QuerySelector(".wall")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Morning news", first.Page.QuerySelector(".wall")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Morning news", second.Page.QuerySelector(".wall")!.TextContent, StringComparison.Ordinal);
        var head = first.Page.QuerySelector(".wall")!;
        Assert.Equal(head.QuerySelectorAll("section.slot").Length, head.QuerySelectorAll(".slot-tabs input").Length);
        world.Time.Advance(WallClock.Utc(Day.ToDateTime(new TimeOnly(17, 5)), "Europe/Berlin") - world.Time.GetUtcNow().UtcDateTime);
        Assert.Contains("Evening news", (await world.Bea.Get($"{Spaces.Wall(id)}/hall")).Page.QuerySelector(".now")!.TextContent, StringComparison.Ordinal);
        var next = (await world.Bea.Get($"{Spaces.Wall(id)}/hall")).Page.QuerySelector(".next")!.TextContent;
        foreach (var part in (string[])[Next, "09:00", "Morning news"]) Assert.Contains(part, next, StringComparison.Ordinal);
        world.Time.Advance(TimeSpan.FromHours(16));
        Assert.Contains("Morning news", (await world.Bea.Get($"{Spaces.Wall(id)}/hall")).Page.QuerySelector(".now")!.TextContent, StringComparison.Ordinal);
        // What follows on the same day is said by its hour alone.
        await world.Post(world.Bea, id, "After the news", (4, 0));
        Assert.DoesNotContain(Next, (await world.Bea.Get($"{Spaces.Wall(id)}/hall")).Page.QuerySelector(".next")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<(Leaderful.Data.Id<Space>, Board)> TwoDays()
    {
        var (id, ruth) = (await world.Open(world.Ruth), world.Ruth.Person.ActorId);
        foreach (var slot in (await world.Board(id)).Slots) await world.Writes.Do(unit => unit.SetSlot(ruth, id, slot.Id, new SlotWish(Day, slot.At, slot.Minutes)));
        foreach (var (day, hour, minute, kind, name) in new[] { (0, 17, 0, SlotKind.News, "Evening news"), (1, 9, 0, SlotKind.News, "Morning news"), (1, 9, 30, SlotKind.Sessions, "") })
            await world.Writes.Do(unit => unit.AddSlot(ruth, id, new SlotWish(Day.AddDays(day), new TimeOnly(hour, minute), 30, kind, name)));
        return (id, await world.Board(id));
    }
}
