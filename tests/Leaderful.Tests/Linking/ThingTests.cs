using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Linking;
using Leaderful.Pages;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Conversations;
using Xunit;

namespace Leaderful.Tests.Linking;

/// <summary>What points at a thing by its id alone finds it, whoever may see it, and nobody else learns that it is there.</summary>
public class ThingTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task A_thing_is_found_by_those_who_may_see_it_and_is_not_there_for_others()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var page = await Page(circle.ScopeId, CircleWorld.Own("Rota"));
        var conversation = await world.Begin(world.Ruth);
        foreach (var (thing, path) in new[] { (page.As<Thing>(), $"/c/millbrook/pages/{page}"), (conversation.As<Thing>(), $"/c/millbrook/conversations/{conversation}") })
        {
            var there = (await world.Wen.Get(ThingEndpoints.PathOf(thing))).Location;
            Assert.Equal($"/c/millbrook/things/{thing}", there);
            Assert.Equal(path, (await world.Wen.Get(there)).Location);
            foreach (var other in new[] { world.Hanna, world.Tove, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await other.Get(ThingEndpoints.PathOf(thing))).Status);
            Assert.StartsWith("/sign-in", (await world.Anyone().Get(ThingEndpoints.PathOf(thing))).Location, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get($"/c/millbrook/things/{page}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get($"/things/{Id<Thing>.New()}")).Status);
    }

    [Fact]
    public async Task It_says_how_it_is_called_and_how_it_stands()
    {
        var title = CircleWorld.Own("Rota");
        var page = await Page(world.Millbrook.ScopeId, title);
        var shown = await Shown(page.As<Thing>());
        Assert.Equal((title, "Page", $"/c/millbrook/pages/{page}"), (Text(shown, "name"), Text(shown, "kind"), Text(shown, "path")));

        var talk = await world.Begin(world.Ruth, CircleWorld.Own("Kettles"));
        await world.Reply(world.Wen, talk, "Two of three.");
        shown = await Shown(talk.As<Thing>());
        Assert.Equal(("Conversation", "Two posts", $"{Talk.Path(talk)}"), (Text(shown, "kind"), Text(shown, "size"), Text(shown, "path")));
        Assert.Equal(world.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), Text(shown, "at"));
    }

    private static string? Text(JsonElement shown, string name) => shown.GetProperty(name).GetString();

    private async Task<JsonElement> Shown(Id<Thing> id)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, $"/c/millbrook/things/{id}");
        ask.Headers.Add("Accept", "application/json");
        return await (await world.Wen.Client.SendAsync(ask)).Content.ReadFromJsonAsync<JsonElement>();
    }

    [Fact]
    public async Task On_a_page_is_offered_what_all_its_readers_may_know_of()
    {
        var word = $"w{Guid.NewGuid():N}"[..12];
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var (own, open) = (await Page(circle.ScopeId, $"{word} within"), await Page(world.Millbrook.ScopeId, $"{word} for all"));
        var asks = await Page(world.Millbrook.ScopeId, CircleWorld.Own("Asks"));
        Assert.Equal([$"{word} for all"], await Named(world.Ruth, $"?on={asks}&q={word[..8]}"));
        Assert.Equal([], await Named(world.Ruth, $"?on={open}&q={word[..8]}"));
        Assert.Equal([$"{word} for all"], await Named(world.Ruth, $"?on={own}&q={word[..8]}"));
        var within = await Page(circle.ScopeId, CircleWorld.Own("Asks within"));
        Assert.Equal([$"{word} for all", $"{word} within"], (await Named(world.Ruth, $"?on={within}&q={word[..8]}")).Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get($"/c/millbrook/things?on={own}&q={word}")).Status);
        Assert.DoesNotContain(await Named(world.Bea, $"?q={word[..8]}"), name => name.Contains("within", StringComparison.Ordinal));
    }

    private static async Task<List<string>> Named(Visitor who, string query)
    {
        var answer = await who.Client.GetFromJsonAsync<JsonElement>($"/c/millbrook/things{query}");
        return [.. answer.EnumerateArray().Select(one => one.GetProperty("name").GetString()!)];
    }

    private Task<Id<Page>> Page(Id<Scope> on, string title) => world.Writes.Do(unit => unit.BeginPage(world.Ruth.Person.ActorId, world.Millbrook.Id, on, title));
}
