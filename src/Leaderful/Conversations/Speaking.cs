using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>Beginning conversations and speaking in them.</summary>
public static class Speaking
{
    /// <summary>A new conversation with its first post.</summary>
    public static Task<Id<Conversation>> Begin(
        this Unit unit, Id<Actor> author, Id<Community> community, Id<Scope> scope, string title, Said said, Id<Conversation>? id = null)
    {
        var own = id ?? Id<Conversation>.New();
        unit.Register(own.Value, ThingKind.Thread, community, scope, author);
        unit.Db.Add(new Conversation
        {
            Id = own, CommunityId = community, Title = title, PostCount = 1, LastPostAt = unit.Now, Version = 1,
        });
        unit.Write(new PostPlace(own, community, scope, 1, 1), author, said, Id<Post>.New());
        unit.Journal(author, "conversation.begun", own.Value, community, inverse: "conversation.taken-down");
        return Task.FromResult(own);
    }

    /// <summary>The id is taken: by the same conversation, whose form was sent twice, or else a new one is begun under another.</summary>
    public static async Task<Id<Conversation>> BeginAgain(
        this Unit unit, Id<Actor> author, Id<Community> community, Id<Scope> scope, string title, Said said, Id<Conversation> id) =>
        await unit.Db.IsSame(id, author, title, said.Text) ? id : await unit.Begin(author, community, scope, title, said);

    /// <summary>The next post. Null where there is no such conversation any more.</summary>
    public static async Task<int?> Reply(this Unit unit, Id<Actor> author, Id<Conversation> conversation, Said said, Id<Post>? id = null)
    {
        if (await unit.Next(conversation) is not { } place) return null;
        var own = id ?? Id<Post>.New();
        unit.Write(place, author, said, own);
        unit.Journal(author, "post.written", own.Value, place.Community, inverse: "post.taken-down");
        unit.Tell(Streams.Of(conversation));
        return place.Number;
    }

    /// <summary>The id is taken: by the same post, whose form was sent twice, or else this is another post.</summary>
    public static async Task<int?> ReplyAgain(this Unit unit, Id<Actor> author, Id<Conversation> conversation, Said said, Id<Post> id) =>
        await ConversationQueries.For(unit.Db).Written(unit.Db, id, id.As<Thing>(), default) is { } known
        && known.ConversationId == conversation && known.AuthorId == author && known.Text == said.Text
            ? known.Number
            : await unit.Reply(author, conversation, said);

    private static void Write(this Unit unit, PostPlace place, Id<Actor> author, Said said, Id<Post> id)
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
    private static async Task<PostPlace?> Next(this Unit unit, Id<Conversation> conversation)
    {
        var thing = conversation.As<Thing>();
        var taken = await unit.Db.The<Conversation>()
            .Where(c => c.Id == conversation && unit.Db.The<Thing>().Any(t => t.Id == thing && t.DeletedAt == null))
            .ExecuteUpdateAsync(c => c
                .SetProperty(x => x.PostCount, x => x.PostCount + 1)
                .SetProperty(x => x.Version, x => x.Version + 1)
                .SetProperty(x => x.LastPostAt, unit.Now));
        return taken == 0 ? null : await ConversationQueries.For(unit.Db).Place(unit.Db, conversation, thing, default);
    }

    private static Task<bool> IsSame(this Db db, Id<Conversation> id, Id<Actor> author, string title, string text)
    {
        var thing = id.As<Thing>();
        return db.The<Conversation>().AnyAsync(c => c.Id == id && c.Title == title
            && db.The<Thing>().Any(t => t.Id == thing && t.AuthorId == author)
            && db.The<Post>().Any(p => p.ConversationId == id && p.Number == 1 && p.Text == text));
    }
}
