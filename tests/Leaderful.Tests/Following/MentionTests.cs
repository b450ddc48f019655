using System.Net;
using System.Text.Json;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Conversations;
using Xunit;

namespace Leaderful.Tests.Following;

public class MentionTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private const string Wen = "Wen Li";
    private const string Bea = "Bea Lindqvist";

    [Fact]
    public async Task A_name_after_an_at_sign_leads_to_whoever_has_it_and_tells_them()
    {
        var id = await world.Begin(world.Ruth, CircleWorld.Own("Keys"));
        await Say(world.Ruth, id, $"Could you ask, @{Wen}? Not `@{Bea}`, and not mail@{Bea}.");
        var page = await world.Ruth.Get(Talk.Path(id));
        var link = Assert.Single(page.Page.QuerySelectorAll("#p2 .read a"));
        Assert.Equal(($"/c/millbrook/people/{world.Wen.Person.Id}", $"@{Wen}"), (link.GetAttribute("href"), link.TextContent));
        Assert.Contains(Wen, await Today(world.Wen, id), StringComparison.Ordinal);
        Assert.Empty(await Today(world.Bea, id));
        Assert.Empty(await Today(world.Ruth, id));
        await world.HasRead(world.Wen, id);
        Assert.Empty(await Today(world.Wen, id));
    }

    [Fact]
    public async Task Of_two_who_share_a_name_the_address_of_the_page_tells()
    {
        var (one, other) = (await world.Newcomer("Maria Silva"), await world.Newcomer("Maria Silva"));
        var id = await world.Begin(world.Ruth, CircleWorld.Own("Two"));
        await Say(world.Ruth, id, "And @Maria Silva?");
        Assert.Empty((await world.Ruth.Get(Talk.Path(id))).Page.QuerySelectorAll("#p2 .read a"));
        var choice = (await Names(world.Ruth, "mari", id)).Select(c => c.GetProperty("writes").GetString()!).Single(w => w.Contains(other.Person.Id.ToString(), StringComparison.Ordinal));
        await Say(world.Ruth, id, $"And {choice}?");
        Assert.NotEmpty(await Today(other, id));
        Assert.Empty(await Today(one, id));
    }

    [Fact]
    public async Task Of_two_one_of_whom_is_me_the_address_tells_as_well()
    {
        var (me, other) = (await world.Newcomer("Joana Prado"), await world.Newcomer("Joana Prado"));
        var choice = Assert.Single(await Names(me, "joan")).GetProperty("writes").GetString();
        Assert.Contains(other.Person.Id.ToString(), choice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circle_is_called_by_its_name_and_each_of_them_is_told()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var id = await world.Begin(world.Ines, CircleWorld.Own("Night"));
        await Say(world.Ines, id, $"What does @{circle.Name} think?");
        Assert.NotEmpty(await Today(world.Ruth, id));
        Assert.NotEmpty(await Today(world.Wen, id));
        Assert.Empty(await Today(world.Bea, id));
    }

    [Fact]
    public async Task What_speaks_to_somebody_thrice_is_told_once()
    {
        var (one, other) = (await world.Circle(Joining.Open, world.Ruth, world.Wen), await world.Circle(Joining.Open, world.Ruth, world.Wen));
        var id = await world.Begin(world.Ines, CircleWorld.Own("Thrice"));
        await Say(world.Ines, id, $"@{one.Name}, @{other.Name}, and you, @{Wen}?");
        foreach (var who in new[] { world.Wen, world.Ruth })
            Assert.Single((await who.Get("/c/millbrook")).Page.QuerySelectorAll($"a[href$='{id}/posts/2']"));
        Assert.Empty((await world.Bea.Get("/c/millbrook")).Page.QuerySelectorAll($"a[href$='{id}/posts/2']"));
    }

    [Fact]
    public async Task Nobody_is_called_where_they_may_not_read()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var id = await world.Say(world.Ruth, circle, CircleWorld.Own("Between us"));
        await Say(world.Ruth, id, $"@{Bea} and @{Wen}, and ({Bea})[/c/millbrook/people/{world.Bea.Person.Id}]");
        Assert.Equal([$"@{Wen}"], (await world.Ruth.Get(Talk.Path(id))).Page.QuerySelectorAll("#p2 .read a").Select(a => a.TextContent));
        Assert.Equal([Wen], (await Names(world.Ruth, "", id)).Where(c => !c.GetProperty("isCircle").GetBoolean()).Select(c => c.GetProperty("name").GetString()));
        Assert.Empty(await Today(world.Bea, id));
        foreach (var other in world.Others)
        {
            var answer = await other.Get($"/c/millbrook/names?q=&in={id}");
            Assert.NotEqual(HttpStatusCode.OK, answer.Status);
            Assert.DoesNotContain(Wen, answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Names_are_found_by_the_beginning_of_any_word_without_its_marks()
    {
        await world.Newcomer("Åsa Öström");
        Assert.Contains("Åsa Öström", (await Names(world.Ruth, "ostr")).Select(c => c.GetProperty("name").GetString()));
        Assert.DoesNotContain("Åsa Öström", (await Names(world.Ruth, "strom")).Select(c => c.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Other_words_call_others()
    {
        var id = await world.Begin(world.Ruth, CircleWorld.Own("Anew"));
        await Say(world.Ruth, id, $"@{Wen}, could you?");
        await world.Ruth.Submit(await world.Ruth.Get($"{Talk.Path(id)}/posts/2/revisions/new"), "/revisions", ("text", $"@{Bea}, could you?"));
        Assert.Empty(await Today(world.Wen, id));
        Assert.NotEmpty(await Today(world.Bea, id));
        var post = await world.Post(id, 2);
        await world.Writes.Do(unit => unit.TakeDown(world.Ruth.Person.ActorId, post.Id));
        Assert.Empty(await Today(world.Bea, id));
    }

    private async Task<string> Today(Visitor who, Id<Conversation> id) =>
        string.Concat((await who.Get("/c/millbrook")).Page.QuerySelectorAll("ul.items li.marked").Where(l => l.QuerySelector($"a[href*='{id}']") is not null).Select(l => l.TextContent));

    private static async Task Say(Visitor who, Id<Conversation> id, string text) =>
        await who.Submit(await who.Get(Talk.Path(id)), "/posts", ("text", text));

    private static async Task<List<JsonElement>> Names(Visitor who, string letters, Id<Conversation>? id = null)
    {
        var answer = await who.Client.GetStringAsync(new Uri($"/c/millbrook/names?q={letters}{(id is null ? "" : $"&in={id}")}", UriKind.Relative));
        return [.. JsonDocument.Parse(answer).RootElement.EnumerateArray()];
    }
}
