using Leaderful.Accounts;
using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Initiatives;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Wall;
using Leaderful.Pages;
using Leaderful.People;
using Leaderful.Shared;
using Leaderful.Stories;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Search;

/// <summary>Something found, as it is shown: its words with what was looked for marked in them.</summary>
public sealed record Found(FoundKind Kind, string Path, MarkupString Title, MarkupString Words, string Author, DateTime At, Here? Community)
{
    public Facet? Facet { get; init; }
}

/// <summary>
/// Reads what was found, a question for each kind. Every one asks once more whether it stands and may be read, so that
/// nothing is said of what was taken down while somebody searched.
/// </summary>
public static class Showing
{
    private const int Length = 200;

    public static async Task<IReadOnlyList<Found>> Show(this Db db, SearchPlace place, SearchWish wish, IReadOnlyList<(Id<Thing> Id, ThingKind Kind)> page)
    {
        var found = new Dictionary<Id<Thing>, Found>();
        foreach (var kind in page.ToLookup(p => p.Kind, p => p.Id))
            await (kind.Key switch
            {
                ThingKind.Post => db.Posts(place, wish, [.. kind], found),
                ThingKind.Thread => db.Titles(place, wish, [.. kind], found),
                ThingKind.Page => db.Pages(place, wish, [.. kind], found),
                ThingKind.Gathering => db.Gatherings(place, wish, [.. kind], found),
                ThingKind.Topic => db.Topics(place, wish, [.. kind], found),
                ThingKind.Commitment => db.Commitments(place, wish, [.. kind], found),
                ThingKind.Initiative => db.Initiatives(place, wish, [.. kind], found),
                ThingKind.Story => db.Stories(place, wish, [.. kind], found),
                _ => db.Entries(place, wish, [.. kind], found),
            });
        return [.. page.Where(p => found.ContainsKey(p.Id)).Select(p => found[p.Id])];
    }

    private static async Task Posts(this Db db, SearchPlace place, SearchWish wish, List<Id<Thing>> ids, Dictionary<Id<Thing>, Found> found)
    {
        var (posts, scopes) = (ids.ConvertAll(id => id.As<Post>()), place.Scopes);
        var rows = await (
            from p in db.The<Post>()
            join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
            join c in db.The<Conversation>() on p.ConversationId equals c.Id
            join whole in db.The<Thing>() on c.Id.As<Thing>() equals whole.Id
            join w in db.The<Actor>() on t.AuthorId equals w.Id
            join a in db.The<Actor>() on w.ClaimedById ?? w.Id equals a.Id
            where posts.Contains(p.Id) && t.DeletedAt == null && whole.DeletedAt == null && scopes.Contains(t.ScopeId)
            select new { p.Id, p.Number, p.CommunityId, p.ConversationId, c.Title, Html = p.Folded == null ? p.Html : "", a.Name, t.CreatedAt }).ToListAsync();
        foreach (var row in rows)
            if (place.Me.In(row.CommunityId) is { } here)
                found[row.Id.As<Thing>()] = new Found(FoundKind.Posts, FormattableString.Invariant($"{here.Path}/conversations/{row.ConversationId}/posts/{row.Number}"),
                    Snippet.Whole(row.Title, wish.Terms), Snippet.Of(Said.Open(row.Html), wish.Terms, Length), row.Name, row.CreatedAt, here);
    }

    private static async Task Titles(this Db db, SearchPlace place, SearchWish wish, List<Id<Thing>> ids, Dictionary<Id<Thing>, Found> found)
    {
        var (conversations, scopes) = (ids.ConvertAll(id => id.As<Conversation>()), place.Scopes);
        var rows = await (
            from c in db.The<Conversation>()
            join t in db.The<Thing>() on c.Id.As<Thing>() equals t.Id
            join w in db.The<Actor>() on t.AuthorId equals w.Id
            join a in db.The<Actor>() on w.ClaimedById ?? w.Id equals a.Id
            where conversations.Contains(c.Id) && t.DeletedAt == null && scopes.Contains(t.ScopeId)
            select new { c.Id, c.CommunityId, c.Title, a.Name, t.CreatedAt }).ToListAsync();
        foreach (var row in rows)
            if (place.Me.In(row.CommunityId) is { } here)
                found[row.Id.As<Thing>()] = new Found(FoundKind.Conversations, $"{here.Path}/conversations/{row.Id}", Snippet.Whole(row.Title, wish.Terms), default, row.Name, row.CreatedAt, here);
    }

