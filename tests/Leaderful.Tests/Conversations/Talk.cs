using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Leaderful.Tests.Conversations;

/// <summary>What the tests of this room say and look up.</summary>
public static class Talk
{
    public static Task<Id<Conversation>> Begin(this World world, Visitor who, string title = "Who keeps the garden room open?", string text = "I want to know who would have to say yes.", Community? where = null)
    {
        var community = where ?? world.Millbrook;
        var said = Said.Of(text);
        return world.Writes.Do(unit => unit.Begin(who.Person.ActorId, community.Id, community.ScopeId, title, said));
    }

    public static async Task<int> Reply(this World world, Visitor who, Id<Conversation> id, string text)
    {
        var said = Said.Of(text);
        return await world.Writes.Do(unit => unit.Reply(who.Person.ActorId, id, said)) ?? 0;
    }

    public static string Path(Id<Conversation> id, string community = "millbrook") => $"/c/{community}/conversations/{id}";

    public static Task<Conversation> Find(this World world, Id<Conversation> id) =>
        world.Read(db => db.The<Conversation>().SingleAsync(c => c.Id == id));

    public static Task<Post> Post(this World world, Id<Conversation> id, int number) =>
        world.Read(db => db.The<Post>().SingleAsync(p => p.ConversationId == id && p.Number == number));

    public static Task Settled(this World world) => world.Services.GetRequiredService<Reading>().Settle();

    /// <summary>As they would be after having read everything.</summary>
    public static async Task HasRead(this World world, Visitor who, Id<Conversation> id)
    {
        await who.Get(Path(id));
        await world.Settled();
    }

    public static string Key() => Id<Post>.New().ToString();
}
