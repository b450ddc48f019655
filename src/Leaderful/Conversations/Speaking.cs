using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Following;
using Leaderful.Linking;
using Leaderful.Pages.Beside;
using Leaderful.Search;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>Beginning conversations and speaking in them.</summary>
public static class Speaking
{
    /// <summary>A new conversation with its first post.</summary>
    public static async Task<Id<Conversation>> Begin(
        this Unit unit, Id<Actor> author, Id<Community> community, Id<Scope> scope, string title, Said said, Id<Conversation>? id = null)
    {
        var own = id ?? Id<Conversation>.New();
        var (whole, place) = (unit.ThingOf(own.Value, ThingKind.Thread, community, scope, author), new PostPlace(own, community, scope, 1, 1));
        unit.Db.Add(whole);
        unit.Db.Add(new Conversation
        {
            Id = own, CommunityId = community, Title = title, PostCount = 1, LastPostAt = unit.Now, Version = 1,
        });
        var first = Id<Post>.New();
        var thing = unit.ThingOf(first.Value, ThingKind.Post, community, scope, author);
        unit.Db.Add(thing);
        unit.Db.Add(PostAt(place, said, first));
        unit.Index(new SearchDoc(whole, SearchWords.Of(title)), new SearchDoc(thing, said.Words));
        unit.Journal(author, "conversation.begun", own.Value, community, inverse: "conversation.taken-down");
        await unit.Link(first, own, community, said.Links);
        if (said.Files.Count == 0 && said.Called.Count == 0) return own;
        await unit.Db.SaveChangesAsync();
        await unit.Call(community, first, said.Called);
        await unit.Attach(community, first.As<Thing>(), said.Files);
        return own;
    }

    /// <summary>The id is taken: by the same conversation, whose form was sent twice, or else a new one is begun under another.</summary>
    public static async Task<Id<Conversation>> BeginAgain(
        this Unit unit, Id<Actor> author, Id<Community> community, Id<Scope> scope, string title, Said said, Id<Conversation> id) =>
        await unit.Db.IsSame(id, author, title, said.Text) ? id : await unit.Begin(author, community, scope, title, said);

    /// <summary>The next post. Null where there is no such conversation any more, or it is closed.</summary>
    public static async Task<int?> Reply(this Unit unit, Id<Actor> author, Id<Conversation> conversation, Said said, Id<Post>? id = null)
    {
        if (await unit.Next(conversation) is not { } place) return null;
        var own = id ?? Id<Post>.New();
        // What a community does most: its rows go in as they are, at a fifth of what tracking them would cost.
        var thing = unit.ThingOf(own.Value, ThingKind.Post, place.Community, place.Scope, author);
        await unit.Insert([thing]);
        await unit.Insert([PostAt(place, said, own)]);
        await unit.Attach(place.Community, own.As<Thing>(), said.Files);
        await unit.Call(place.Community, own, said.Called);
        await unit.Link(own, conversation, place.Community, said.Links);
        await unit.Insert([unit.Entry(author, "post.written", own.Value, place.Community, inverse: "post.taken-down")]);
        unit.Index(new SearchDoc(thing, said.Words));
        unit.Tell(Streams.Of(conversation));
        if (place.IsBeside) await unit.ChangedBeside(conversation);
        return place.Number;
    }

    /// <summary>The id is taken: by the same post, whose form was sent twice, or else this is another post.</summary>
    public static async Task<int?> ReplyAgain(this Unit unit, Id<Actor> author, Id<Conversation> conversation, Said said, Id<Post> id) =>
        await ConversationQueries.For(unit.Db).Written(unit.Db, id, id.As<Thing>(), default) is { } known
        && known.ConversationId == conversation && known.AuthorId == author && known.Text == said.Text
            ? known.Number
            : await unit.Reply(author, conversation, said);

    private static Post PostAt(PostPlace place, Said said, Id<Post> id) => new()
    {
        Id = id, CommunityId = place.Community, ConversationId = place.Conversation, Number = place.Number,
        Text = said.Text, Html = said.Html, Sanitizer = said.Sanitizer, FileCount = said.Files.Count, Version = place.Version, Born = place.Version,
    };

    private static Thing ThingOf(this Unit unit, Guid id, ThingKind kind, Id<Community> community, Id<Scope> scope, Id<Actor> author) =>
        new() { Id = new(id), Kind = kind, CommunityId = community, ScopeId = scope, AuthorId = author, CreatedAt = unit.Now };

    private const string TakeNext = """
        UPDATE conversations SET "PostCount" = "PostCount" + 1, "Version" = "Version" + 1, "LastPostAt" = @now
        WHERE "Id" = @id AND "ClosedAt" IS NULL AND EXISTS (SELECT 1 FROM things WHERE "Id" = @id AND "DeletedAt" IS NULL)
        RETURNING "CommunityId", (SELECT "ScopeId" FROM things WHERE "Id" = @id), "PostCount", "Version", "IsBeside"
        """;

    /// <summary>Takes the conversation's row, so that numbers have neither gaps nor twins, and reads what the next post is.</summary>
    private static async Task<PostPlace?> Next(this Unit unit, Id<Conversation> conversation)
    {
        var db = unit.Db;
        await using var taking = db.Statement(TakeNext, s => s.Want("@now", "@id"));
        taking.Fill(unit.Now, db.Raw(conversation.Value));
        await using var row = await taking.ExecuteReaderAsync();
        if (!await row.ReadAsync()) return null;
        return new PostPlace(conversation, new(db.ReadId(row, 0)), new(db.ReadId(row, 1)), row.GetInt32(2), row.GetInt64(3), row.GetBoolean(4));
    }

    private static Task<bool> IsSame(this Db db, Id<Conversation> id, Id<Actor> author, string title, string text)
    {
        var thing = id.As<Thing>();
        return db.The<Conversation>().AnyAsync(c => c.Id == id && c.Title == title
            && db.The<Thing>().Any(t => t.Id == thing && t.AuthorId == author)
            && db.The<Post>().Any(p => p.ConversationId == id && p.Number == 1 && p.Text == text));
    }
}
