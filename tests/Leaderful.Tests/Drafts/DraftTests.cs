using System.Net;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Drafts;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Drafts;

/// <summary>What is begun on one device is gone on with on another, and nobody else ever sees it.</summary>
public class DraftTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task A_reply_begun_on_one_device_stands_in_the_field_on_another_and_goes_when_it_is_sent()
    {
        var id = await world.Begin(world.Ines);
        var (laptop, phone) = (world.Ruth, await world.OtherDevice(world.Ruth));
        var answer = await laptop.Type(Talk.Path(id), "The site office,\n\nI think");
        Assert.Equal((HttpStatusCode.OK, "draft"), (answer.Status, answer.As()));
        var page = await phone.Get(Talk.Path(id));
        Assert.Equal("The site office,\n\nI think", page.Field());
        Assert.Contains("Kept from your other device", page.Page.QuerySelector("[data-draft-shown]")!.TextContent);
        Assert.Contains("Not sent yet", (await laptop.Get(Talk.Path(id))).Page.QuerySelector("[data-draft-shown]")!.TextContent);
        var thread = await phone.Submit(page, "/posts", ("text", page.Field() + ", or the insurance."));
        Assert.Equal("The site office,\n\nI think, or the insurance.", (await world.Post(id, 2)).Text);
        Assert.NotNull(thread.Page.QuerySelector($"meta[name=draft-done][content='reply:{id}:{world.Ruth.Person.ActorId}']"));
        Assert.Empty(await world.DraftsOf(world.Ruth, id));
        Assert.Equal("", (await laptop.Get(Talk.Path(id))).Field());
    }

    [Fact]
    public async Task Nobody_else_finds_it_anywhere()
    {
        var id = await world.Begin(world.Ines, "Drafts nobody reads");
        await world.Ruth.Type(Talk.Path(id), "Zanzibar is between me and myself");
        var draft = Assert.Single(await world.DraftsOf(world.Ruth, id));
        foreach (var visitor in new[] { world.Ines, world.Wen })
        {
            foreach (var path in new[] { Talk.Path(id), $"{Talk.Path(id)}?draft={draft.Id}", "/c/millbrook", "/c/millbrook/drafts", "/c/millbrook/search?q=Zanzibar", "/", "/me" })
                Assert.DoesNotContain("Zanzibar is", (await visitor.Get(path)).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post($"/c/millbrook/drafts/{draft.Id}/deletion")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post($"/c/millbrook/drafts/{draft.Id}/restoration")).Status);
        }
        foreach (var visitor in new[] { world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Type(Talk.Path(id), "Mine")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Type(Talk.Path(id, "harbour"), "Mine")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post($"/c/harbour/drafts/{draft.Id}/deletion")).Status);
            Assert.Empty(await world.DraftsOf(visitor, id));
        }
        Assert.StartsWith("/sign-in", (await world.Anyone().Type(Talk.Path(id), "Mine")).Location, StringComparison.Ordinal);
        Assert.Empty((await world.Ruth.Get("/c/millbrook/search?q=Zanzibar")).Page.QuerySelectorAll(".found li"));
        Assert.False(await world.Read(db => db.The<JournalEntry>().AnyAsync(j => j.Subject == draft.Id.Value)));
    }

    [Fact]
    public async Task Two_people_s_drafts_of_the_same_reply_are_two()
    {
        var id = await world.Begin(world.Ines);
        await world.Ruth.Type(Talk.Path(id), "Ruth's");
        await world.Wen.Type(Talk.Path(id), "Wen's");
        Assert.Equal(("Ruth's", "Wen's", ""), ((await world.Ruth.Get(Talk.Path(id))).Field(), (await world.Wen.Get(Talk.Path(id))).Field(), (await world.Ines.Get(Talk.Path(id))).Field()));
        var page = await world.Wen.Get(Talk.Path(id));
        await world.Wen.Submit(page, "/posts", ("text", "Sent."));
        Assert.Equal("Ruth's", (await world.Ruth.Get(Talk.Path(id))).Field());
    }

    [Fact]
    public async Task What_was_typed_last_is_gone_on_with_and_what_it_did_not_know_of_is_laid_aside()
    {
        var id = await world.Begin(world.Ines);
        var (laptop, phone) = (world.Ruth, await world.OtherDevice(world.Ruth));
        var first = (await laptop.Type(Talk.Path(id), "One")).Stamp();
        var onPhone = await phone.Type(Talk.Path(id), "Other words");
        Assert.Contains("One", onPhone.Page.QuerySelector("[data-draft-others]")!.TextContent);
        Assert.Equal("Other words", (await laptop.Get(Talk.Path(id))).Field());
        // The laptop goes on from what it knows: that comes back, and the phone's is beside it.
        var second = await laptop.Type(Talk.Path(id), "One and more", first);
        Assert.Contains("Other words", second.Page.QuerySelector("[data-draft-others]")!.TextContent);
        Assert.Equal(["One and more", "Other words"], (await world.DraftsOf(world.Ruth, id)).Select(d => d.Text).Order(StringComparer.Ordinal));
        // Taken up, it stands in the field, and typing on lays the other aside.
        var page = await phone.Get(Talk.Path(id));
        var up = page.Page.QuerySelector("[data-draft-others] a")!.GetAttribute("href")!;
        var chosen = await phone.Get(up);
        Assert.Equal("Other words", chosen.Field());
        Assert.True(chosen.Page.QuerySelector("form.reply")!.HasAttribute("data-draft-fresh"));
        await phone.Submit(chosen, "/posts", ("text", "Other words, sent"));
        Assert.Equal("One and more", Assert.Single(await world.DraftsOf(world.Ruth, id)).Text);
        Assert.Equal("One and more", (await laptop.Get(Talk.Path(id))).Field());
    }

    [Fact]
    public async Task The_same_words_from_another_device_are_no_other_draft_and_going_on_makes_no_new_one()
    {
        var id = await world.Begin(world.Ines);
        var phone = await world.OtherDevice(world.Ruth);
        var stamp = (await world.Ruth.Type(Talk.Path(id), "Once")).Stamp();
        Assert.Equal(stamp, (await phone.Type(Talk.Path(id), "Once", key: "")).Stamp());
        stamp = (await world.Ruth.Type(Talk.Path(id), "Once more", stamp)).Stamp();
        await phone.Type(Talk.Path(id), "Once more and more", stamp);
        Assert.Equal("Once more and more", Assert.Single(await world.DraftsOf(world.Ruth, id)).Text);
    }

    [Fact]
    public async Task What_is_older_than_what_is_there_is_laid_beside_it_once()
    {
        var id = await world.Begin(world.Ines);
        var stamp = (await world.Ruth.Type(Talk.Path(id), "Newer")).Stamp();
        for (var n = 0; n < 2; n++)
            Assert.Equal(stamp, (await world.Ruth.Type(Talk.Path(id), "Typed on the train", stamp, "", ("aside", "yes"), ("age", "7200"))).Stamp());
        var page = await world.Ruth.Get(Talk.Path(id));
        Assert.Equal("Newer", page.Field());
        Assert.Contains("Typed on the train", Assert.Single(page.Page.QuerySelectorAll("[data-draft-others] p")).TextContent);
        var aside = Assert.Single(await world.DraftsOf(world.Ruth, id), d => d.AsideAt is not null);
        Assert.True(world.Time.GetUtcNow().UtcDateTime - aside.KeptAt > TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task A_field_that_is_empty_again_keeps_nothing()
    {
        var id = await world.Begin(world.Ines);
        var stamp = (await world.Ruth.Type(Talk.Path(id), "Never mind")).Stamp();
        Assert.Equal("nothing", (await world.Ruth.Type(Talk.Path(id), " \n", "")).As());
        Assert.Single(await world.DraftsOf(world.Ruth, id));
        Assert.Equal(("nothing", ""), ((await world.Ruth.Type(Talk.Path(id), " \n", stamp)) is var gone ? (gone.As(), gone.Stamp()) : default));
        Assert.Empty(await world.DraftsOf(world.Ruth, id));
    }

    [Fact]
    public async Task What_arrives_after_it_was_sent_is_no_draft()
    {
        var id = await world.Begin(world.Ines);
        var key = Talk.Key();
        var stamp = (await world.Ruth.Type(Talk.Path(id), "Going out", key: key)).Stamp();
        // One is on its way while the form is sent, which does not know its stamp yet.
        await world.Ruth.Type(Talk.Path(id), "Going out now", stamp, key);
        await world.Ruth.Post($"{Talk.Path(id)}/posts", ("text", "Going out now."), ("key", key), ("draft", stamp));
        Assert.Empty(await world.DraftsOf(world.Ruth, id));
        Assert.Equal("sent", (await world.Ruth.Type(Talk.Path(id), "Going out now", stamp, key)).As());
        Assert.Empty(await world.DraftsOf(world.Ruth, id));
        // Sent twice, it is said once, and what was begun since then stays.
        await world.Ruth.Type(Talk.Path(id), "Something new");
        Assert.EndsWith("#p2", (await world.Ruth.Post($"{Talk.Path(id)}/posts", ("text", "Going out now."), ("key", key), ("draft", stamp))).Location, StringComparison.Ordinal);
        Assert.Equal("Something new", Assert.Single(await world.DraftsOf(world.Ruth, id)).Text);
    }

    [Fact]
    public async Task A_form_that_is_refused_or_only_looked_at_goes_on_from_its_draft()
    {
        var id = await world.Begin(world.Ines);
        var stamp = (await world.Ruth.Type(Talk.Path(id), "Begun")).Stamp();
        var refused = await world.Ruth.Post($"{Talk.Path(id)}/posts", ("text", " "), ("draft", stamp));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, stamp), (refused.Status, refused.Stamp()));
        var looked = await world.Ruth.Post($"{Talk.Path(id)}/posts", ("text", "Begun and looked at"), ("draft", stamp), ("preview", "yes"));
        Assert.Equal(("Begun and looked at", stamp), (looked.Field(), looked.Stamp()));
        Assert.Single(await world.DraftsOf(world.Ruth, id));
        await world.Ruth.Submit(looked, "/posts");
        Assert.Empty(await world.DraftsOf(world.Ruth, id));
    }

    [Fact]
    public async Task A_quotation_goes_below_what_was_begun()
    {
        var id = await world.Begin(world.Ines, text: "Who has the key?");
        await world.Ruth.Type(Talk.Path(id), "I was about to say:\n");
        var page = await world.Ruth.Get($"{Talk.Path(id)}?quote=1");
        Assert.StartsWith("I was about to say:\n\n> Who has the key?", page.Field(), StringComparison.Ordinal);
        Assert.False(page.Page.QuerySelector("form.reply")!.HasAttribute("data-draft-fresh"));
        Assert.True((await world.Wen.Get($"{Talk.Path(id)}?quote=1")).Page.QuerySelector("form.reply")!.HasAttribute("data-draft-fresh"));
    }

    [Fact]
    public async Task A_conversation_begun_keeps_its_title_and_whom_it_goes_to_and_each_circle_has_its_own()
    {
        var who = await world.Newcomer("Ada Brook");
        var circle = await world.Circle(Leaderful.Communities.Joining.Open, who, world.Wen);
        var (address, own) = ("/c/millbrook/conversations", $"/c/millbrook/conversations/new?circle={circle.Id}");
        await who.Type(address, "Between us", more: [("title", "Keys"), ("from", circle.Id.ToString()), ("to", circle.ScopeId.ToString())]);
        await who.Type(address, "To all", more: [("title", "Lamps"), ("to", world.Millbrook.ScopeId.ToString())]);
        var phone = await world.OtherDevice(who);
        Assert.Equal("To all", (await phone.Get("/c/millbrook/conversations/new")).Field());
        var page = await phone.Get(own);
        Assert.Equal(("Keys", "Between us"), (page.Page.QuerySelector("#title")!.GetAttribute("value"), page.Field()));
        Assert.Equal(circle.ScopeId.ToString(), page.Page.QuerySelector("input[name=to][checked]")!.GetAttribute("value"));
        var thread = await phone.Submit(page, "/conversations", ("text", "Between us, then."));
        Assert.Equal("Keys", thread.Heading);
        Assert.Equal("To all", Assert.Single(await world.DraftsOf(who)).Text);
        // Wen, of the same circle, has begun nothing.
        Assert.Equal("", (await world.Wen.Get(own)).Field());
    }

    [Fact]
    public async Task What_was_meant_for_a_circle_one_left_goes_to_nobody_by_itself()
    {
        var who = await world.Newcomer("Ada Brook");
        var circle = await world.Circle(Leaderful.Communities.Joining.Open, world.Wen, who);
        await who.Type("/c/millbrook/conversations", "Only for the circle", more: [("title", "Near"), ("to", circle.ScopeId.ToString())]);
        await who.Post($"{CircleWorld.Path(circle)}/membership/ending");
        Assert.False(await world.Belongs(who, circle));
        var page = await who.Get("/c/millbrook/conversations/new");
        Assert.Equal("Only for the circle", page.Field());
        Assert.NotNull(page.Page.QuerySelector("input[name=to]"));
        Assert.Null(page.Page.QuerySelector("input[name=to][checked]"));
    }

    [Fact]
    public async Task An_edit_is_gone_on_with_unless_the_post_was_changed_since()
    {
        var id = await world.Begin(world.Ruth, text: "At nine.");
        var address = Sketch.EditOf(id, 1);
        Assert.Equal("nothing", (await world.Ruth.Type(address, "At nine.")).As());
        await world.Ruth.Type(address, "At ten.");
        var page = await world.Ruth.Get($"{address}/revisions/new");
        Assert.Equal("At ten.", page.Field());
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Type(address, "At eleven.")).Status);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.Ruth.Post($"{address}/revisions", ("text", "At noon."));
        page = await world.Ruth.Get($"{address}/revisions/new");
        Assert.Equal("At noon.", page.Field());
        Assert.Contains("At ten.", page.Page.QuerySelector("[data-draft-others]")!.TextContent);
        await world.Ruth.Submit(await world.Ruth.Get(page.Page.QuerySelector("[data-draft-others] a")!.GetAttribute("href")!), "/revisions");
        Assert.Equal("At ten.", (await world.Post(id, 1)).Text);
        Assert.Empty(await world.DraftsOf(world.Ruth, id));
        Assert.Null((await world.Ruth.Get($"{address}/revisions/new")).Page.QuerySelector(".draft"));
    }
}
