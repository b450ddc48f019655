using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>Beginning conversations and speaking in them.</summary>
public static class Speaking
{
    /// <summary>A new conversation with its first post. The same id from the same author again is the same conversation.</summary>
    public static async Task<Id<Conversation>> Begin(
        this Unit unit, Id<Actor> author, Id<Community> community, Id<Scope> scope, string title, Said said, Id<Conversation>? id = null)
    {
        var own = id ?? Id<Conversation>.New();
        if (id is not null && await unit.Db.The<Thing>().AnyAsync(t => t.Id == own.As<Thing>()))
        {
            if (await unit.Db.IsSame(own, author, title, said.Text)) return own;
            own = Id<Conversation>.New();
        }
        unit.Register(own.Value, ThingKind.Thread, community, scope, author);
        unit.Db.Add(new Conversation
        {
            Id = own, CommunityId = community, Title = title, PostCount = 1, LastPostAt = unit.Now, Version = 1,
        });
        unit.Write(new Place(own, community, scope, 1, 1), author, said, Id<Post>.New());
        unit.Journal(author, "conversation.begun", own.Value, community, inverse: "conversation.taken-down");
        return own;
    }

    /// <summary>
    /// The next post. Null where there is no such conversation any more. The same id with the same words again is the same
    /// post, so that a form sent twice speaks once.
    /// </summary>
    public static async Task<int?> Reply(this Unit unit, Id<Actor> author, Id<Conversation> conversation, Said said, Id<Post>? id = null)
    {
        var own = id ?? Id<Post>.New();
        if (id is not null && await unit.Db.Written(own) is { } known)
        {
            if (known.ConversationId == conversation && known.AuthorId == author && known.Text == said.Text) return known.Number;
            own = Id<Post>.New();
        }
        if (await unit.Next(conversation) is not { } place) return null;
        unit.Write(place, author, said, own);
        unit.Journal(author, "post.written", own.Value, place.Community, inverse: "post.taken-down");
        unit.Tell(Streams.Of(conversation));
        return place.Number;
    }

    private static void Write(this Unit unit, Place place, Id<Actor> author, Said said, Id<Post> id)
    {
        unit.Register(id.Value, ThingKind.Post, place.Community, place.Scope, author);
        unit.Db.Add(new Post
        {
            Id = id, CommunityId = place.Community, ConversationId = place.Conversation, Number = place.Number,
            Text = said.Text, Html = said.Html, Sanitizer = said.Sanitizer, Version = place.Version, Born = place.Version,
        });
    }

    private static void Register(this Unit unit, Guid id, ThingKind kind, Id<Community> community, Id<Scope> scope, Id<Actor> author) =>
        unit.Db.Add(new Thing { Id = new(id), Kind = kind, CommunityId = community, ScopeId = scope, AuthorId = author, CreatedAt = unit.Now });

    /// <summary>Takes the conversation's row, so that numbers have neither gaps nor twins, and reads what the next post is.</summary>
    private static async Task<Place?> Next(this Unit unit, Id<Conversation> conversation)
    {
        var thing = conversation.As<Thing>();
        var taken = await unit.Db.The<Conversation>()
            .Where(c => c.Id == conversation && unit.Db.The<Thing>().Any(t => t.Id == thing && t.DeletedAt == null))
            .ExecuteUpdateAsync(c => c
                .SetProperty(x => x.PostCount, x => x.PostCount + 1)
                .SetProperty(x => x.Version, x => x.Version + 1)
                .SetProperty(x => x.LastPostAt, unit.Now));
        return taken == 0 ? null : await (
            from c in unit.Db.The<Conversation>()
            from t in unit.Db.The<Thing>()
            where c.Id == conversation && t.Id == thing
            select new Place(c.Id, c.CommunityId, t.ScopeId, c.PostCount, c.Version)).SingleAsync();
    }

    private static Task<bool> IsSame(this Db db, Id<Conversation> id, Id<Actor> author, string title, string text)
    {
        var thing = id.As<Thing>();
        return db.The<Conversation>().AnyAsync(c => c.Id == id && c.Title == title
            && db.The<Thing>().Any(t => t.Id == thing && t.AuthorId == author)
            && db.The<Post>().Any(p => p.ConversationId == id && p.Number == 1 && p.Text == text));
    }

    private static Task<WrittenPost?> Written(this Db db, Id<Post> id)
    {
        var thing = id.As<Thing>();
        return (from p in db.The<Post>()
                from t in db.The<Thing>()
                where p.Id == id && t.Id == thing
                select new WrittenPost(p.ConversationId, t.AuthorId, p.Number, p.Text)).SingleOrDefaultAsync();
    }

    private sealed record Place(Id<Conversation> Conversation, Id<Community> Community, Id<Scope> Scope, int Number, long Version);

    private sealed record WrittenPost(Id<Conversation> ConversationId, Id<Actor> AuthorId, int Number, string Text);
}
