using System.Diagnostics;
using System.Text.Json.Nodes;
using Leaderful.Data;
using Leaderful.Pages;
using Leaderful.Tests;
using Xunit;

namespace Leaderful.Browser.Tests;

/// <summary>Whoever writes pages with another program than a browser: the client that comes with y-websocket, as it is.</summary>
public class StockClientTests(LiveWorld world)
{
    [Fact]
    public async Task Two_of_them_write_one_page_and_whoever_may_not_read_it_is_let_go()
    {
        var id = await world.Writes.Do(unit => unit.BeginPage(world.Ruth.Person.ActorId, world.Millbrook.Id, world.Millbrook.ScopeId, "Written from elsewhere"));
        var stranger = await world.Register("Stranger", "stranger@elsewhere.example");
        var found = await Write(id, world.Ruth, world.Ines, stranger);
        foreach (var one in found.Take(2))
        {
            Assert.Equal(["from client 0", "from client 1"], one!["text"]!.AsArray().Select(line => line!.GetValue<string>()));
            Assert.Equal((2, true), (one["here"]!.GetValue<int>(), one["synced"]!.GetValue<bool>()));
        }
        Assert.Equal((4404, false), (found[2]!["ended"]!.GetValue<int>(), found[2]!["synced"]!.GetValue<bool>()));
        var kept = (await world.Again(world.Ines).Get($"/c/millbrook/pages/{id}/markdown")).Text;
        foreach (var words in new[] { "from client 0", "from client 1" }) Assert.Contains(words, kept, StringComparison.Ordinal);
    }

    private async Task<JsonArray> Write(Id<Page> id, params Visitor[] people)
    {
        var node = Path.Combine(Repository.Root, "tests", "Leaderful.Yjs.Tests", "Node");
        Assert.SkipUnless(Directory.Exists(Path.Combine(node, "node_modules", "y-websocket")), "y-websocket is not there: run bin/setup tests.");
        var server = new UriBuilder(world.Address) { Scheme = "ws", Path = "/live/pages" }.ToString();
        using var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(node, "stock.mjs"), server, id.ToString(), .. people.Select(p => $"leaderful={p.Token}")]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return JsonNode.Parse(said)!.AsArray();
    }
}
