using System.Net;
using Leaderful.Accounts;
using Leaderful.Drafts;
using Leaderful.Shared;
using Leaderful.Tests.Accounts;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Drafts;

/// <summary>The list of what somebody began, throwing it away, and how long it stays.</summary>
public class BegunTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task Today_lists_what_is_begun_only_where_there_is_something_and_each_leads_on()
    {
        var who = await world.Newcomer("Ada Brook");
        Assert.DoesNotContain("Begun, not sent", (await who.Get("/c/millbrook")).Text, StringComparison.Ordinal);
        var id = await world.Begin(world.Ines, "Blankets");
        var own = await world.Begin(who, "Ladders", "It is broken.");
        await who.Type(Talk.Path(id), "Twelve of them");
        await who.Type(Sketch.EditOf(own, 1), "It is mended.");
        await who.Type("/c/millbrook/conversations", "", more: [("title", "Lamps")]);
        var today = await who.Get("/c/millbrook");
        Assert.Contains("See all 3", today.Main, StringComparison.Ordinal);
        foreach (var (words, title, text) in new[] { ("Your reply in “Blankets”", "", "Twelve of them"), ("A change to your post in “Ladders”", "", "It is mended."), ("A new conversation, “Lamps”", "Lamps", "") })
        {
            var link = today.Page.QuerySelectorAll("main a").Single(a => a.TextContent == words);
            var page = await who.Get(link.GetAttribute("href")!);
            Assert.Equal((text, title), (page.Field(), page.Page.QuerySelector("#title[value]")?.GetAttribute("value") ?? ""));
        }
        Assert.DoesNotContain("Twelve of them", (await world.Ines.Get("/c/millbrook")).Text, StringComparison.Ordinal);
        Assert.Empty((await world.Ines.Get("/c/millbrook/drafts")).Page.QuerySelectorAll(".items li"));
    }

    [Fact]
    public async Task What_is_thrown_away_comes_back_with_one_press_even_beside_what_was_begun_since()
    {
        var id = await world.Begin(world.Ines);
        await world.Ruth.Type(Talk.Path(id), "Perhaps not");
        var page = await world.Ruth.Get(Talk.Path(id));
        var thrown = await world.Ruth.Follow(await world.Ruth.Post(Assert.Single(page.Thrown())));
        Assert.Equal("", thrown.Field());
        Assert.NotNull(thrown.Page.QuerySelector($"meta[name=draft-done][content='reply:{id}:{world.Ruth.Person.ActorId}']"));
        Assert.DoesNotContain("Perhaps not", (await world.Ruth.Get("/c/millbrook/drafts")).Text, StringComparison.Ordinal);
        await world.Ruth.Type(Talk.Path(id), "Something else");
        var undo = thrown.FormTo("/restoration");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Post(undo)).Status);
        var back = await world.Ruth.Follow(await world.Ruth.Post(undo));
        Assert.Equal("Something else", back.Field());
        Assert.Contains("Perhaps not", back.Page.QuerySelector("[data-draft-others]")!.TextContent);
        // Thrown away from the list, one stays in the list.
        var list = await world.Ruth.Get("/c/millbrook/drafts");
        var left = await world.Ruth.Submit(list, "/deletion");
        Assert.Equal("Begun, not sent", left.Heading);
        Assert.NotNull(left.Page.QuerySelector(".toast form[action$='/restoration']"));
    }

    [Fact]
    public async Task Whoever_may_not_read_there_any_more_finds_no_draft_of_it()
    {
        var who = await world.Newcomer("Ada Brook");
        var circle = await world.Circle(Leaderful.Communities.Joining.Open, world.Wen, who);
        var inside = await world.Say(world.Wen, circle, "Inside");
        await who.Type(Talk.Path(inside), "Said among us");
        var draft = Assert.Single(await world.DraftsOf(who));
        await who.Post($"{CircleWorld.Path(circle)}/membership/ending");
        Assert.DoesNotContain("Inside", (await who.Get("/c/millbrook/drafts")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Said among us", (await who.Get("/c/millbrook")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await who.Type(Talk.Path(inside), "More")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await who.Post($"/c/millbrook/drafts/{draft.Id}/deletion")).Status);
        // Nor is there anything of a conversation that was taken down.
        var id = await world.Begin(world.Ines, "Withdrawn");
        await who.Type(Talk.Path(id), "An answer");
        await world.Writes.Do(unit => Leaderful.Conversations.Tending.TakeDown(unit, world.Ines.Person.ActorId, id));
        Assert.DoesNotContain("Withdrawn", (await who.Get("/c/millbrook/drafts")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await who.Type(Talk.Path(id), "More")).Status);
        // Who leaves the community finds nothing of it at all.
        await who.Post("/c/millbrook/leaving");
        Assert.Equal(HttpStatusCode.NotFound, (await who.Get("/c/millbrook/drafts")).Status);
    }

    [Fact]
    public async Task It_goes_after_thirty_days_and_with_its_author()
    {
        var (who, other) = (await world.Newcomer("Ada Brook"), await world.Newcomer("Bo Finch"));
        var id = await world.Begin(world.Ines);
        await who.Type(Talk.Path(id), "Old");
        await other.Type(Talk.Path(id), "Old, too");
        world.Time.Advance(TimeSpan.FromDays(29));
        await world.Writes.Do(DraftTidying.Tidy);
        await who.Type(Talk.Path(id), "Gone on with", (await world.DraftsOf(who))[0].Stamp.ToString());
        world.Time.Advance(TimeSpan.FromDays(2));
        await world.Writes.Do(DraftTidying.Tidy);
        Assert.Empty(await world.DraftsOf(other));
        Assert.Equal("Gone on with", Assert.Single(await world.DraftsOf(who)).Text);
        var languages = world.Services.GetRequiredService<Languages>();
        var session = (await world.Services.GetRequiredService<Sessions>().Find(who.Token!))!;
        await world.Writes.Do(unit => unit.Depart(session, new Departure(false, false, null) { AddressHash = [], Languages = languages }));
        Assert.Empty(await world.DraftsOf(who));
    }

    [Fact]
    public async Task What_is_too_long_or_one_too_many_is_refused_and_nothing_is_lost_of_what_is_there()
    {
        var who = await world.Newcomer("Ada Brook");
        var id = await world.Begin(world.Ines);
        var stamp = (await who.Type(Talk.Path(id), new string('a', 64 * 1024))).Stamp();
        var refused = await who.Type(Talk.Path(id), new string('a', 64 * 1024) + "!", stamp);
        Assert.Equal(("refused", stamp), (refused.As(), refused.Stamp()));
        for (var n = 1; n < Keeping.MostOfOnePerson; n++) await who.Type(Talk.Path(id), $"{n}");
        Assert.Equal("refused", (await who.Type(Talk.Path(id), "One too many")).As());
        Assert.Equal(Keeping.MostOfOnePerson, (await world.DraftsOf(who)).Count);
        Assert.Equal("draft", (await who.Type(Talk.Path(id), "Gone on with", stamp)).As());
        Assert.Equal("draft", (await world.Wen.Type(Talk.Path(id), "Another person's")).As());
    }

    [Fact]
    public async Task Whoever_types_without_end_is_slowed_down_and_can_still_send_it()
    {
        await using var strict = new StrictWorld();
        await strict.InitializeAsync();
        var id = await strict.Begin(strict.Ines);
        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < 70; n++) answers.Add((await strict.Ruth.Type(Talk.Path(id), "The same words", key: "")).Status);
        Assert.Equal((60, 10), (answers.Count(a => a == HttpStatusCode.OK), answers.Count(a => a == HttpStatusCode.TooManyRequests)));
        Assert.Equal(HttpStatusCode.SeeOther, (await strict.Ruth.Post($"{Talk.Path(id)}/posts", ("text", "Sent."))).Status);
    }

    [Fact]
    public async Task Two_devices_at_once_leave_one_to_go_on_with()
    {
        var id = await world.Begin(world.Ines);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => world.Ruth.Type(Talk.Path(id), $"Version {n}")));
        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.OK or HttpStatusCode.Conflict));
        var drafts = await world.DraftsOf(world.Ruth, id);
        Assert.Single(drafts, d => d.IsGoneOnWith);
        Assert.Equal(answers.Count(a => a.Status == HttpStatusCode.OK), drafts.Count);
    }
}
