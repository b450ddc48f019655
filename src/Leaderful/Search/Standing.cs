using Leaderful.Commitments;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Initiatives;
using Leaderful.Initiatives.Sentences;
using Leaderful.OpenSpace.Wall;
using Leaderful.Pages;
using Leaderful.People;
using Leaderful.Stories;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Search;

/// <summary>What of some things stands now, with its words: the one place that says what of each kind can be found.</summary>
public static class StandingThings
{
    public static async Task<IReadOnlyList<SearchDoc>> Standing(this Db db, IReadOnlyList<Id<Thing>> ids) =>
        [.. await db.Posts(ids), .. await db.Titles(ids), .. await db.Entries(ids), .. await db.Pages(ids), .. await db.Gatherings(ids), .. await db.Topics(ids), .. await db.Commitments(ids), .. await db.Initiatives(ids), .. await db.Stories(ids)];

    private static async Task<IEnumerable<SearchDoc>> Posts(this Db db, IReadOnlyList<Id<Thing>> ids)
    {
        var posts = ids.Select(id => id.As<Post>()).ToList();
        var found = await (
            from p in db.The<Post>()
            join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
            join whole in db.The<Thing>() on p.ConversationId.As<Thing>() equals whole.Id
            where posts.Contains(p.Id) && t.DeletedAt == null && whole.DeletedAt == null
            select new { Thing = t, p.Html }).AsNoTracking().ToListAsync();
        return found.Select(f => new SearchDoc(f.Thing, SearchWords.Of(Said.Open(f.Html))));
    }

    private static async Task<IEnumerable<SearchDoc>> Titles(this Db db, IReadOnlyList<Id<Thing>> ids)
    {
        var conversations = ids.Select(id => id.As<Conversation>()).ToList();
        var found = await (
            from c in db.The<Conversation>()
            join t in db.The<Thing>() on c.Id.As<Thing>() equals t.Id
            where conversations.Contains(c.Id) && t.DeletedAt == null
            select new { Thing = t, c.Title }).AsNoTracking().ToListAsync();
        return found.Select(f => new SearchDoc(f.Thing, SearchWords.Of(f.Title)));
    }

    /// <summary>A page by its title and by what stands on it.</summary>
    private static async Task<IEnumerable<SearchDoc>> Pages(this Db db, IReadOnlyList<Id<Thing>> ids)
    {
        var pages = ids.Select(id => id.As<Page>()).ToList();
        var found = await (
            from p in db.The<Page>()
            join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
            join s in db.The<PageState>() on p.Id equals s.PageId into states
            from s in states.DefaultIfEmpty()
            where pages.Contains(p.Id) && t.DeletedAt == null
            select new { Thing = t, p.Title, Html = s == null ? "" : s.Html }).AsNoTracking().ToListAsync();
        return found.Select(f => new SearchDoc(f.Thing, [.. SearchWords.Of(f.Title), .. SearchWords.Of(Said.Open(f.Html))]));
    }

    /// <summary>A gathering by what it is called, what it is for, and where.</summary>
    private static async Task<IEnumerable<SearchDoc>> Gatherings(this Db db, IReadOnlyList<Id<Thing>> ids)
    {
        var gatherings = ids.Select(id => id.As<Gathering>()).ToList();
        var found = await (
            from g in db.The<Gathering>()
            join t in db.The<Thing>() on g.Id.As<Thing>() equals t.Id
            where gatherings.Contains(g.Id) && t.DeletedAt == null
            select new { Thing = t, g.Title, g.Purpose, g.Place }).AsNoTracking().ToListAsync();
        return found.Select(f => new SearchDoc(f.Thing, [.. SearchWords.Of(f.Title), .. SearchWords.Of(f.Purpose), .. SearchWords.Of(f.Place)]));
    }

    /// <summary>A topic by what it is about, and what was hoped for.</summary>
    private static async Task<IEnumerable<SearchDoc>> Topics(this Db db, IReadOnlyList<Id<Thing>> ids)
    {
        var topics = ids.Select(id => id.As<Topic>()).ToList();
        var found = await (
            from p in db.The<Topic>()
            join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
            where topics.Contains(p.Id) && t.DeletedAt == null && p.Title != ""
            select new { Thing = t, p.Title, p.Why }).AsNoTracking().ToListAsync();
        return found.Select(f => new SearchDoc(f.Thing, [.. SearchWords.Of(f.Title), .. SearchWords.Of(f.Why)]));
    }

    private static async Task<IEnumerable<SearchDoc>> Commitments(this Db db, IReadOnlyList<Id<Thing>> ids)
    {
        var commitments = ids.Select(id => id.As<Commitment>()).ToList();
        var found = await (
            from c in db.The<Commitment>()
            join t in db.The<Thing>() on c.Id.As<Thing>() equals t.Id
            where commitments.Contains(c.Id) && t.DeletedAt == null && c.What != ""
            select new { Thing = t, c.What }).AsNoTracking().ToListAsync();
        return found.Select(f => new SearchDoc(f.Thing, SearchWords.Of(f.What)));
    }

    /// <summary>An initiative by what it is called and for, and by the sentence it holds to.</summary>
    private static async Task<IEnumerable<SearchDoc>> Initiatives(this Db db, IReadOnlyList<Id<Thing>> ids)
    {
        var initiatives = ids.Select(id => id.As<Initiative>()).ToList();
        var found = await (
            from i in db.The<Initiative>()
            join t in db.The<Thing>() on i.Id.As<Thing>() equals t.Id
            where initiatives.Contains(i.Id) && t.DeletedAt == null && i.Title != ""
            select new { i.Id, Thing = t, i.Title, i.Purpose }).AsNoTracking().ToListAsync();
        var sentences = await db.SentencesNow(initiatives);
        return found.Select(f => new SearchDoc(f.Thing, [.. SearchWords.Of(f.Title), .. SearchWords.Of(f.Purpose), .. sentences.TryGetValue(f.Id, out var s) ? OrganizingSentence.Parts.SelectMany(p => SearchWords.Of(s[p])) : []]));
    }

    /// <summary>A story by its title and its parts; one of us is found as the page it is written on. What is quoted in one is found by nobody.</summary>
    private static async Task<IEnumerable<SearchDoc>> Stories(this Db db, IReadOnlyList<Id<Thing>> ids)
    {
        var stories = ids.Select(id => id.As<Story>()).ToList();
        var found = await (
            from s in db.The<Story>()
            join t in db.The<Thing>() on s.Id.As<Thing>() equals t.Id
            where stories.Contains(s.Id) && s.Kind != StoryKind.Us && t.DeletedAt == null && s.Title != ""
            select new { Thing = t, Story = s }).AsNoTracking().ToListAsync();
        return found.Select(f => new SearchDoc(f.Thing, [.. SearchWords.Of(f.Story.Title), .. Story.Parts.SelectMany(p => SearchWords.Of(f.Story[p]))]));
    }

    private static async Task<IEnumerable<SearchDoc>> Entries(this Db db, IReadOnlyList<Id<Thing>> ids)
    {
        var entries = ids.Select(id => id.As<PortraitEntry>()).ToList();
        var found = await (
            from e in db.The<PortraitEntry>()
            join t in db.The<Thing>() on e.Id.As<Thing>() equals t.Id
            where entries.Contains(e.Id) && t.DeletedAt == null && e.Text != ""
            select new { Thing = t, e.Text }).AsNoTracking().ToListAsync();
        return found.Select(f => new SearchDoc(f.Thing, SearchWords.Of(f.Text)));
    }
}
