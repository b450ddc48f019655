using System.Net;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Reports;
using Leaderful.OpenSpace.Wall;
using Leaderful.Tests.Circles;
using Xunit;

namespace Leaderful.Tests.OpenSpace;

/// <summary>One says that one was at a session once it has begun, wherever one says so, and never of what was called off.</summary>
public class AttendingTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task It_is_said_from_the_beginning_of_the_session_on_both_pages_and_not_before()
    {
        var (id, slip) = await Today();
        await world.Bea.Post($"{Spaces.Topic(id, slip)}/report");
        foreach (var page in Pages(id, slip)) Assert.Empty((await world.Wen.Get(page)).Page.QuerySelectorAll("form[action*='/presence']"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Post($"{Spaces.Topic(id, slip)}/presence")).Status);
        Assert.Empty(await world.Read(db => db.WereAt(slip.Id)));
        world.Time.Advance(TimeSpan.FromMinutes(31));
        foreach (var page in Pages(id, slip)) Assert.Single((await world.Wen.Get(page)).Page.QuerySelectorAll("form[action$='/presence']"));
        await world.Wen.Submit(await world.Wen.Get($"{Spaces.Topic(id, slip)}/report"), "/presence");
        Assert.Equal(["Wen Li"], (await world.Read(db => db.WereAt(slip.Id))).Select(w => w.Name));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Post($"{Spaces.Topic(id, slip)}/presence")).Status);
    }

    [Fact]
    public async Task Of_what_was_called_off_nobody_says_it_and_whoever_had_takes_it_back()
    {
        var (id, slip) = await Today();
        await world.Bea.Post($"{Spaces.Topic(id, slip)}/report");
        world.Time.Advance(TimeSpan.FromMinutes(31));
        await world.Wen.Post($"{Spaces.Topic(id, slip)}/presence");
        await world.Writes.Do(unit => unit.CallOff(world.Ruth.Person.ActorId, id.As<Gathering>(), "Storm"));
        foreach (var page in Pages(id, slip)) Assert.Empty((await world.Bea.Get(page)).Page.QuerySelectorAll("form[action*='/presence']"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Post($"{Spaces.Topic(id, slip)}/presence")).Status);
        await world.Wen.Submit(await world.Wen.Get(Spaces.Topic(id, slip)), "/presence/ending");
        Assert.Empty(await world.Read(db => db.WereAt(slip.Id)));
    }

    private static string[] Pages(Id<Space> id, Slip slip) => [Spaces.Topic(id, slip), $"{Spaces.Topic(id, slip)}/report"];

    /// <summary>A session that begins in half an hour.</summary>
    private async Task<(Id<Space> Id, Slip Slip)> Today()
    {
        var id = await world.Open(world.Ruth);
        var begins = WallClock.Local(world.Time.GetUtcNow().UtcDateTime, "Europe/Berlin").AddMinutes(30);
        await world.Writes.Do(unit => unit.AddSlot(world.Ruth.Person.ActorId, id, new SlotWish(DateOnly.FromDateTime(begins), TimeOnly.FromDateTime(begins), 50)));
        return (id, await world.Post(world.Bea, id, "Soon", (0, 0)));
    }
}
