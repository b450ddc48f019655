using System.Net;
using Leaderful.Care;
using Leaderful.Tests.Conversations;
using Microsoft.AspNetCore.Hosting;
using Xunit;

namespace Leaderful.Tests.Care;

public class NewcomerTests
{
    [Fact]
    public async Task In_the_first_days_ten_posts_a_day_and_then_it_lifts_by_itself()
    {
        await using var world = new LimitedWorld();
        await world.InitializeAsync();
        var id = await world.Begin(world.Ines);
        for (var n = 0; n < Newcomers.MostPosts; n++) Assert.Equal(HttpStatusCode.SeeOther, (await Say(world.Ruth, id, n)).Status);
        var refused = await Say(world.Ruth, id, 11);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("in about 24 hours", refused.Page.QuerySelector("#text-w")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Post 11", refused.Page.QuerySelector("#text")!.TextContent);
        Assert.Equal(HttpStatusCode.SeeOther, (await Say(world.Ines, id, 12)).Status);
        Assert.True(await world.Reply(world.Ruth, id, "Brought in, not written here") > 0);

        world.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(HttpStatusCode.SeeOther, (await Say(world.Ruth, id, 13)).Status);
        world.Time.Advance(TimeSpan.FromDays(Newcomers.Days));
        for (var n = 0; n < 2 * Newcomers.MostPosts; n++) Assert.Equal(HttpStatusCode.SeeOther, (await Say(world.Ruth, id, n)).Status);
    }

    [Fact]
    public async Task Three_conversations_a_day_and_what_was_typed_is_kept()
    {
        await using var world = new LimitedWorld();
        await world.InitializeAsync();
        for (var n = 0; n < Newcomers.MostConversations; n++) Assert.Equal(HttpStatusCode.SeeOther, (await Begin(world.Ruth)).Status);
        var refused = await Begin(world.Ruth);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Words"), (refused.Status, refused.Page.QuerySelector("#text")!.TextContent));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Begin(world.Ruth)).Status);
        for (var n = 0; n <= Newcomers.MostConversations; n++) Assert.Equal(HttpStatusCode.SeeOther, (await Begin(world.Ines)).Status);
        // Whoever was quiet for long and then writes is let go on once five posts stand.
        world.Time.Advance(TimeSpan.FromDays(30));
        var id = await world.Begin(world.Ines);
        for (var n = 0; n < 2 * Newcomers.MostPosts; n++) Assert.Equal(HttpStatusCode.SeeOther, (await Say(world.Ruth, id, n)).Status);
    }

    private static Task<Screen> Say(Visitor who, Leaderful.Data.Id<Leaderful.Conversations.Conversation> id, int n) =>
        who.Post($"{Talk.Path(id)}/posts", ("text", $"Post {n}"), ("key", Talk.Key()));

    private static Task<Screen> Begin(Visitor who) => who.Post("/c/millbrook/conversations", ("title", "Another"), ("text", "Words"));

    private sealed class LimitedWorld : World
    {
        protected override void Configure(IWebHostBuilder host) => host.UseSetting("Leaderful:Unlimited", "false");
    }
}
