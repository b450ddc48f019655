using System.Net;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Pages;
using Leaderful.Pages.Beside;
using Leaderful.Pages.Together;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Pages;

/// <summary>Who reads a page is changed afterwards: narrower where nobody loses their own words, wider only by its author, with a line.</summary>
public class PageRungTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private const string List = "/c/millbrook/pages";

    [Fact]
    public async Task Wider_only_by_its_author_who_says_what_for()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen, world.Ines);
        var id = await Page(world.Ruth, circle.ScopeId);
        // Ines tends the community and belongs to the circle, and still did not begin it.
        Assert.Null((await world.Ines.Get($"{Path(id)}/rung")).Page.QuerySelector($"input[name=scope][value='{world.Millbrook.ScopeId}']"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ines.Post($"{Path(id)}/rung", ("scope", world.Millbrook.ScopeId.ToString()), ("reason", "Because"))).Status);
        var form = await world.Ruth.Get($"{Path(id)}/rung");
        var refused = await world.Ruth.Submit(form, "/rung", ("scope", world.Millbrook.ScopeId.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Say in a line what for.", refused.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get(Path(id))).Status);
        await world.Ruth.Submit(form, "/rung", ("scope", world.Millbrook.ScopeId.ToString()), ("reason", "So that the wards can use it"));
        Assert.Contains("So that the wards can use it", (await world.Bea.Get(Path(id))).Main, StringComparison.Ordinal);
        Assert.Contains(await Title(id), (await world.Bea.Get($"/c/millbrook/search?q={await Title(id)}")).Page.QuerySelectorAll(".found").Select(f => f.TextContent).Aggregate("", string.Concat), StringComparison.Ordinal);
        foreach (var stranger in new[] { world.Hanna, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(Path(id))).Status);
    }

    [Fact]
    public async Task Narrower_lets_go_at_once_of_whoever_is_no_longer_among_its_readers()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var id = await Page(world.Ruth, world.Millbrook.ScopeId);
        await using var bea = await Hand.On(world, world.Bea, id);
        await using var wen = await Hand.On(world, world.Wen, id);
        await wen.Write("A word of the circle");
        await wen.Kept();
        await world.Services.GetRequiredService<PageKeeper>().Keep(id);
        await world.Ruth.Submit(await world.Ruth.Get($"{Path(id)}/rung"), "/rung", ("scope", circle.ScopeId.ToString()));
        await bea.Until(() => bea.Ended is not null);
        Assert.True(bea.IsDenied);
        await wen.Write("And another");
        await wen.Kept();
        foreach (var other in new[] { world.Bea, world.Ines })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(Path(id))).Status);
            Assert.DoesNotContain(await Title(id), (await other.Get(List)).Text, StringComparison.Ordinal);
            Assert.Empty((await other.Get($"/c/millbrook/search?q={await Title(id)}")).Page.QuerySelectorAll($"a[href*='{id}']"));
        }
        Assert.NotEmpty((await world.Wen.Get($"/c/millbrook/search?q={await Title(id)}")).Page.QuerySelectorAll($"a[href*='{id}']"));
    }

    [Fact]
    public async Task Not_to_a_circle_where_somebody_who_wrote_on_it_does_not_belong()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var id = await Page(world.Ruth, world.Millbrook.ScopeId);
        await using (var bea = await Hand.On(world, world.Bea, id))
        {
            await bea.Write("Mine too");
            await bea.Kept();
        }
        Assert.Null((await world.Ruth.Get($"{Path(id)}/rung")).Page.QuerySelector($"input[name=scope][value='{circle.ScopeId}']"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Post($"{Path(id)}/rung", ("scope", circle.ScopeId.ToString()))).Status);
        Assert.Equal(HttpStatusCode.OK, (await world.Bea.Get(Path(id))).Status);
        // A steward's circle without its author is no place for it either.
        var tended = await world.Circle(Joining.Open, world.Ines);
        var other = await Page(world.Ruth, world.Millbrook.ScopeId);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ines.Post($"{Path(other)}/rung", ("scope", tended.ScopeId.ToString()))).Status);
    }

    [Fact]
    public async Task What_is_said_beside_it_comes_along_and_whoever_said_it_stays_among_its_readers()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var (kept, moved) = (await Page(world.Ruth, world.Millbrook.ScopeId), await Page(world.Ruth, world.Millbrook.ScopeId));
        await Beside(world.Bea, kept);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Post($"{Path(kept)}/rung", ("scope", circle.ScopeId.ToString()))).Status);
        var talk = await Beside(world.Wen, moved);
        Assert.Equal(HttpStatusCode.OK, (await world.Bea.Get(Talk.Path(talk))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Ruth.Post($"{Path(moved)}/rung", ("scope", circle.ScopeId.ToString()))).Status);
        Assert.Equal(HttpStatusCode.OK, (await world.Wen.Get(Talk.Path(talk))).Status);
        foreach (var other in new[] { world.Bea, world.Ines })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(Talk.Path(talk))).Status);
            Assert.Empty((await other.Get("/c/millbrook/search?q=passageword")).Page.QuerySelectorAll($"a[href*='{talk}']"));
        }
    }

    [Fact]
    public async Task Nobody_else_changes_it()
    {
        var circle = await world.Circle(Joining.Open, world.Wen, world.Bea);
        var id = await Page(world.Ruth, world.Millbrook.ScopeId);
        foreach (var other in new[] { world.Bea, world.Wen, world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{Path(id)}/rung")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Path(id)}/rung", ("scope", circle.ScopeId.ToString()))).Status);
        }
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Post($"{Path(id)}/rung", ("scope", circle.ScopeId.ToString()))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Post($"{Path(id)}/rung", ("scope", Scope.Public.ToString()), ("reason", "All"))).Status);
    }

    private async Task<Id<Conversation>> Beside(Visitor who, Id<Page> page) =>
        (await world.Writes.Do(unit => unit.SpeakBeside(who.Person.ActorId, page, new PassageWords([1], [1], "A passage", null, "passageword"), Said.Of("passageword"), Id<Conversation>.New())))!.Value;

    private Task<Id<Page>> Page(Visitor who, Id<Scope> scope) =>
        world.Writes.Do(unit => unit.BeginPage(who.Person.ActorId, world.Millbrook.Id, scope, $"zq{Guid.NewGuid():N}"));

    private Task<string> Title(Id<Page> id) => world.Read(db => db.The<Page>().Where(p => p.Id == id).Select(p => p.Title).SingleAsync());

    private static string Path(Id<Page> id) => $"{List}/{id}";
}
