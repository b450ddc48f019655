using System.Globalization;
using System.Text.Json;
using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Following;
using Leaderful.People;
using Leaderful.Search;
using Leaderful.Shared.Markdown;
using Microsoft.Extensions.DependencyInjection;

namespace Leaderful.Bench;

/// <summary>
/// Many posts in fifty communities, of which the reader is in one: what they may read is two in a hundred. Every other
/// conversation there they have read, and now and then somebody calls them by name. That community has five thousand members,
/// each with a portrait, and a conversation of five thousand posts, read up to the middle.
/// </summary>
public static class Corpus
{
    private const int Communities = 50;
    private const int PostsAConversation = 20;
    private const int AtOnce = 2_000;
    private const int Members = 5_000;
    private const int LongestConversation = 5_000;

    public static async Task<int> Fill(string folder, int posts)
    {
        await using var built = await Instance.Begin(folder);
        var writes = built.GetRequiredService<Writes>();
        var (author, reader, cookie) = await writes.Do(unit =>
        {
            var person = unit.Register("Ines Okoro", "ines@bench.example");
            var ruth = unit.Register("Ruth Abara", "ruth@bench.example");
            person.OperatorSince = unit.Now;
            return Task.FromResult((person, ruth, unit.SignIn(ruth, "bench")));
        });
        var communities = new List<Community>();
        for (var n = 0; n < Communities; n++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"Community {n}");
            communities.Add(await writes.Do(unit => Task.FromResult(unit.Found(author, name, name.ToLowerInvariant().Replace(' ', '-')))));
        }
        await writes.Do(unit => unit.Join(communities[0].Id, reader));
        for (var n = 0; n < posts; n += AtOnce)
        {
            var (from, to) = (n, Math.Min(posts, n + AtOnce));
            await writes.Do(unit => unit.Write(author.ActorId, reader.Id, communities, from, to));
        }
        for (var n = 0; n < Members; n += 100)
        {
            var from = n;
            await writes.Do(unit => unit.People(communities[0].Id, from, from + 100));
        }
        var conversation = await writes.Do(unit => unit.Long(author.ActorId, communities[0]));
        await writes.Do(unit => unit.Read(reader.Id, conversation, communities[0].Id, LongestConversation / 2));
        await File.WriteAllTextAsync(Path.Combine(folder, "filled.json"), JsonSerializer.Serialize(new Filled($"/c/{communities[0].Slug}/conversations/{conversation}", [cookie])));
        return 0;
    }

    private static async Task People(this Unit unit, Id<Community> community, int from, int to)
    {
        for (var n = from; n < to; n++)
        {
            var person = unit.Register($"{ManyWords.Word(n % 400)} {ManyWords.Word(n)}", string.Create(CultureInfo.InvariantCulture, $"p{n}@bench.example"));
            await unit.Db.SaveChangesAsync();
            await unit.Join(community, person);
            var scope = unit.Db.The<Community>().Where(c => c.Id == community).Select(c => c.ScopeId).Single();
            foreach (var facet in new[] { Facet.Care, n % 2 == 0 ? Facet.Offer : Facet.Need })
                unit.Portray(person.Id, person.ActorId, facet, new Opening(string.Join(' ', ManyWords.Of(n + (int)facet).Take(12)), scope, ""));
        }
    }

    private static async Task<Id<Conversation>> Long(this Unit unit, Id<Actor> author, Community community)
    {
        var id = await unit.Begin(author, community.Id, community.ScopeId, "A long conversation", Said.Of("It begins."));
        await unit.Db.SaveChangesAsync();
        for (var n = 2; n <= LongestConversation; n++) await unit.Reply(author, id, Said.Of(string.Join(' ', ManyWords.Of(n).Take(60))));
        return id;
    }

    /// <summary>Conversations of twenty posts, the communities in turns.</summary>
    private static async Task Write(this Unit unit, Id<Actor> author, Id<Person> reader, List<Community> communities, int from, int to)
    {
        List<Thing> things = [];
        List<Conversation> conversations = [];
        List<Post> posts = [];
        List<SearchDoc> docs = [];
        List<ReadMark> read = [];
        List<Mention> called = [];
        for (var n = from; n < to; n++)
        {
            var (community, number) = (communities[n / PostsAConversation % Communities], (n % PostsAConversation) + 1);
            if (number == 1)
            {
                var title = string.Join(' ', ManyWords.Of(-n - 1).Take(6));
                var whole = ThingOf(Guid.CreateVersion7(), ThingKind.Thread, community);
                conversations.Add(new Conversation { Id = new(whole.Id.Value), CommunityId = community.Id, Title = title, PostCount = PostsAConversation, LastPostAt = unit.Now, Version = PostsAConversation });
                things.Add(whole);
                docs.Add(new SearchDoc(whole, SearchWords.Of(title)));
                if (community == communities[0] && n / PostsAConversation / Communities % 2 == 0)
                    read.Add(new ReadMark { PersonId = reader, ConversationId = conversations[^1].Id, CommunityId = community.Id, UpTo = PostsAConversation, At = unit.Now });
            }
            var text = string.Join(' ', ManyWords.Of(n));
            var thing = ThingOf(Guid.CreateVersion7(), ThingKind.Post, community);
            things.Add(thing);
            posts.Add(new Post { Id = new(thing.Id.Value), CommunityId = community.Id, ConversationId = conversations[^1].Id, Number = number, Text = text, Html = $"<p>{text}</p>", Sanitizer = HtmlAllowList.Version, Version = number, Born = number });
            docs.Add(new SearchDoc(thing, SearchWords.Of(text)));
            if (community == communities[0] && number == 7 && n / PostsAConversation / Communities % 10 == 1)
                called.Add(new Mention { Id = Id<Mention>.New(), CommunityId = community.Id, PostId = posts[^1].Id, PersonId = reader });
        }
        await unit.Insert(things);
        await unit.Insert(conversations);
        await unit.Insert(posts);
        await unit.Insert(read);
        await unit.Insert(called);
        unit.Index(docs);

        Thing ThingOf(Guid id, ThingKind kind, Community community) =>
            new() { Id = new(id), Kind = kind, CommunityId = community.Id, ScopeId = community.ScopeId, AuthorId = author, CreatedAt = unit.Now };
    }
}
