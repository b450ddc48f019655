using System.Net;
using Leaderful.Accounts;
using Leaderful.Care;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Demo;
using Leaderful.Files;
using Leaderful.Following;
using Leaderful.Gatherings;
using Leaderful.Mail.Archive;
using Leaderful.People;
using Leaderful.Shared;
using Leaderful.Tests.Crawl;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Demo;

public class DemoTests(DemoWorld world) : IClassFixture<DemoWorld>
{
    [Fact]
    public async Task People_meet_by_the_clock_of_a_place_and_somebody_brought_something_along()
    {
        Assert.All(await world.Read(db => db.The<Gathering>().Select(g => g.Zone).Distinct().ToListAsync()), zone => Assert.True(zone.Contains('/', StringComparison.Ordinal) && zone != Zones.Utc, zone));
        var brought = await world.Read(db => db.The<Attachment>().SingleAsync(a => db.The<Gathering>().Any(g => g.Id.As<Thing>() == a.ThingId && g.Title == "What feeds the night?")));
        Assert.EndsWith(".txt", brought.FileName, StringComparison.Ordinal);
        Assert.NotNull(brought.BroughtById);
        Assert.Contains("Where the kettles are", (await (await world.As("ruth")).Get($"/files/{brought.Id}")).Text, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await (await world.As("tove")).Get($"/files/{brought.Id}")).Status);
    }

    [Fact]
    public async Task There_is_much_to_look_at()
    {
        Assert.InRange(await world.Read(db => db.The<Person>().CountAsync()), 40, 60);
        Assert.InRange(await world.Read(db => db.The<Conversation>().CountAsync()), 45, 80);
        Assert.InRange(await world.Read(db => db.The<Post>().CountAsync()), 500, 1000);
        Assert.Equal(140, await world.Read(db => db.The<Conversation>().MaxAsync(c => c.PostCount)));
    }

    [Fact]
    public async Task Many_people_say_what_they_offer_need_and_care_about()
    {
        var entries = await world.Read(db => db.The<PortraitEntry>().ToListAsync());
        Assert.True(entries.Select(e => e.PersonId).Distinct().Count() >= 15);
        Assert.Equal(Facets.Said, entries.Select(e => e.Facet).Distinct().Order());
    }

    [Fact]
    public async Task Something_was_called_marked_pinned_moved_and_decided()
    {
        Assert.Equal(2, await world.Read(db => db.The<Mention>().Select(m => m.PersonId).Distinct().CountAsync()));
        Assert.True(await world.Read(db => db.The<Valued>().CountAsync()) >= 8);
        Assert.Equal("One line from the night, whoever is on", await world.Read(db => db.The<Conversation>().Where(c => c.PinnedAt != null).Select(c => c.Title).SingleAsync()));
        Assert.Equal(4, await world.Read(db => db.The<Conversation>().Where(c => c.Title == "May students write in the night log?").Select(c => c.PostCount).SingleAsync()));
        Assert.Equal(Verdict.Unfolded, await world.Read(db => db.The<CareDecision>().Select(d => d.Verdict).SingleAsync()));
        Assert.DoesNotContain("taken down", (await (await world.As("ruth")).Get("/me/valuable")).Main, StringComparison.Ordinal);
        Assert.Contains("Soon", (await (await world.As("ruth")).Get("/me/valuable")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await (await world.As("ines")).Get("/c/millbrook/care")).Status);
        Assert.DoesNotContain("hamish", (await (await world.As("ruth")).Get("/c/millbrook/care")).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_Open_Space_that_is_over_was_talked_over_and_looked_back_at()
    {
        var ruth = await world.As("ruth");
        var id = await world.Read(db => db.The<Gathering>().Where(g => g.Title == "What feeds the night?").Select(g => g.Id).SingleAsync());
        var path = $"/c/millbrook/gatherings/{id}";
        var (book, reviews) = ((await ruth.Get($"{path}/book")).Main, (await ruth.Get($"{path}/reviews")).Main);
        foreach (var part in (string[])["A kettle on every floor", "Two kettles stand in stores", "Get the two kettles out of stores"]) Assert.Contains(part, book, StringComparison.Ordinal);
        foreach (var part in (string[])["kept", "under way", "something in the way", "The next time is"]) Assert.Contains(part, reviews, StringComparison.Ordinal);
        Assert.Contains("I like being asked.", (await (await world.As("yusra")).Get($"{path}/debrief")).Main, StringComparison.Ordinal);
        Assert.Contains("A break that somebody covers", (await ruth.Get($"{path}/energy")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await world.As("tove")).Get($"{path}/debrief")).Status);
    }

    [Fact]
    public async Task A_set_of_questions_was_reworded_and_translated()
    {
        var set = await (await world.As("ruth")).Get("/c/millbrook/questions/open-space-preparing");
        Assert.Contains("Who covers the wards meanwhile?", set.Main, StringComparison.Ordinal);
        Assert.Contains("українська", set.Main, StringComparison.Ordinal);
        Assert.NotNull(set.Page.QuerySelector("a[href$='/versions/1']"));
    }

    [Fact]
    public async Task An_Open_Space_is_prepared_and_only_those_who_prepare_it_read_what_they_say()
    {
        var id = await world.Read(db => db.The<Gathering>().Where(g => g.Kind == GatheringKind.OpenSpace && g.Title == "What can the night tell the day?").Select(g => g.Id).SingleAsync());
        var (ruth, yusra) = (await world.As("ruth"), await world.As("yusra"));
        var frame = await yusra.Get($"/c/millbrook/gatherings/{id}/givens");
        Assert.Equal(2, frame.Page.QuerySelectorAll(".givens > li").Length);
        Assert.Contains("Asked on", frame.Main, StringComparison.Ordinal);
        Assert.Contains("Dr Amadi", frame.Page.QuerySelector("#pledges")!.ParentElement!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("asked to leave nights", (await ruth.Get($"/c/millbrook/gatherings/{id}/preparing/questions")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await yusra.Get($"/c/millbrook/gatherings/{id}/preparing/questions")).Status);
    }

    [Fact]
    public async Task Everybody_is_a_member_somewhere() =>
        Assert.Empty(await world.Read(db => db.The<Person>().Where(p => !db.The<Membership>().Any(m => m.PersonId == p.Id && m.LeftAt == null)).ToListAsync()));

    [Fact]
    public async Task Everybody_speaks_only_where_and_while_they_are_a_member() =>
        Assert.Empty(await world.Read(db => (
            from thing in db.The<Thing>()
            join actor in db.The<Actor>() on thing.AuthorId equals actor.Id
            where actor.Kind == ActorKind.Person && thing.PersonId == null && !db.The<Membership>().Any(m => m.PersonId == actor.PersonId && m.CommunityId == thing.CommunityId && m.JoinedAt < thing.CreatedAt)
            select actor.Name).ToListAsync()));

    [Fact]
    public async Task Everything_is_past_and_in_order()
    {
        var now = world.Time.GetUtcNow().UtcDateTime;
        var posts = await world.Read(db => (
            from post in db.The<Post>()
            join thing in db.The<Thing>() on post.Id.As<Thing>() equals thing.Id
            where post.MovedPostId == null
            orderby post.ConversationId, post.Number
            select new { post.ConversationId, post.EditedAt, thing.CreatedAt }).ToListAsync());
        Assert.All(posts, p => Assert.True(p.CreatedAt < now && (p.EditedAt is null || (p.EditedAt > p.CreatedAt && p.EditedAt < now))));
        Assert.All(posts.Zip(posts.Skip(1)).Where(p => p.First.ConversationId == p.Second.ConversationId), p => Assert.True(p.First.CreatedAt < p.Second.CreatedAt));
        Assert.Empty(await world.Read(db => db.The<JournalEntry>().Where(j => j.At >= now && j.Verb != "device.signed-in").ToListAsync()));
        Assert.True(now - posts.Max(p => p.CreatedAt) < TimeSpan.FromDays(2));
    }

    [Fact]
    public async Task No_two_posts_say_the_same()
    {
        var texts = await world.Read(db => db.The<Post>().Select(p => p.Text).ToListAsync());
        Assert.Empty(texts.GroupBy(t => t.ToUpperInvariant(), StringComparer.Ordinal).Where(g => g.Count() > 1 && g.Key.Length > 12).Select(g => g.Key));
    }

    [Fact]
    public async Task The_old_mailing_list_stands_there_with_the_names_of_its_writers()
    {
        var import = await world.Read(db => db.The<MailImport>().SingleAsync());
        Assert.Equal((30, 30, 0), (import.Read, import.Placed, import.Unread));
        Assert.NotNull(import.FinishedAt);
        Assert.Equal(7, await world.Read(db => db.The<Actor>().CountAsync(a => a.Kind == ActorKind.ImportedName)));
        var list = await (await world.As("ruth")).Get("/c/millbrook/people");
        Assert.DoesNotContain("oldpost.example", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        var before = await Counts();
        await world.Restart();
        Assert.Equal(before, await Counts());
    }

    [Theory]
    [InlineData("ines")]
    [InlineData("ruth")]
    [InlineData("tove")]
    [InlineData("yusra")]
    public async Task Whoever_one_comes_in_as_finds_no_broken_page(string who)
    {
        var wrong = new List<string>();
        await foreach (var (path, screen) in new Crawler(await world.As(who), "en").From("/"))
            wrong.AddRange(PageRules.Broken(screen, missing: false).Select(w => $"{path}: {w}"));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task The_sign_in_page_offers_people_to_come_in_as()
    {
        var page = await world.Anyone().Get("/sign-in");
        Assert.All(Guest.All, g => Assert.Contains(g.Name, page.Main, StringComparison.Ordinal));
        Assert.Contains("Ines Okoro", (await (await world.As("ines")).Get("/")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("joss")]
    [InlineData("")]
    [InlineData("ines.okoro@millbrook.example")]
    public async Task Nobody_comes_in_as_anybody_else(string who)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await world.Anyone().Post("/demo/arrivals", ("who", who))).Status);
        Assert.Contains("/sign-in", (await (await world.As(who)).Get("/communities/new")).Location, StringComparison.Ordinal);
    }

    private Task<(int, int, int, int)> Counts() => world.Read(async db => (
        await db.The<Person>().CountAsync(), await db.The<Post>().CountAsync(), await db.The<Membership>().CountAsync(), await db.The<JournalEntry>().CountAsync()));
}