    private static async Task Pages(this Db db, SearchPlace place, SearchWish wish, List<Id<Thing>> ids, Dictionary<Id<Thing>, Found> found)
    {
        var pages = ids.ConvertAll(id => id.As<Page>());
        var rows = await db.Ask($"""
            SELECT p."Id", p."CommunityId", p."Title", s."Html", a."Name", COALESCE(p."WrittenAt", t."CreatedAt")
            FROM pages p JOIN things t ON t."Id" = p."Id" JOIN actors a ON a."Id" = t."AuthorId" LEFT JOIN page_states s ON s."PageId" = p."Id"
            WHERE p."Id" IN {pages} AND t."DeletedAt" IS NULL AND t."ScopeId" IN {place.Scopes}
            """, row => (Id: row.Id<Page>(0), In: row.Id<Community>(1), Title: row.Text(2), Html: row.TextOrNone(3), Name: row.Text(4), At: row.Time(5)));
        foreach (var row in rows)
            if (place.Me.In(row.In) is { } here)
                found[row.Id.As<Thing>()] = new Found(FoundKind.Pages, $"{here.Path}/pages/{row.Id}",
                    Snippet.Whole(row.Title, wish.Terms), row.Html is { } html ? Snippet.Of(Said.Open(html), wish.Terms, Length) : default, row.Name, row.At, here);
    }

    private static async Task Gatherings(this Db db, SearchPlace place, SearchWish wish, List<Id<Thing>> ids, Dictionary<Id<Thing>, Found> found)
    {
        var gatherings = ids.ConvertAll(id => id.As<Gathering>());
        var rows = await db.Ask($"""
            SELECT g."Id", g."CommunityId", g."Title", g."Purpose", a."Name", COALESCE(g."StartsAt", t."CreatedAt")
            FROM gatherings g JOIN things t ON t."Id" = g."Id" JOIN actors a ON a."Id" = t."AuthorId"
            WHERE g."Id" IN {gatherings} AND t."DeletedAt" IS NULL AND t."ScopeId" IN {place.Scopes}
            """, row => (Id: row.Id<Gathering>(0), In: row.Id<Community>(1), Title: row.Text(2), Purpose: row.Text(3), Name: row.Text(4), At: row.Time(5)));
        foreach (var row in rows)
            if (place.Me.In(row.In) is { } here)
                found[row.Id.As<Thing>()] = new Found(FoundKind.Gatherings, $"{here.Path}/gatherings/{row.Id}", Snippet.Whole(row.Title, wish.Terms), Snippet.Of(row.Purpose, wish.Terms, Length), row.Name, row.At, here);
    }

    private static async Task Topics(this Db db, SearchPlace place, SearchWish wish, List<Id<Thing>> ids, Dictionary<Id<Thing>, Found> found)
    {
        var topics = ids.ConvertAll(id => id.As<Topic>());
        var rows = await db.Ask($"""
            SELECT p."Id", p."SpaceId", p."CommunityId", p."Title", p."Why", COALESCE(a."Name", p."Convener"), t."CreatedAt"
            FROM topics p JOIN things t ON t."Id" = p."Id" LEFT JOIN actors w ON w."Id" = p."ConvenerId" LEFT JOIN actors a ON a."Id" = COALESCE(w."ClaimedById", w."Id")
            WHERE p."Id" IN {topics} AND t."DeletedAt" IS NULL AND t."ScopeId" IN {place.Scopes}
            """, row => (Id: row.Id<Topic>(0), Space: row.Id<Space>(1), In: row.Id<Community>(2), Title: row.Text(3), Why: row.Text(4), Name: row.Text(5), At: row.Time(6)));
        foreach (var row in rows)
            if (place.Me.In(row.In) is { } here)
                found[row.Id.As<Thing>()] = new Found(FoundKind.Topics, $"{here.Path}/gatherings/{row.Space}/wall/topics/{row.Id}", Snippet.Whole(row.Title, wish.Terms), Snippet.Of(row.Why, wish.Terms, Length), row.Name, row.At, here);
    }

