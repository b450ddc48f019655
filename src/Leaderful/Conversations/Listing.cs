using Leaderful.Accounts;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>
/// Conversations as a list shows them, in two questions however many they are: what each is to its reader, and the end of all of
/// them. Each is asked for its last post by its own number, since asking for the last of every one reads all there are.
/// </summary>
public static class Listing
{
    private const int LongestEnd = 1000;

    public sealed record Row(Conversation Conversation, Id<Scope> ScopeId, Id<Post>? Last, int Fresh);

    public static IQueryable<Row> Rows(this IQueryable<Conversation> conversations, Db db, Session reader, Here here) =>
        conversations.Select(db.NewTo(reader, here).In((c, fresh) => new Row(
            c,
            db.The<Thing>().Where(t => t.Id == c.Id.As<Thing>()).Select(t => t.ScopeId).First(),
            db.The<Post>().Where(p => p.ConversationId == c.Id && db.The<Thing>().Any(t => t.Id == p.Id.As<Thing>() && t.DeletedAt == null))
                .OrderByDescending(p => p.Number).Select(p => (Id<Post>?)p.Id).FirstOrDefault(),
            fresh.Take(NewPosts.Many).Count())));

    public static async Task<IReadOnlyList<ListedConversation>> Listed(this Db db, Session reader, IReadOnlyList<Row> rows)
    {
        var last = rows.Select(r => r.Last).OfType<Id<Post>>().ToList();
        var ends = await (
            from p in db.The<Post>()
            join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
            join w in db.The<Actor>() on t.AuthorId equals w.Id
            join a in db.The<Actor>() on w.ClaimedById ?? w.Id equals a.Id
            where last.Contains(p.Id)
            select new { p.Id, AuthorId = a.Id, a.Name, Html = p.Folded != null ? "" : p.Html.Substring(0, LongestEnd) }).ToDictionaryAsync(e => e.Id);
        return [.. rows.Select(row =>
        {
            var (c, end) = (row.Conversation, row.Last is { } id ? ends.GetValueOrDefault(id) : null);
            var isAside = end is not null && reader.SetAside.Any(a => a.In == c.CommunityId && a.Other == end.AuthorId);
            return new ListedConversation(
                c.Id, c.CommunityId, c.Title, c.PostCount - c.TakenDown, c.LastPostAt, end?.Name ?? "", isAside ? "" : end?.Html ?? "", row.Fresh, row.ScopeId)
            {
                IsFeatured = c.FeaturedAt is not null, IsClosed = c.ClosedAt is not null,
            };
        })];
    }
}
