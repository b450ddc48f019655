using System.Net;
using Leaderful.Communities;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Communities;

public class FoundingTests(CommunityWorld world) : IClassFixture<CommunityWorld>
{
    [Fact]
    public async Task A_name_is_enough_and_whoever_begins_it_tends_it()
    {
        var samir = world.Samir;
        var today = await samir.Submit(await samir.Get("/communities/new"), "/communities", ("name", "Night  Porch"));
        Assert.Contains("Samir Haddad", today.Heading, StringComparison.Ordinal);
        var made = await world.Read(db => db.The<Community>().SingleAsync(c => c.Slug == "night-porch"));
        Assert.Equal("Night Porch", made.Name);
        Assert.True(await world.IsSteward(samir, made));
        Assert.Equal(1, await world.Journaled("community.founded", made));
    }

    [Fact]
    public async Task Without_a_name_the_form_says_so_and_keeps_the_rest()
    {
        var again = await world.Samir.Post("/communities", ("name", " "), ("purpose", "For porters"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal("For porters", again.Page.QuerySelector("#purpose")!.TextContent);
        Assert.NotNull(again.Page.QuerySelector("#name[aria-invalid=true]"));
    }

    [Fact]
    public async Task Somebody_not_signed_in_begins_nothing()
    {
        Assert.Contains("/sign-in", (await world.Anyone().Post("/communities", ("name", "Nobody's"))).Location, StringComparison.Ordinal);
        Assert.False(await world.Read(db => db.The<Community>().AnyAsync(c => c.Name == "Nobody's")));
    }

    [Fact]
    public async Task Twelve_of_one_name_at_once_have_an_address_each()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => world.Tove.Post("/communities", ("name", "Twin"))));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        Assert.Equal(12, answers.Select(a => a.Location).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Home_lists_what_is_mine_and_nothing_of_others()
    {
        var home = await world.Tove.Get("/");
        Assert.NotNull(home.Page.QuerySelector("a[href='/c/harbour']"));
        Assert.Null(home.Page.QuerySelector("a[href='/c/millbrook']"));
        Assert.Null((await world.Anyone().Get("/")).Page.QuerySelector("a[href='/c/harbour']"));
    }

    [Fact]
    public async Task A_name_with_markup_is_only_a_name()
    {
        var page = await world.Hanna.Submit(await world.Hanna.Get("/communities/new"), "/communities", ("name", "<script>x</script>"), ("purpose", "<b>p</b>"));
        Assert.Empty(page.Page.QuerySelectorAll("main b, main script"));
        Assert.Contains("<b>p</b>", page.Main, StringComparison.Ordinal);
    }
}
