using System.Globalization;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Pages;
using Leaderful.Search;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Linking;

/// <summary>Another conversation or a page that leads here, for somebody who may read it.</summary>
public sealed record SpokenOf(string Title, string Path);

public static class SpokenOfQueries
{
    public const int Most = 10;
    private const int AtOnce = 100;

    /// <summary>The latest that speak of a conversation, or of a post in it. Nobody learns of one they may not read.</summary>
    public static async Task<IReadOnlyList<SpokenOf>> SpokenOf(this Db db, Viewer viewer, ConversationHead head, DateTime now)
    {
        if (head.SpokenOfAt is null) return [];
        var (id, thing, scopes) = (head.Id, head.Id.As<Thing>(), SearchPlace.Of(viewer.Me, null, now).Scopes);
        var within =
            from l in db.The<Link>()
            join q in db.The<Post>() on l.ToId equals q.Id.As<Thing>()
            where q.ConversationId == id
            select l;
        var found = await db.Speaking(db.The<Link>().Where(l => l.ToId == thing), id, scopes);
        found.AddRange(await db.Speaking(within, id, scopes));
        found.AddRange(await db.BegunAbout(id, scopes));
        return Shown(found);
    }

    /// <summary>The latest conversations here in which something speaks of a page.</summary>
    public static async Task<IReadOnlyList<SpokenOf>> SpokenOf(this Db db, Viewer viewer, PageHead page)
    {
        var thing = page.Id.As<Thing>();
        return Shown(await db.Speaking(db.The<Link>().Where(l => l.ToId == thing && l.CommunityId == page.CommunityId), default, viewer.Me.Scopes));
    }

    private static IReadOnlyList<SpokenOf> Shown(List<Speaker> found) => [.. found.OrderByDescending(s => s.At).DistinctBy(s => s.Conversation).Take(Most)
        .Select(s => new SpokenOf(s.Title, string.Create(CultureInfo.InvariantCulture, $"{Community.PathOf(s.Slug)}/conversations/{s.Conversation}/posts/{s.Number}")))];

    private static Task<List<Speaker>> Speaking(this Db db, IQueryable<Link> links, Id<Conversation> of, IReadOnlyList<Id<Scope>> scopes) => (
        from l in links
        join p in db.The<Post>() on l.FromId equals p.Id.As<Thing>()
        join t in db.The<Thing>() on l.FromId equals t.Id
        join c in db.The<Conversation>() on p.ConversationId equals c.Id
        join whole in db.The<Thing>() on c.Id.As<Thing>() equals whole.Id
        join here in db.The<Community>() on c.CommunityId equals here.Id
        where c.Id != of && t.DeletedAt == null && whole.DeletedAt == null && scopes.Contains(t.ScopeId)
        orderby l.At descending
        select new Speaker(c.Id, c.Title, here.Slug, p.Number, l.At)).Take(AtOnce).ToListAsync();

    private static Task<List<Speaker>> BegunAbout(this Db db, Id<Conversation> of, IReadOnlyList<Id<Scope>> scopes) => (
        from q in db.The<Post>()
        from c in db.The<Conversation>()
        join whole in db.The<Thing>() on c.Id.As<Thing>() equals whole.Id
        join here in db.The<Community>() on c.CommunityId equals here.Id
        where q.ConversationId == of && c.AboutId == q.Id.As<Thing>() && c.Id != of && whole.DeletedAt == null && scopes.Contains(whole.ScopeId)
        orderby whole.CreatedAt descending
        select new Speaker(c.Id, c.Title, here.Slug, 1, whole.CreatedAt)).Take(AtOnce).ToListAsync();

    private sealed record Speaker(Id<Conversation> Conversation, string Title, string Slug, int Number, DateTime At);

    /// <summary>The conversations that were begun about a thing, here, for whoever may read each.</summary>
    public static async Task<IReadOnlyList<SpokenOf>> ConversationsAbout(this Db db, Viewer viewer, Id<Thing> about) =>
        [.. (await db.ConversationsAbout(viewer, [about]))[about].Take(Most)];

    /// <summary>The same of each of some things, in one question.</summary>
    public static async Task<ILookup<Id<Thing>, SpokenOf>> ConversationsAbout(this Db db, Viewer viewer, IReadOnlyList<Id<Thing>> about)
    {
        if (about.Count == 0) return Array.Empty<SpokenOf>().ToLookup(_ => default(Id<Thing>));
        var found = await db.ConversationsFor(viewer.Me).Where(c => c.AboutId != null && about.Contains(c.AboutId.Value) && c.CommunityId == viewer.Here.Id && !c.IsBeside)
            .OrderByDescending(c => c.LastPostAt).Take(AtOnce).Select(c => new { c.Id, c.Title, c.AboutId }).ToListAsync();
        return found.ToLookup(c => c.AboutId!.Value, c => new SpokenOf(c.Title, $"{viewer.Here.Path}/conversations/{c.Id}"));
    }
}