    private static async Task Commitments(this Db db, SearchPlace place, SearchWish wish, List<Id<Thing>> ids, Dictionary<Id<Thing>, Found> found)
    {
        var (commitments, scopes) = (ids.ConvertAll(id => id.As<Commitment>()), place.Scopes);
        var rows = await (
            from c in db.The<Commitment>()
            join t in db.The<Thing>() on c.Id.As<Thing>() equals t.Id
            join a in db.The<Actor>() on c.DoerId equals a.Id
            where commitments.Contains(c.Id) && t.DeletedAt == null && scopes.Contains(t.ScopeId)
            select new { c.Id, c.CommunityId, c.What, a.Name, t.CreatedAt }).ToListAsync();
        foreach (var row in rows)
            if (place.Me.In(row.CommunityId) is { } here)
                found[row.Id.As<Thing>()] = new Found(FoundKind.Commitments, $"{here.Path}/commitments/{row.Id}", Snippet.Whole(row.What, wish.Terms), default, row.Name, row.CreatedAt, here);
    }

    private static async Task Initiatives(this Db db, SearchPlace place, SearchWish wish, List<Id<Thing>> ids, Dictionary<Id<Thing>, Found> found)
    {
        var (initiatives, scopes) = (ids.ConvertAll(id => id.As<Initiative>()), place.Scopes);
        var rows = await (
            from i in db.The<Initiative>()
            join t in db.The<Thing>() on i.Id.As<Thing>() equals t.Id
            join a in db.The<Actor>() on t.AuthorId equals a.Id
            where initiatives.Contains(i.Id) && t.DeletedAt == null && scopes.Contains(t.ScopeId)
            select new { i.Id, i.CommunityId, i.Title, i.Purpose, a.Name, t.CreatedAt }).ToListAsync();
        foreach (var row in rows)
            if (place.Me.In(row.CommunityId) is { } here)
                found[row.Id.As<Thing>()] = new Found(FoundKind.Initiatives, $"{here.Path}/initiatives/{row.Id}", Snippet.Whole(row.Title, wish.Terms), Snippet.Of(row.Purpose, wish.Terms, Length), row.Name, row.CreatedAt, here);
    }

    private static async Task Stories(this Db db, SearchPlace place, SearchWish wish, List<Id<Thing>> ids, Dictionary<Id<Thing>, Found> found)
    {
        var (stories, scopes) = (ids.ConvertAll(id => id.As<Story>()), place.Scopes);
        var rows = await (
            from s in db.The<Story>()
            join t in db.The<Thing>() on s.Id.As<Thing>() equals t.Id
            join a in db.The<Actor>() on t.AuthorId equals a.Id
            where stories.Contains(s.Id) && t.DeletedAt == null && scopes.Contains(t.ScopeId)
            select new { s.Id, s.CommunityId, s.Title, s.Challenge, s.Choice, s.Outcome, s.Value, a.Name, t.CreatedAt }).ToListAsync();
        foreach (var row in rows)
            if (place.Me.In(row.CommunityId) is { } here)
                found[row.Id.As<Thing>()] = new Found(FoundKind.Stories, $"{here.Path}/stories/{row.Id}", Snippet.Whole(row.Title, wish.Terms),
                    Snippet.Of(string.Join('\n', row.Challenge, row.Choice, row.Outcome, row.Value).Trim(), wish.Terms, Length), row.Name, row.CreatedAt, here);
    }

    private static async Task Entries(this Db db, SearchPlace place, SearchWish wish, List<Id<Thing>> ids, Dictionary<Id<Thing>, Found> found)
    {
        var entries = ids.ConvertAll(id => id.As<PortraitEntry>());
        var rows = await db.Ask($"""
            SELECT {Portrait.Columns}, a."Name" FROM portrait_entries e JOIN things t ON t."Id" = e."Id" JOIN actors a ON a."Id" = t."AuthorId"
            WHERE e."Id" IN {entries} AND {Portrait.IsSeen(place.Scopes)}
            """, row => (Entry: Portrait.Read(row, 0), Name: row.Text(7)));
        foreach (var (row, name) in rows)
        {
            var here = place.Community ?? place.Me.Communities.FirstOrDefault(c => c.ScopeId == row.ScopeId);
            var path = here is not null ? $"{here.Path}/people/{row.PersonId}" : row.PersonId == place.Me.PersonId ? "/me/portrait" : $"/people/{row.PersonId}";
            found[row.Id.As<Thing>()] = new Found(FoundKind.People, path, Snippet.Whole(name, []), Snippet.Of(row.Text, wish.Terms, Length), name, row.SaidAt, here) { Facet = row.Facet };
        }
    }
}
