using System.Net;
using Leaderful.Shared.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Access;

/// <summary>
/// Every route × every role × the other community. A new route fails here until it is written down in doors.txt, with whom it
/// is for; one that lets in somebody it is not for fails too.
/// </summary>
public class AccessTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    [Fact]
    public void Every_route_is_written_down_with_whom_it_is_for()
    {
        var declared = DoorList.Read();
        var actual = Routes().Select(r => $"{r.Method} {r.Pattern} {r.Door?.For.ToString() ?? "without a door"}").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(string.Join('\n', declared), string.Join('\n', actual));
    }

    [Fact]
    public void Every_door_says_why() =>
        Assert.All(Routes(), r => Assert.False(string.IsNullOrWhiteSpace(r.Door?.Because), r.Pattern));

    [Fact]
    public async Task Nobody_gets_through_a_door_that_is_not_theirs()
    {
        var wrong = new List<string>();
        foreach (var route in Routes())
            foreach (var (name, visitor, mayBe) in world.KeptOut(route.Door!.For))
            {
                var answer = await visitor().Send(route.Method, world.Fill(route.Pattern));
                if (!mayBe(answer)) wrong.Add($"{name} got {(int)answer.StatusCode} from {route.Method} {route.Pattern}");
            }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Who_a_page_is_for_finds_it()
    {
        var wrong = new List<string>();
        foreach (var route in Routes().Where(r => r.Method == "GET" && !world.IsHeldBack(r.Pattern)))
        {
            var answer = await world.LetIn(route.Door!.For).Send("GET", world.Fill(route.Pattern));
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.SeeOther))
                wrong.Add($"{route.Door.For} got {(int)answer.StatusCode} from GET {route.Pattern}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private IEnumerable<(string Method, string Pattern, Door? Door)> Routes() =>
        from endpoint in world.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && !endpoint.RoutePattern.RawText!.Contains(":file", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (method, "/" + endpoint.RoutePattern.RawText!.Trim('/'), endpoint.Metadata.GetMetadata<Door>());
}
