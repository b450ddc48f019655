using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts;

public static class ErasingWords
{
    private const int AtOnce = 200;

    /// <summary>
    /// Blanks everything these actors wrote, every version of it, and takes it down in their own name. A conversation nobody
    /// else wrote in goes with it; the title of one that others answered in is theirs too and stays.
    /// </summary>
    public static async Task EraseWords(this Unit unit, IReadOnlyCollection<Id<Actor>> actors, Id<Actor> by)
    {
        var posts = await unit.ThingsOf(actors, ThingKind.Post);
        foreach (var some in posts.Chunk(AtOnce)) await unit.Blank([.. some.Select(t => t.As<Post>())], by);
        foreach (var thread in await unit.ThingsOf(actors, ThingKind.Thread)) await unit.EraseThread(thread.As<Conversation>(), posts.ToHashSet(), by);
    }

    private static Task<List<Id<Thing>>> ThingsOf(this Unit unit, IReadOnlyCollection<Id<Actor>> actors, ThingKind kind) =>
        unit.Db.The<Thing>().Where(t => actors.Contains(t.AuthorId) && t.Kind == kind).OrderBy(t => t.Id).Select(t => t.Id).ToListAsync();

    private static async Task Blank(this Unit unit, IReadOnlyList<Id<Post>> posts, Id<Actor> by)
    {
        var mine = unit.Db.The<Post>().Where(p => posts.Contains(p.Id));
        var conversations = await mine.Select(p => p.ConversationId).Distinct().ToListAsync();
        await unit.Db.The<Conversation>().Where(c => conversations.Contains(c.Id)).ExecuteUpdateAsync(c => c.SetProperty(x => x.Version, x => x.Version + 1));
        await unit.Db.The<PostRevision>().Where(r => posts.Contains(r.PostId)).ExecuteDeleteAsync();
        await mine.ExecuteUpdateAsync(p => p
            .SetProperty(x => x.Text, "").SetProperty(x => x.Html, "")
            .SetProperty(x => x.Version, x => unit.Db.The<Conversation>().Where(c => c.Id == x.ConversationId).Select(c => c.Version).Single()));
        await unit.TakeDown([.. posts.Select(p => p.As<Thing>())], by);
        foreach (var conversation in conversations) unit.Tell(Streams.Of(conversation));
    }

    private static async Task EraseThread(this Unit unit, Id<Conversation> id, HashSet<Id<Thing>> mine, Id<Actor> by)
    {
        var posts = await unit.Db.The<Post>().Where(p => p.ConversationId == id).Select(p => p.Id).ToListAsync();
        if (!posts.TrueForAll(p => mine.Contains(p.As<Thing>()))) return;
        await unit.Db.The<Conversation>().Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Title, "").SetProperty(x => x.Version, x => x.Version + 1));
        await unit.TakeDown([id.As<Thing>()], by);
        unit.Tell(Streams.Of(id));
    }

    private static Task<int> TakeDown(this Unit unit, IReadOnlyList<Id<Thing>> things, Id<Actor> by) =>
        unit.Db.The<Thing>().Where(t => things.Contains(t.Id) && t.DeletedAt == null)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.DeletedAt, unit.Now).SetProperty(x => x.DeletedById, by));
}
