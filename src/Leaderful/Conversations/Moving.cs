using Leaderful.Data;
using Leaderful.Linking;
using Leaderful.Search;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>Posts that went elsewhere: where to, and under which entry of the journal the move can be taken back.</summary>
public sealed record PostsMoved(Id<Conversation> To, Id<JournalEntry> Move);

/// <summary>
/// Posts go from one conversation to another of the same rung, with everything that hangs on them, since all of it hangs on
/// their ids. At each old place stays a row that says which post stood there.
/// </summary>
public static class Moving
{
    public const string SplitOffVerb = "posts.split-off";
    public const string MovedVerb = "posts.moved";

    /// <summary>Into a new conversation, begun by whoever wrote the first of them. Null where none would stay, or nothing goes.</summary>
    public static async Task<PostsMoved?> SplitOff(this Unit unit, Id<Actor> by, Id<Conversation> from, IReadOnlyCollection<int> numbers, string title)
    {
        await unit.Hold(from);
        var posts = await unit.Chosen(from, numbers);
        if (await unit.Whole(from) is not { IsDeleted: false } whole || posts.Count == 0 || await unit.Others(from, posts) == 0) return null;
        var to = Id<Conversation>.New();
        unit.Db.Add(new Thing { Id = to.As<Thing>(), Kind = ThingKind.Thread, CommunityId = whole.CommunityId, ScopeId = whole.ScopeId, AuthorId = posts[0].Author, CreatedAt = posts[0].At });
        unit.Db.Add(new Conversation { Id = to, CommunityId = whole.CommunityId!.Value, Title = title, LastPostAt = posts[^1].At });
        await unit.Db.SaveChangesAsync();
        unit.Reindex(to.As<Thing>());
        var entry = unit.Journal(by, SplitOffVerb, from.Value, whole.CommunityId, inverse: "posts.taken-back");
        unit.Journal(by, "conversation.begun", to.Value, whole.CommunityId, cause: entry);
        await unit.Carry(whole, from, to, posts, by);
        return new PostsMoved(to, entry.Id);
    }

    /// <summary>To the end of another conversation. Null where the two are not read by the same people.</summary>
    public static async Task<PostsMoved?> MoveInto(this Unit unit, Id<Actor> by, Id<Conversation> from, IReadOnlyCollection<int> numbers, Id<Conversation> to)
    {
        if (from == to) return null;
        foreach (var one in new[] { from, to }.OrderBy(c => c.Value)) await unit.Hold(one);
        var posts = await unit.Chosen(from, numbers);
        if (await unit.Whole(from) is not { IsDeleted: false } whole || posts.Count == 0) return null;
        if (await unit.Whole(to) is not { IsDeleted: false } there || there.ScopeId != whole.ScopeId) return null;
        var entry = unit.Journal(by, MovedVerb, from.Value, whole.CommunityId, inverse: "posts.taken-back");
        unit.Journal(by, "posts.received", to.Value, whole.CommunityId, cause: entry);
        await unit.Carry(whole, from, to, posts, by);
        return new PostsMoved(to, entry.Id);
    }

    internal sealed record Mover(Id<Post> Id, int Number, long Born, Id<Actor> Author, DateTime At);

    private static async Task Carry(this Unit unit, Thing whole, Id<Conversation> from, Id<Conversation> to, List<Mover> posts, Id<Actor> by)
    {
        var db = unit.Db;
        var arrived = await unit.Change(to);
        var (last, standing) = await unit.Ends(to);
        for (var i = 0; i < posts.Count; i++)
        {
            var (id, number) = (posts[i].Id, last + 1 + i);
            await db.The<Post>().Where(p => p.Id == id).ExecuteUpdateAsync(p => p
                .SetProperty(x => x.ConversationId, to).SetProperty(x => x.Number, number).SetProperty(x => x.Version, arrived).SetProperty(x => x.Born, arrived));
        }
        await unit.LeavePlaces(whole, [.. posts.Select(p => new PlaceLeft(from, p.Number, p.Born, p.Id))], by);
        await unit.CarryMarks(from, to, [.. posts.Select(p => p.Number)], last, standing);
        await unit.ShareSpokenOf(from, to);
        await unit.Recount(from);
        await unit.Recount(to);
        await unit.RedrawPlacesLeft(to);
    }

    internal sealed record PlaceLeft(Id<Conversation> Conversation, int Number, long Born, Id<Post> Post);

