using System.Net;
using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Gatherings.Calendars;
using Leaderful.Live;
using Leaderful.OpenSpace.Preparing;
using Leaderful.Tests.Live;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.OpenSpace;

/// <summary>A hall shares one address: nobody in it is kept out by what the others do, and nobody takes all there is.</summary>
public class HallLimitTests(HallLimitTests.LimitedWorld world) : IClassFixture<HallLimitTests.LimitedWorld>
{
    [Fact]
    public async Task One_guest_who_asks_without_end_keeps_no_other_from_asking()
    {
        var id = await world.Open(world.Ruth);
        var (tom, liv) = (await world.Guest(world.Ruth, id, "Old Tom"), await world.Guest(world.Ruth, id, "Liv"));
        var question = $"{Spaces.Path(id)}/givens/{Id<Given>.New()}/questions";
        for (var n = 0; n < 120; n++) Assert.Equal(HttpStatusCode.NotFound, (await tom.Post(question)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await tom.Post(question)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await liv.Post(question)).Status);
    }

    [Fact]
    public async Task A_calendar_is_counted_by_its_own_address_and_one_that_is_made_up_by_its_network()
    {
        var (ruth, ines) = (await Feed(world.Ruth), await Feed(world.Ines));
        var program = world.Anyone();
        for (var n = 0; n < 60; n++) Assert.Equal(HttpStatusCode.OK, (await program.Get(ruth)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await program.Get(ruth)).Status);
        for (var n = 0; n < 60; n++) Assert.Equal(HttpStatusCode.NotFound, (await program.Get($"/calendar/guess{n}.ics")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await program.Get("/calendar/guess.ics")).Status);
        Assert.Equal(HttpStatusCode.OK, (await program.Get(ines)).Status);
    }

    [Fact]
    public async Task One_reader_has_so_many_streams_open_and_no_more()
    {
        var wall = await world.Ruth.Get(Spaces.Wall(await world.Open(world.Ruth)));
        var open = new List<Watcher>();
        try
        {
            for (var n = 0; n < LiveSeats.MostEach; n++) open.Add(await Watcher.Open(world.Ruth, wall));
            Assert.All(open, w => Assert.Equal(HttpStatusCode.OK, w.Response.StatusCode));
            await using (var more = await Watcher.Open(world.Ruth, wall))
                Assert.Equal((HttpStatusCode.TooManyRequests, "60"), (more.Response.StatusCode, more.Response.Headers.RetryAfter!.ToString()));
            await using (var other = await Watcher.Open(world.Ines, wall)) Assert.Equal(HttpStatusCode.OK, other.Response.StatusCode);
        }
        finally
        {
            foreach (var one in open) await one.DisposeAsync();
        }
        // With the streams their places are free again.
        var seats = world.Services.GetRequiredService<LiveSeats>();
        for (var n = 0; n < 100 && seats.Taken > 0; n++) await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Equal(0, seats.Taken);
        await using var again = await Watcher.Open(world.Ruth, wall);
        Assert.Equal(HttpStatusCode.OK, again.Response.StatusCode);
    }

    private async Task<string> Feed(Visitor who)
    {
        var session = await world.Read(db => db.SessionOf(who.Person.Id));
        return $"/calendar/{(await world.Writes.Do(unit => Task.FromResult(unit.MakeFeed(session!, Whose.All, null)))).Token}.ics";
    }

    public sealed class LimitedWorld : World
    {
        protected override void Configure(IWebHostBuilder host) => host.UseSetting("Leaderful:Unlimited", "false");
    }
}
