using System.Net;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace;
using Microsoft.AspNetCore.Hosting;
using Xunit;

namespace Leaderful.Tests.OpenSpace.Book;

/// <summary>Where nothing makes PDF files, none is offered, and whoever asks for one is led to the page for printing.</summary>
public class NoChromiumTests(NoChromiumTests.Bare world) : IClassFixture<NoChromiumTests.Bare>
{
    [Fact]
    public async Task Without_a_chromium_the_print_page_is_offered_instead()
    {
        var space = (await world.Writes.Do(unit => unit.CallGathering(world.Ruth.Person.ActorId, world.Millbrook.Id, new GatheringHost(world.Millbrook.ScopeId), new GatheringWish(GatheringKind.OpenSpace, "Bare", null)))).As<Space>();
        var path = $"/c/millbrook/gatherings/{space}/book";
        Assert.Null((await world.Ines.Get(path)).Page.QuerySelector("a[href$='/pdf']"));
        var answer = await world.Ines.Get($"{path}/pdf");
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal($"{path}/print", answer.Page.QuerySelector("main a, a.act")!.GetAttribute("href"));
        Assert.Contains("your browser can keep it as a PDF", answer.Text, StringComparison.Ordinal);
        Assert.Contains("/sign-in", (await world.Anyone().Get($"{path}/pdf")).Location, StringComparison.Ordinal);
    }

    public sealed class Bare : World
    {
        protected override void Configure(IWebHostBuilder host) => host.UseSetting("Leaderful:Chromium", "none");
    }
}