    /// <summary>A place keeps the birth of what stood on it: a live page that has the one has the other.</summary>
    internal static async Task LeavePlaces(this Unit unit, Thing whole, IReadOnlyList<PlaceLeft> places, Id<Actor> by, DateTime? takenBackAt = null)
    {
        var (things, rows) = (new List<Thing>(places.Count), new List<Post>(places.Count));
        foreach (var place in places)
        {
            var id = Id<Post>.New();
            var thing = new Thing { Id = id.As<Thing>(), Kind = ThingKind.Post, CommunityId = whole.CommunityId, ScopeId = whole.ScopeId, AuthorId = by, CreatedAt = unit.Now };
            thing.Delete(by, unit.Now);
            things.Add(thing);
            rows.Add(new Post
            {
                Id = id, CommunityId = whole.CommunityId!.Value, ConversationId = place.Conversation, Number = place.Number, Text = "", Html = "",
                Born = place.Born, MovedPostId = place.Post, EditedAt = takenBackAt,
            });
        }
        await unit.Insert(things);
        await unit.Insert(rows);
    }

    /// <summary>Whoever had read the posts has read them there: in a conversation they were through with, or that is new.</summary>
    private static async Task CarryMarks(this Unit unit, Id<Conversation> from, Id<Conversation> to, List<int> numbers, int last, int standing)
    {
        var marks = await unit.Db.The<ReadMark>().AsTracking().Where(r => r.ConversationId == from || r.ConversationId == to).ToListAsync();
        var there = marks.Where(m => m.ConversationId == to).ToDictionary(m => m.PersonId);
        foreach (var mark in marks.Where(m => m.ConversationId == from))
        {
            var upTo = last + numbers.Count(n => n <= mark.UpTo);
            if (upTo == last) continue;
            if (there.TryGetValue(mark.PersonId, out var own))
            {
                if (own.UpTo >= standing) (own.UpTo, own.At) = (upTo, unit.Now);
            }
            else if (standing == 0)
            {
                unit.Db.Add(new ReadMark { PersonId = mark.PersonId, ConversationId = to, CommunityId = mark.CommunityId, UpTo = upTo, At = unit.Now });
            }
        }
        await unit.Db.SaveChangesAsync();
    }

    /// <summary>How many there are, of which how many do not stand, and when it was last spoken in.</summary>
    internal static async Task Recount(this Unit unit, Id<Conversation> id)
    {
        var db = unit.Db;
        var posts = await db.PostsIn(id).Select(p => new { p.Number, p.At, p.DeletedAt }).ToListAsync();
        var (count, down) = (posts.Count == 0 ? 0 : posts.Max(p => p.Number), posts.Count(p => p.DeletedAt is not null));
        await db.The<Conversation>().Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.PostCount, count).SetProperty(x => x.TakenDown, down));
        if (posts.Where(p => p.DeletedAt is null).Select(p => (DateTime?)p.At).Max() is { } at)
            await db.The<Conversation>().Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.LastPostAt, at));
    }

    internal static IQueryable<PostInConversation> PostsIn(this Db db, Id<Conversation> id) =>
        from p in db.The<Post>()
        join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
        where p.ConversationId == id
        select new PostInConversation { Id = p.Id, Number = p.Number, Born = p.Born, Author = t.AuthorId, At = t.CreatedAt, DeletedAt = t.DeletedAt, MovedPostId = p.MovedPostId };

    internal static Task<Thing?> Whole(this Unit unit, Id<Conversation> id) =>
        unit.Db.The<Thing>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id.As<Thing>());

    private static async Task<List<Mover>> Chosen(this Unit unit, Id<Conversation> from, IReadOnlyCollection<int> numbers) =>
        await unit.Db.PostsIn(from).Where(p => p.DeletedAt == null && numbers.Contains(p.Number)).OrderBy(p => p.Number)
            .Select(p => new Mover(p.Id, p.Number, p.Born, p.Author, p.At)).ToListAsync();

    private static Task<int> Others(this Unit unit, Id<Conversation> from, List<Mover> chosen)
    {
        var numbers = chosen.ConvertAll(c => c.Number);
        return unit.Db.PostsIn(from).CountAsync(p => p.DeletedAt == null && !numbers.Contains(p.Number));
    }

    /// <summary>The last number given, and the last that something stands on.</summary>
    private static async Task<(int Last, int Standing)> Ends(this Unit unit, Id<Conversation> id) => (
        await unit.Db.PostsIn(id).MaxAsync(p => (int?)p.Number) ?? 0,
        await unit.Db.PostsIn(id).Where(p => p.DeletedAt == null).MaxAsync(p => (int?)p.Number) ?? 0);
}

/// <summary>A post's row and its thing's, as far as moving asks.</summary>
internal sealed class PostInConversation
{
    public Id<Post> Id { get; init; }
    public int Number { get; init; }
    public long Born { get; init; }
    public Id<Actor> Author { get; init; }
    public DateTime At { get; init; }
    public DateTime? DeletedAt { get; init; }
    public Id<Post>? MovedPostId { get; init; }
}
