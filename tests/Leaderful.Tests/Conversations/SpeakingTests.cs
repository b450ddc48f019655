using System.Net;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Conversations;

public class SpeakingTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task A_member_begins_a_conversation_and_lands_in_it()
    {
        var page = await world.Ruth.Get("/c/millbrook/conversations/new");
        var thread = await world.Ruth.Submit(page, "/conversations", ("title", "Rooms that are locked"), ("text", "Three nights **running**."));
        Assert.Equal("Rooms that are locked", thread.Heading);
        Assert.Equal("One post", thread.Page.QuerySelector("#count")!.TextContent);
        Assert.Equal("running", thread.Page.QuerySelector("#p1 .read strong")!.TextContent);
        Assert.Contains("Ruth Abara", thread.Page.QuerySelector("#p1 .post-head")!.TextContent);
        Assert.NotNull(thread.Page.QuerySelector($"meta[name=draft-done][content='begin:{world.Millbrook.Id}:{world.Ruth.Person.ActorId}']"));
    }

    [Fact]
    public async Task Nobody_else_begins_one_there()
    {
        foreach (var visitor in new[] { world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/c/millbrook/conversations/new")).Status);
            var answer = await visitor.Post("/c/millbrook/conversations", ("title", "Not mine"), ("text", "Hello"), ("key", Talk.Key()));
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        }
        Assert.StartsWith("/sign-in", (await world.Anyone().Post("/c/millbrook/conversations", ("title", "Not mine"), ("text", "Hello"))).Location, StringComparison.Ordinal);
        Assert.False(await world.Read(db => db.The<Conversation>().AnyAsync(c => c.Title == "Not mine")));
    }

    [Fact]
    public async Task A_member_replies_and_the_house_remembers_who_did_what()
    {
        var id = await world.Begin(world.Ines);
        var thread = await world.Ruth.Get(Talk.Path(id));
        var answer = await world.Ruth.Post(thread.FormTo("/posts"), [.. thread.FieldsOf("/posts", [("text", "The site office.")])]);
        Assert.Equal($"{Talk.Path(id)}#p2", answer.Location);
        var post = await world.Post(id, 2);
        var entry = await world.Read(db => db.The<JournalEntry>().SingleAsync(j => j.Subject == post.Id.Value));
        Assert.Equal(("post.written", "post.taken-down", world.Ruth.Person.ActorId), (entry.Verb, entry.Inverse, entry.ActorId));
        var thing = await world.Read(db => db.The<Thing>().SingleAsync(t => t.Id == post.Id.As<Thing>()));
        Assert.Equal((ThingKind.Post, world.Millbrook.ScopeId), (thing.Kind, thing.ScopeId));
        Assert.Equal((2, 2L), ((await world.Find(id)).PostCount, (await world.Find(id)).Version));
    }

    [Fact]
    public async Task Nobody_else_reads_it_or_replies()
    {
        var id = await world.Begin(world.Ines);
        foreach (var visitor in new[] { world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(Talk.Path(id))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(Talk.Path(id, "harbour"))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"{Talk.Path(id, "harbour")}/posts/1")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post($"{Talk.Path(id)}/posts", ("text", "Hello"))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post($"{Talk.Path(id, "harbour")}/posts", ("text", "Hello"))).Status);
        }
        Assert.StartsWith("/sign-in", (await world.Anyone().Get(Talk.Path(id))).Location, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await world.Anyone().Post($"{Talk.Path(id)}/posts", ("text", "Hello"))).Location, StringComparison.Ordinal);
        Assert.Equal(1, (await world.Find(id)).PostCount);
    }

    [Fact]
    public async Task The_same_form_sent_twice_speaks_once()
    {
        var key = Talk.Key();
        var begun = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Ruth.Post("/c/millbrook/conversations", ("title", "Twice?"), ("text", "Once."), ("key", key))));
        Assert.Single(begun.Select(b => b.Location).Distinct());
        var id = Id<Conversation>.Parse(key, null);
        var reply = Talk.Key();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Ines.Post($"{Talk.Path(id)}/posts", ("text", "Indeed."), ("key", reply))));
        Assert.Equal($"{Talk.Path(id)}#p2", Assert.Single(answers.Select(b => b.Location).Distinct()));
        Assert.Equal(2, (await world.Find(id)).PostCount);
        Assert.Equal(2, await world.Read(db => db.The<Post>().CountAsync(p => p.ConversationId == id)));
    }

    [Fact]
    public async Task Other_words_in_the_same_form_are_not_swallowed_and_nobody_else_s_key_leads_to_their_post()
    {
        var id = await world.Begin(world.Ines);
        var key = Talk.Key();
        await world.Ruth.Post($"{Talk.Path(id)}/posts", ("text", "First."), ("key", key));
        Assert.EndsWith("#p3", (await world.Ruth.Post($"{Talk.Path(id)}/posts", ("text", "Back, and written anew."), ("key", key))).Location, StringComparison.Ordinal);
        Assert.EndsWith("#p4", (await world.Ines.Post($"{Talk.Path(id)}/posts", ("text", "First."), ("key", key))).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_text_and_one_too_long_are_refused_with_what_was_typed_kept()
    {
        var id = await world.Begin(world.Ines);
        var empty = await world.Ruth.Post($"{Talk.Path(id)}/posts", ("text", "  \n "));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Write something first; an empty post says nothing."), (empty.Status, empty.Page.QuerySelector("#text-w")!.TextContent));
        var most = new string('a', 64 * 1024);
        var tooLong = await world.Ruth.Post($"{Talk.Path(id)}/posts", ("text", most + "!"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.Status);
        Assert.Contains("64 thousand", tooLong.Page.QuerySelector("#text-w")!.TextContent);
        Assert.Equal(most + "!", tooLong.Page.QuerySelector("textarea")!.TextContent);
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Ruth.Post($"{Talk.Path(id)}/posts", ("text", most))).Status);
        var title = await world.Ruth.Post("/c/millbrook/conversations", ("title", new string('t', 201)), ("text", "Said."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, title.Status);
        Assert.Equal(new string('t', 201), title.Page.QuerySelector("#title")!.GetAttribute("value"));
        Assert.Equal("Said.", title.Page.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task Fifty_replies_at_once_are_numbered_without_gap_or_twin()
    {
        var id = await world.Begin(world.Ines);
        var numbers = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => world.Reply(n % 2 == 0 ? world.Ines : world.Ruth, id, $"Reply {n}")));
        Assert.Equal(Enumerable.Range(2, 50), numbers.Order());
        Assert.Equal((51, 51L), ((await world.Find(id)).PostCount, (await world.Find(id)).Version));
        Assert.Equal(Enumerable.Range(1, 51).Select(v => (long)v), await world.Read(db => db.The<Post>().Where(p => p.ConversationId == id).Select(p => p.Version).OrderBy(v => v).ToListAsync()));
    }

    [Fact]
    public async Task What_was_written_may_be_looked_at_first_with_and_without_script()
    {
        var id = await world.Begin(world.Ines);
        Assert.Equal("so", (await world.Ruth.Post("/c/millbrook/conversations/preview", ("text", "**so**"))).Page.QuerySelector("strong")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Tove.Post("/c/millbrook/conversations/preview", ("text", "**so**"))).Status);
        var page = await world.Ruth.Post($"{Talk.Path(id)}/posts", ("text", "**so** <script>alert(1)</script>"), ("preview", "yes"), ("key", Talk.Key()));
        Assert.Equal("so", page.Page.QuerySelector(".preview strong")!.TextContent);
        Assert.Null(page.Page.QuerySelector(".preview script"));
        Assert.Equal("**so** <script>alert(1)</script>", page.Page.QuerySelector("textarea")!.TextContent);
        Assert.Equal(1, (await world.Find(id)).PostCount);
        Assert.Equal("so", (await world.Ruth.Post("/c/millbrook/conversations", ("title", "T"), ("text", "**so**"), ("preview", "yes"))).Page.QuerySelector(".preview strong")!.TextContent);
    }

    [Theory]
    [InlineData(@"Eve\](https://evil.example) [x")]
    [InlineData("Eve](<https://evil.example>) `[")]
    [InlineData("<https://evil.example> Eve\\")]
    public async Task A_name_that_looks_like_a_link_is_quoted_as_a_name(string name)
    {
        var eve = await world.Register(name, $"{Guid.NewGuid():N}@eve.example");
        await world.Join(eve, world.Millbrook);
        var id = await world.Begin(eve, text: "Quote me");
        var page = await world.Ruth.Get($"{Talk.Path(id)}?quote=1");
        var thread = await world.Ruth.Submit(page, "/posts", ("text", page.Page.QuerySelector("textarea")!.TextContent + "Yes."));
        var link = Assert.Single(thread.Page.QuerySelectorAll("#p2 .read a"));
        Assert.Equal(($"{Talk.Path(id)}/posts/1", $"{name}, 23 November 2026"), (link.GetAttribute("href"), link.TextContent));
    }

    [Fact]
    public async Task A_quotation_leads_back_to_where_it_was_said()
    {
        var id = await world.Begin(world.Ines, text: "First line.\n\nSecond [line].");
        var page = await world.Ruth.Get($"{Talk.Path(id)}?quote=1");
        Assert.Equal($"> First line.\n>\n> Second [line].\n>\n> [Ines Okoro, 23 November 2026](<{Talk.Path(id)}/posts/1>)\n\n", page.Page.QuerySelector("textarea")!.TextContent);
        var thread = await world.Ruth.Submit(page, "/posts", ("text", page.Page.QuerySelector("textarea")!.TextContent + "Yes."));
        Assert.Equal($"{Talk.Path(id)}/posts/1", thread.Page.QuerySelector("#p2 blockquote a")!.GetAttribute("href"));
        Assert.Equal("", (await world.Ruth.Get($"{Talk.Path(id)}?quote=9")).Page.QuerySelector("textarea")!.TextContent);
    }
}
