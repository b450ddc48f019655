using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>A post as one chooses it, by how it begins; without a beginning where it is folded.</summary>
public sealed record Movable(int Number, string Author, DateTime At, string Html);

/// <summary>Another conversation on the same rung that they could go to.</summary>
public sealed record Destination(Id<Conversation> Id, string Title);

/// <summary>Choosing posts and where they go.</summary>
public sealed record MoveModel(ConversationHead Head, Form Form, IReadOnlyList<Movable> Posts, IReadOnlyList<Destination> Destinations, bool IsCut)
{
    private const int MostPosts = 200;
    private const int MostDestinations = 50;

    public bool Into => Form["how"] == "into";

    public bool Chose(int number) => Form.All("post").Contains(Text(number)) || (Form["from"].Length > 0 && !Form.Has("how"));

    public static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<MoveModel> Of(Db db, Viewer viewer, ConversationHead head, Form form)
    {
        var from = int.TryParse(form["from"], out var number) ? number : 1;
        var posts = await (
            from p in db.The<Post>()
            join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
            join w in db.The<Actor>() on t.AuthorId equals w.Id
            join a in db.The<Actor>() on w.ClaimedById ?? w.Id equals a.Id
            where p.ConversationId == head.Id && p.Number >= @from && t.DeletedAt == null
            orderby p.Number
            select new Movable(p.Number, a.Name, t.CreatedAt, p.Folded == null ? p.Html.Substring(0, 600) : "")).Take(MostPosts + 1).ToListAsync();
        var destinations = await db.DestinationsFor(viewer, head).OrderByDescending(c => c.LastPostAt).ThenByDescending(c => c.Id)
            .Take(MostDestinations).Select(c => new Destination(c.Id, c.Title)).ToListAsync();
        return new MoveModel(head, form, [.. posts.Take(MostPosts)], destinations, posts.Count > MostPosts);
    }
}

public static class Destinations
{
    /// <summary>Where this person may put something in: they tend the community, or began it.</summary>
    public static IQueryable<Conversation> DestinationsFor(this Db db, Viewer viewer, ConversationHead head)
    {
        var (me, tends, here, own, rung) = (viewer.Me.ActorId, viewer.Here.IsSteward, head.CommunityId, head.Id, head.ScopeId);
        return db.The<Conversation>().Where(c => c.CommunityId == here && c.Id != own
            && db.The<Thing>().Any(t => t.Id == c.Id.As<Thing>() && t.ScopeId == rung && t.DeletedAt == null && (tends || t.AuthorId == me)));
    }

    /// <summary>What was typed or pasted where the list was too short: the address of a conversation or of a post in it.</summary>
    public static Id<Conversation>? Read(string address)
    {
        const string Before = "/conversations/";
        var at = address.IndexOf(Before, StringComparison.Ordinal);
        if (at < 0) return null;
        var rest = address.AsSpan(at + Before.Length);
        var end = rest.IndexOfAny("/?# ");
        return Id<Conversation>.TryParse((end < 0 ? rest : rest[..end]).ToString(), null, out var id) ? id : null;
    }
}
