using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Search;

/// <summary>
/// What operations say to the index. All of it is done at the end of the unit's commit, in order, so that what is taken down
/// by one unit is not put in again by another. Whatever stood is indexed with <c>Index</c>; for every change after that
/// <c>Reindex</c> looks at what the thing has become, which may be nothing.
/// </summary>
public static class Indexing
{
    private const int AtOnce = 200;

    /// <summary>New things with the words they are found by, which are made before the unit where there are many.</summary>
    public static void Index(this Unit unit, params IReadOnlyList<SearchDoc> docs)
    {
        if (docs.Count > 0) unit.Last(db => db.Put(docs));
    }

    /// <summary>Things that were changed, taken down, put back, or are no more.</summary>
    public static void Reindex(this Unit unit, params IReadOnlyList<Id<Thing>> things)
    {
        if (things.Count > 0) unit.Last(db => Renew(db, things));
    }

    /// <summary>A conversation with every post in it.</summary>
    public static void ReindexWhole(this Unit unit, Id<Conversation> id) => unit.Last(async db =>
        await Renew(db, [id.As<Thing>(), .. (await db.The<Post>().Where(p => p.ConversationId == id).Select(p => p.Id).ToListAsync()).Select(p => p.As<Thing>())]));

    /// <summary>Whatever of these authors has been taken down.</summary>
    public static void UnindexGone(this Unit unit, IReadOnlyCollection<Id<Actor>> authors) => unit.Last(db => db.Forget(
        from t in db.The<Thing>()
        join e in db.The<SearchEntry>() on t.Id equals e.ThingId
        where authors.Contains(t.AuthorId) && t.DeletedAt != null
        select e.Number));

    /// <summary>The posts of conversations that have been taken down: mails that came to one of them afterwards.</summary>
    public static void UnindexIfGone(this Unit unit, IReadOnlyCollection<Id<Conversation>> conversations)
    {
        if (conversations.Count > 0) unit.Last(db => db.Forget(
            from p in db.The<Post>()
            join whole in db.The<Thing>() on p.ConversationId.As<Thing>() equals whole.Id
            join e in db.The<SearchEntry>() on p.Id.As<Thing>() equals e.ThingId
            where conversations.Contains(p.ConversationId) && whole.DeletedAt != null
            select e.Number));
    }

    private static async Task Renew(Db db, IReadOnlyList<Id<Thing>> things)
    {
        foreach (var some in things.Chunk(AtOnce).Select(some => some.ToList()))
        {
            await db.Forget(db.The<SearchEntry>().Where(e => some.Contains(e.ThingId)).Select(e => e.Number));
            await db.Put(await db.Standing(some));
        }
    }
}
