using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Leaderful.Data;
using Leaderful.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>
/// Where a post that stood here is now. It has no title where that stands on another rung by now, or is taken down: whoever
/// reads this line need not be somebody who reads that. The places of posts that went together say it once.
/// </summary>
public sealed record MovedTo(Id<Conversation> Conversation, int Number, string? Title, bool IsQuiet)
{
    internal void Write(StringBuilder to, int number, Words words, string address, bool arrives)
    {
        to.Append(CultureInfo.InvariantCulture, $"<li id=\"p{number}\" class=\"moved\" data-order=\"{number}\"");
        if (arrives) to.Append(" data-into=\"posts\"");
        if (IsQuiet) to.Append(" hidden");
        to.Append("><p>")
            .Append(Title is null ? HtmlEncoder.Default.Encode(words["tending.moved-away"]) : words.Rich("tending.moved", ("title", Link(address, Title))).Value)
            .Append("</p></li>");
    }

    /// <summary>The address of a conversation ends in its id; the other one is beside it.</summary>
    private MarkupString Link(string address, string title) => new(string.Create(CultureInfo.InvariantCulture,
        $"<a href=\"{HtmlEncoder.Default.Encode(address[..(address.LastIndexOf('/') + 1)])}{Conversation}/posts/{Number}\" dir=\"auto\">{HtmlEncoder.Default.Encode(title)}</a>"));
}

public static class PlacesLeft
{
    /// <summary>Where what stood at some of these places went; asked only where anything did.</summary>
    public static async Task<IReadOnlyList<PostRow>> WithMoves(this IReadOnlyList<PostRow> posts, Db db, Id<Conversation> here)
    {
        var left = posts.Where(p => p.MovedPostId is not null).Select(p => p.Number).ToList();
        if (left.Count == 0) return posts;
        var known = await (
            from s in db.The<Post>()
            join p in db.The<Post>() on s.MovedPostId equals (Id<Post>?)p.Id
            join c in db.The<Conversation>() on p.ConversationId equals c.Id
            join there in db.The<Thing>() on c.Id.As<Thing>() equals there.Id
            join own in db.The<Thing>() on s.Id.As<Thing>() equals own.Id
            where s.ConversationId == here && left.Contains(s.Number)
            select new
            {
                s.Number, To = c.Id, At = p.Number, c.Title, IsSeen = there.DeletedAt == null && there.ScopeId == own.ScopeId, IsTakenBack = s.EditedAt != null,
                Before = (
                    from b in db.The<Post>()
                    join q in db.The<Post>() on b.MovedPostId equals (Id<Post>?)q.Id
                    where b.ConversationId == here && b.Number == s.Number - 1 && b.EditedAt == null
                    select (Id<Conversation>?)q.ConversationId).FirstOrDefault(),
            }).ToDictionaryAsync(m => m.Number);
        return [.. posts.Select(p => known.TryGetValue(p.Number, out var m) ? p with { MovedTo = new MovedTo(m.To, m.At, m.IsSeen ? m.Title : null, m.IsTakenBack || m.Before == m.To) } : p)];
    }

    /// <summary>Where the post is that stood at a number; null where none has left it.</summary>
    public static async Task<(Id<Conversation> Conversation, int Number)?> WentTo(this Db db, Id<Conversation> conversation, int number)
    {
        var found = await (
            from s in db.The<Post>()
            join p in db.The<Post>() on s.MovedPostId equals (Id<Post>?)p.Id
            where s.ConversationId == conversation && s.Number == number
            select new { p.ConversationId, p.Number }).SingleOrDefaultAsync();
        return found is null ? null : (found.ConversationId, found.Number);
    }

    /// <summary>A conversation is called otherwise, went elsewhere or is taken down: the places left by what is in it are drawn anew.</summary>
    internal static async Task RedrawPlacesLeft(this Unit unit, Id<Conversation> to)
    {
        var db = unit.Db;
        var where = await (
            from s in db.The<Post>()
            join p in db.The<Post>() on s.MovedPostId equals (Id<Post>?)p.Id
            where p.ConversationId == to
            select s.ConversationId).Distinct().ToListAsync();
        foreach (var one in where.OrderBy(c => c.Value)) await unit.RedrawPlacesIn(one);
    }

    internal static async Task RedrawPlacesIn(this Unit unit, Id<Conversation> id)
    {
        var version = await unit.Change(id);
        await unit.Db.The<Post>().Where(p => p.ConversationId == id && p.MovedPostId != null).ExecuteUpdateAsync(p => p.SetProperty(x => x.Version, version));
    }
}
