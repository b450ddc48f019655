using System.Net;
using Leaderful.Tests.Commitments;
using Microsoft.AspNetCore.Hosting;
using Xunit;

namespace Leaderful.Tests.Assets;

/// <summary>With the limits that hold where people live.</summary>
public sealed class LimitedWorld : World
{
    protected override void Configure(IWebHostBuilder host) => host.UseSetting("Leaderful:Unlimited", "false");
}

/// <summary>Nobody's mail is filled by one person.</summary>
public class OftenTests(LimitedWorld world) : IClassFixture<LimitedWorld>
{
    [Fact]
    public async Task Three_a_day_and_one_for_whoever_has_just_come()
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await Call(world.Ruth)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Call(world.Ruth)).Status);
        world.Time.Advance(TimeSpan.FromDays(4));
        for (var n = 0; n < 3; n++) Assert.Equal(HttpStatusCode.SeeOther, (await Call(world.Ruth)).Status);
        var page = await Call(world.Ruth);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("3 times", page.Page.QuerySelector("#what-w")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Call(world.Ines)).Status);
        world.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.SeeOther, (await Call(world.Ruth)).Status);
    }

    private Task<Screen> Call(Visitor who) => who.Post(Offering.Calls, ("what", "Chairs"), ("until", world.Today().AddDays(7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
}
