using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Gatherings;
using Leaderful.Gatherings.Handouts;
using Leaderful.Initiatives;
using Leaderful.OneToOnes;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Wall;
using Leaderful.Pages;
using Leaderful.Rounds;
using Leaderful.Reflections;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Leaderful.Stories;
using Leaderful.Stories.Changes;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>Something in the bin. A whole conversation has no post's number; circles, pages, gatherings, commitments and initiatives are no conversations.</summary>
public sealed record BinItem(Id<Conversation> Conversation, int? Number, string Title, string Author, string Html, DateTime TakenDownAt)
{
    public Id<Circle>? Circle { get; init; }
    public Id<Page>? Page { get; init; }
    public Id<Gathering>? Gathering { get; init; }
    public Id<Topic>? Topic { get; init; }
    public Id<Space>? Space { get; init; }
    public Id<Commitment>? Commitment { get; init; }
    public Id<Initiative>? Initiative { get; init; }
    public Id<OneToOne>? OneToOne { get; init; }
    public Id<Round>? Round { get; init; }
    public Id<Reflection>? Reflection { get; init; }
    public Id<Story>? Story { get; init; }
    public Id<SignificantChange>? Change { get; init; }

    /// <summary>A file of its gathering.</summary>
    public Id<Attachment>? Handout { get; init; }
}

public sealed record BinModel(IReadOnlyList<BinItem> Items);

public static class BinEndpoints
{
    private const int Most = 200;

    public static void MapBin(this RouteGroupBuilder community) => community.MapGet("/bin", Show);

    private static async Task<IResult> Show(Db db, Viewer viewer, TimeProvider time)
    {
        var since = time.Utc() - Leaderful.Conversations.Bin.Keeps;
        var items = await db.PostsInBin(viewer.Me, viewer.Here, since).ToListAsync();
        items.AddRange(await db.ConversationsInBin(viewer.Me, viewer.Here, since).ToListAsync());
        items.AddRange(await db.CirclesInBin(viewer.Me, viewer.Here, since));
        items.AddRange(await db.PagesInBin(viewer.Me, viewer.Here, since));
        items.AddRange(await db.GatheringsInBin(viewer.Me, viewer.Here, since));
        items.AddRange(await db.HandoutsInBin(viewer.Me, viewer.Here, since));
        items.AddRange(await db.TopicsInBin(viewer.Me, viewer.Here, since));
        items.AddRange(await db.CommitmentsInBin(viewer.Me, viewer.Here, since));
        items.AddRange(await db.InitiativesInBin(viewer.Me, viewer.Here, since));
        items.AddRange(await db.OneToOnesInBin(viewer, since));
        items.AddRange(await db.RoundsInBin(viewer, since));
        items.AddRange(await db.ReflectionsInBin(viewer, since));
        items.AddRange(await db.StoriesInBin(viewer, since));
        items.AddRange(await db.ChangesInBin(viewer, since));
        return Screen.Show<BinPage, BinModel>(new BinModel([.. items.OrderByDescending(i => i.TakenDownAt)]));
    }

    private static IQueryable<BinItem> PostsInBin(this Db db, Session me, Here here, DateTime since)
    {
        var (actor, scopes) = (me.ActorId, me.Scopes);
        return (from p in db.The<Post>()
                join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
                join w in db.The<Actor>() on t.AuthorId equals w.Id
                join a in db.The<Actor>() on w.ClaimedById ?? w.Id equals a.Id
                join c in db.The<Conversation>() on p.ConversationId equals c.Id
                join ct in db.The<Thing>() on c.Id.As<Thing>() equals ct.Id
                where t.CommunityId == here.Id && scopes.Contains(t.ScopeId) && t.DeletedAt > since && ct.DeletedAt == null && p.MovedPostId == null
                    && (t.DeletedById == actor || (here.IsSteward && t.DeletedById != a.Id))
                orderby t.DeletedAt descending
                select new BinItem(c.Id, p.Number, c.Title, a.Name, p.Html.Substring(0, 1000), t.DeletedAt!.Value)).Take(Most);
    }

    private static IQueryable<BinItem> ConversationsInBin(this Db db, Session me, Here here, DateTime since)
    {
        var (actor, scopes, shared) = (me.ActorId, me.Scopes, db.SharedConversations());
        return (from c in db.The<Conversation>()
                join t in db.The<Thing>() on c.Id.As<Thing>() equals t.Id
                join a in db.The<Actor>() on t.AuthorId equals a.Id
                where t.CommunityId == here.Id && scopes.Contains(t.ScopeId) && t.DeletedAt > since
                    // What was split off and put back again left only its empty places.
                    && db.The<Post>().Any(p => p.ConversationId == c.Id && p.MovedPostId == null)
                    && (t.DeletedById == actor || (here.IsSteward && (t.DeletedById != t.AuthorId || shared.Any(s => s == c.Id))))
                    // What went with its page comes back with it.
                    && !(c.IsBeside && db.The<Thing>().Any(p => p.Id == c.AboutId && p.DeletedAt != null))
                orderby t.DeletedAt descending
                select new BinItem(c.Id, null, c.Title, a.Name, "", t.DeletedAt!.Value)).Take(Most);
    }
}
