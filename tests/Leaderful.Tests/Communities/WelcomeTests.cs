using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Pages;
using Leaderful.Tests.Files;
using Leaderful.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Communities;

/// <summary>A page greets whoever finds the community.</summary>
public class WelcomeTests(CommunityWorld world) : IClassFixture<CommunityWorld>
{
    [Fact]
    public async Task Those_who_tend_it_write_a_page_that_greets_whoever_may_find_it()
    {
        var community = await world.Found(Finding.Public);
        Assert.Contains("Nobody has written a welcome yet.", (await world.Ines.Get(community.Path)).Main, StringComparison.Ordinal);
        var page = await world.Ines.Submit(await world.Ines.Get($"{community.Path}/settings/welcome"), "/welcome", ("how", "new"));
        Assert.Contains("This page greets", page.Main, StringComparison.Ordinal);
        var other = await Begin(community, "Come **in** <img src=x onerror=alert(1)> [x](javascript:alert(1)) <script>1</script>");
        await world.Ines.Submit(await world.Ines.Get($"{community.Path}/settings/welcome"), "/welcome", ("how", "under"), ("page", other));
        foreach (var (who, path) in new[] { (world.Ruth, community.Path), (world.Ruth, $"{community.Path}/about"), (world.Anyone(), $"{community.Path}/about"), (world.Hanna, $"{community.Path}/about") })
        {
            var seen = await who.Get(path);
            Assert.Equal("in", seen.Page.QuerySelector(".greets strong")!.TextContent);
            Assert.Empty(seen.Page.QuerySelectorAll("main script, main [onerror], main a[href^='javascript']"));
        }
        Assert.Empty((await world.Anyone().Get($"{community.Path}/about")).Page.QuerySelectorAll("main a[href*='/pages/']"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Get($"{community.Path}/pages/{other}")).Status);
        await world.Ines.Submit(await world.Ines.Get($"{community.Path}/settings/welcome"), "/welcome", ("how", "none"));
        Assert.Null((await world.Ruth.Get(community.Path)).Page.QuerySelector(".greets"));
    }

    [Fact]
    public async Task Its_pictures_are_seen_by_whoever_it_greets_and_those_of_other_pages_are_not()
    {
        var (open, hidden) = (await world.Found(Finding.Public), await world.Found(Finding.Hidden));
        foreach (var community in new[] { open, hidden })
        {
            var (greeting, other) = (await WithPicture(community), await WithPicture(community));
            await world.Ines.Post($"{community.Path}/settings/welcome", ("how", "under"), ("page", greeting.Page));
            var isOpen = community == open;
            foreach (var who in new[] { world.Anyone(), world.Hanna })
            {
                Assert.Equal(isOpen, (await who.Get(greeting.Picture)).Status == HttpStatusCode.OK);
                Assert.NotEqual(HttpStatusCode.OK, (await who.Get(other.Picture)).Status);
                Assert.NotEqual(HttpStatusCode.OK, (await who.Get(greeting.NotShown)).Status);
            }
            if (isOpen) Assert.Equal(greeting.Picture, (await world.Anyone().Get($"{community.Path}/about")).Page.QuerySelector(".greets img")!.GetAttribute("src"));
            Assert.Equal(HttpStatusCode.OK, (await world.Ruth.Get(other.Picture)).Status);
            await world.Ines.Post($"{community.Path}/settings/welcome", ("how", "none"));
            Assert.NotEqual(HttpStatusCode.OK, (await world.Anyone().Get(greeting.Picture)).Status);
        }
    }

    [Fact]
    public async Task It_greets_nobody_any_more_once_it_is_taken_down_or_for_a_circle()
    {
        var community = await world.Found(Finding.Public);
        var page = await Begin(community, "Come in");
        await world.Ines.Post($"{community.Path}/settings/welcome", ("how", "under"), ("page", page));
        await world.Ines.Post($"{community.Path}/pages/{page}/deletion");
        Assert.Null((await world.Anyone().Get($"{community.Path}/about")).Page.QuerySelector(".greets"));
        await world.Ines.Post($"{community.Path}/pages/{page}/restoration");
        Assert.NotNull((await world.Anyone().Get($"{community.Path}/about")).Page.QuerySelector(".greets"));
        var id = await world.Writes.Do(unit => unit.BeginCircle(community.Id, community.ScopeId, world.Ines.Person.Id, world.Ines.Person.ActorId, new CircleWish("Few", "", Joining.Open)));
        var circle = await world.Read(db => db.The<Circle>().SingleAsync(c => c.Id == id));
        await world.Ines.Post($"{community.Path}/pages/{page}/rung", ("scope", circle.ScopeId.ToString()));
        Assert.Null((await world.Anyone().Get($"{community.Path}/about")).Page.QuerySelector(".greets"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ines.Post($"{community.Path}/settings/welcome", ("how", "under"), ("page", page))).Status);
    }

    [Fact]
    public async Task Only_those_who_tend_it_choose_it_and_only_among_its_own_pages()
    {
        var (community, elsewhere) = (await world.Found(Finding.Hidden), await world.Found());
        var page = await Begin(elsewhere, "Of another place");
        foreach (var other in new[] { world.Ruth, world.Hanna, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{community.Path}/settings/welcome")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{community.Path}/settings/welcome", ("how", "new"))).Status);
        }
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ines.Post($"{community.Path}/settings/welcome", ("how", "under"), ("page", page))).Status);
        Assert.Equal(0, await world.Read(db => db.The<Page>().CountAsync(p => p.CommunityId == community.Id)));
    }

    /// <summary>A page with a picture on it, and one that was brought and stands nowhere.</summary>
    private async Task<(string Page, string Picture, string NotShown)> WithPicture(Community community)
    {
        var page = await Begin(community, "Come in");
        var (shown, other) = (await Bring(), await Bring());
        Assert.True(Id<Page>.TryParse(page, null, out var id));
        await using var hand = await Hand.On(world, world.Ines, id);
        await hand.SendUpdate(hand.Doc.Transact(() => hand.Doc.GetXmlFragment("default").AddElement("image").SetAttribute("src", shown))!);
        await hand.Kept();
        return (page, shown, other);

        async Task<string> Bring()
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(MadePictures.Png()), "file", "door.png" } };
            var answer = await world.Ines.Client.PostAsync(new Uri($"{community.Path}/pages/{page}/pictures", UriKind.Relative), form);
            return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("src").GetString()!;
        }
    }

    private async Task<string> Begin(Community community, string text) =>
        (await world.Ines.Post($"{community.Path}/pages", ("title", "Greeting"), ("text", text), ("to", community.ScopeId.ToString()))).Location.Split('/')[^1];
}
