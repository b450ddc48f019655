using System.Globalization;
using Leaderful.Accounts;
using Leaderful.Care;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Following;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>A conversation in a list, as one reader finds it.</summary>
public sealed record ListedConversation(
    Id<Conversation> Id, Id<Community> CommunityId, string Title, int Standing, DateTime LastPostAt, string LastAuthor, string LastHtml, int Fresh, Id<Scope> ScopeId)
{
    /// <summary>Stands first here.</summary>
    public bool IsPinned { get; init; }
    public bool IsFeatured { get; init; }
    public bool IsClosed { get; init; }
}

public sealed record ListModel(IReadOnlyList<ListedConversation> Conversations, bool OnlyFresh, ListPlace? Here, ListPlace? Older)
{
    public bool OnlyFeatured { get; init; }
}

/// <summary>
/// A place in a list ordered by time: the moment, and how many of that very moment came before. It stays where it is
/// whatever is said meanwhile.
/// </summary>
public readonly record struct ListPlace(DateTime At, int Passed)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(At - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}.{Passed}");

    public static ListPlace? Read(string? text)
    {
        var parts = (text ?? "").Split('.');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < 8_000_000_000_000_000
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var passed)
            ? new ListPlace(DateTime.UnixEpoch.AddMicroseconds(at), passed) : null;
    }

    public static ListPlace After(IReadOnlyList<ListedConversation> shown, ListPlace? before)
    {
        var last = shown[^1].LastPostAt;
        var same = shown.Count(c => c.LastPostAt == last);
        return new ListPlace(last, same + (before is { } b && b.At == last ? b.Passed : 0));
    }
}

public static class ConversationListing
{
    public const int PageSize = 30;

    public static async Task<ListModel> ListConversations(this Db db, Session reader, Here here, bool onlyFresh, ListPlace? from, Id<Scope>? only = null, bool onlyFeatured = false)
    {
        var listed = db.ConversationsFor(reader).Where(c => c.CommunityId == here.Id && c.PostCount > c.TakenDown);
        if (only is { } scope) listed = listed.Where(c => db.The<Thing>().Any(t => t.Id == c.Id.As<Thing>() && t.ScopeId == scope));
        if (onlyFresh) listed = listed.WithNews(db, reader);
        if (onlyFeatured) listed = listed.Where(c => c.FeaturedAt != null);
        var pinned = onlyFresh || onlyFeatured ? null : listed.PinnedOn(db, only ?? here.ScopeId);
        if (pinned is not null) listed = listed.NotPinnedOn(db, only ?? here.ScopeId);
        if (from is { } place) listed = listed.Where(c => c.LastPostAt <= place.At);
        var rows = await listed.OrderByDescending(c => c.LastPostAt).ThenByDescending(c => c.Id)
            .Skip(from?.Passed ?? 0).Take(PageSize + 1).Listed(db, reader).ToListAsync();
        var shown = rows.Take(PageSize).ToList();
        var first = pinned is null || from is not null ? [] : await pinned.Listed(db, reader).ToListAsync();
        return new ListModel([.. first.Select(c => c with { IsPinned = true }), .. shown], onlyFresh, from, rows.Count > PageSize ? ListPlace.After(shown, from) : null) { OnlyFeatured = onlyFeatured };
    }

    /// <summary>What this person may read, in all their communities, and is not taken down.</summary>
    public static IQueryable<Conversation> ConversationsFor(this Db db, Session reader)
    {
        var scopes = reader.Scopes;
        return db.The<Conversation>().Where(c =>
            db.The<Thing>().Any(t => t.Id == c.Id.As<Thing>() && t.DeletedAt == null && scopes.Contains(t.ScopeId)));
    }

    /// <summary>Those in which somebody else spoke since this person joined, the community and the circle, and last read.</summary>
    public static IQueryable<Conversation> WithNews(this IQueryable<Conversation> conversations, Db db, Session reader)
    {
        var (person, actor) = (reader.PersonId, reader.ActorId);
        return conversations.Where(c =>
            (db.The<Follow>().Where(f => f.PersonId == person && f.ThingId == c.Id.As<Thing>()).Select(f => (FollowLevel?)f.Level).FirstOrDefault()
                ?? db.The<Membership>().Where(m => m.PersonId == person && m.CommunityId == c.CommunityId).Select(m => m.Level).FirstOrDefault()
                ?? FollowLevel.Normal) != FollowLevel.Mute && (
            from p in db.The<Post>()
            join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
            where p.ConversationId == c.Id && t.DeletedAt == null && t.AuthorId != actor
                && p.Number > (db.The<ReadMark>().Where(r => r.PersonId == person && r.ConversationId == c.Id).Select(r => (int?)r.UpTo).FirstOrDefault() ?? 0)
                && t.CreatedAt >= db.The<Membership>().Where(m => m.PersonId == person && m.CommunityId == c.CommunityId).Select(m => m.JoinedAt).FirstOrDefault()
                && !db.The<CircleMembership>().Any(m => m.PersonId == person && m.JoinedAt > t.CreatedAt && db.The<Circle>().Any(o => o.Id == m.CircleId && o.ScopeId == t.ScopeId))
            select p).Any());
    }

    public static IQueryable<ListedConversation> Listed(this IQueryable<Conversation> conversations, Db db, Session reader)
    {
        var (person, actor) = (reader.PersonId, reader.ActorId);
        return from c in conversations
               let last = (from p in db.The<Post>()
                           join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
                           join w in db.The<Actor>() on t.AuthorId equals w.Id
                           join a in db.The<Actor>() on w.ClaimedById ?? w.Id equals a.Id
                           where p.ConversationId == c.Id && t.DeletedAt == null
                           orderby p.Number descending
                           select new { a.Name, Html = p.Folded != null || db.The<SetAside>().Any(s => s.PersonId == person && s.CommunityId == p.CommunityId && s.OtherId == a.Id) ? "" : p.Html.Substring(0, 1000) }).FirstOrDefault()
               select new ListedConversation(
                   c.Id, c.CommunityId, c.Title, c.PostCount - c.TakenDown, c.LastPostAt, last!.Name ?? "", last.Html ?? "",
                   (from p in db.The<Post>()
                    join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
                    where p.ConversationId == c.Id && t.DeletedAt == null && t.AuthorId != actor
                        && p.Number > (db.The<ReadMark>().Where(r => r.PersonId == person && r.ConversationId == c.Id).Select(r => (int?)r.UpTo).FirstOrDefault() ?? 0)
                        && t.CreatedAt >= db.The<Membership>().Where(m => m.PersonId == person && m.CommunityId == c.CommunityId).Select(m => m.JoinedAt).FirstOrDefault()
                        && !db.The<CircleMembership>().Any(m => m.PersonId == person && m.JoinedAt > t.CreatedAt && db.The<Circle>().Any(o => o.Id == m.CircleId && o.ScopeId == t.ScopeId))
                    select p).Count(),
                   db.The<Thing>().Where(t => t.Id == c.Id.As<Thing>()).Select(t => t.ScopeId).First()) { IsFeatured = c.FeaturedAt != null, IsClosed = c.ClosedAt != null };
    }
}
