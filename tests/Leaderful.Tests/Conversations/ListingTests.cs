using System.Net;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.Extensions.DependencyInjection;
using Leaderful.Accounts;
using Xunit;

namespace Leaderful.Tests.Conversations;

public class ListingTests(World world) : IClassFixture<World>
{
    private async Task<(Visitor Steward, Visitor Member, Leaderful.Communities.Community Place)> Elsewhere(string slug)
    {
        var steward = await world.Register("Bea Lindqvist", $"bea@{slug}.example");
        var member = await world.Register("Wen Li", $"wen@{slug}.example");
        var place = await world.Found(steward, "Ferryside", slug);
        await world.Join(member, place);
        return (steward, member, place);
    }

    private static string[] Titles(Screen page) => [.. page.Page.QuerySelectorAll(".threads h3").Select(h => h.TextContent.Trim())];

    [Fact]
    public async Task An_empty_list_says_what_belongs_there_and_offers_the_one_next_step()
    {
        var (_, member, _) = await Elsewhere("empty");
        var page = await member.Get("/c/empty/conversations");
        Assert.Equal("No conversations yet", page.Page.QuerySelector(".empty h2")!.TextContent);
        Assert.Empty(page.Page.QuerySelectorAll(".tabs"));
        Assert.Equal("/c/empty/conversations/new", Assert.Single(page.Page.QuerySelectorAll("main .act.main")).GetAttribute("href"));
        foreach (var visitor in new[] { world.Ines, world.Samir })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/c/empty/conversations")).Status);
        Assert.StartsWith("/sign-in", (await world.Anyone().Get("/c/empty/conversations")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_latest_activity_is_first_and_what_is_new_says_so()
    {
        var (steward, member, place) = await Elsewhere("order");
        var first = await world.Begin(steward, "First", where: place);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await world.Begin(steward, "Second", where: place);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        for (var n = 0; n < 2; n++) await world.Reply(steward, first, "More");
        var page = await member.Get("/c/order/conversations");
        Assert.Equal(["First", "Second"], Titles(page));
        Assert.Equal("three new", page.Page.QuerySelector(".threads .unread .fresh")!.TextContent);
        Assert.Equal($"{Talk.Path(first, "order")}#new", page.Page.QuerySelector(".threads a")!.GetAttribute("href"));
        Assert.Null((await steward.Get("/c/order/conversations")).Page.QuerySelector(".fresh"));
        await member.Get(Talk.Path(first, "order"));
        await world.Settled();
        Assert.Equal(["Second"], Titles(await member.Get("/c/order/conversations?show=new")));
        await member.Get(Talk.Path(second, "order"));
        await world.Settled();
        Assert.Equal("Nothing new to you", (await member.Get("/c/order/conversations?show=new")).Page.QuerySelector(".empty h2")!.TextContent);
    }

    [Fact]
    public async Task Whoever_joins_later_is_not_met_with_a_heap_of_old_news()
    {
        var (steward, _, place) = await Elsewhere("later");
        await world.Begin(steward, "Long ago", where: place);
        world.Time.Advance(TimeSpan.FromDays(1));
        var late = await world.Register("Ann Bell", "ann@later.example");
        await world.Join(late, place);
        Assert.Null((await late.Get("/c/later/conversations")).Page.QuerySelector(".fresh"));
    }

    [Fact]
    public async Task Older_ones_are_a_page_further_and_no_one_is_skipped_or_shown_twice()
    {
        var (steward, member, place) = await Elsewhere("paged");
        for (var n = 0; n < 70; n++)
        {
            await world.Begin(steward, $"Title {n}", where: place);
            if (n % 7 == 0) world.Time.Advance(TimeSpan.FromSeconds(1));
        }
        var seen = new List<string>();
        var page = await member.Get("/c/paged/conversations");
        while (true)
        {
            seen.AddRange(Titles(page));
            await world.Begin(steward, "Meanwhile", where: place);
            if (page.Page.QuerySelectorAll(".pager a").LastOrDefault(a => a.TextContent == "Older conversations") is not { } older) break;
            page = await member.Get(older.GetAttribute("href")!);
        }
        Assert.Equal(70, seen.Distinct().Count());
        Assert.Equal(70, seen.Count);
        Assert.Equal(HttpStatusCode.OK, (await member.Get("/c/paged/conversations?from=nonsense.0")).Status);
        Assert.Equal("There is nothing older.", (await member.Get("/c/paged/conversations?from=0.0")).Page.QuerySelector(".matter .read")!.TextContent);
    }

    [Fact]
    public async Task Home_learns_what_is_new_in_each_community_and_nothing_of_others()
    {
        var (steward, member, place) = await Elsewhere("news");
        for (var n = 0; n < 3; n++) await world.Begin(steward, $"News {n}", where: place);
        await world.Begin(world.Ines, "Not for Ferryside");
        var session = (await world.Services.GetRequiredService<Sessions>().Find(member.Token!))!;
        var news = await world.Read(db => db.NewsIn(session, session.In(place.Id)!, most: 2));
        Assert.Equal((3, 2), (news.Conversations, news.Latest.Count));
        Assert.Equal(1, news.Latest[0].Fresh);
        var all = await world.Read(db => db.NewsByCommunity(session));
        Assert.Equal((place.Id, 3), (Assert.Single(all).Key, Assert.Single(all).Value));
        var elsewhere = (await world.Services.GetRequiredService<Sessions>().Find(world.Ines.Token!))!.In(world.Millbrook.Id)!;
        Assert.Equal(0, (await world.Read(db => db.NewsIn(session, elsewhere))).Conversations);
    }
}
