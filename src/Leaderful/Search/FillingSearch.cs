using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Search;

/// <summary>
/// Indexes what was said before there was an index: once, in steps, each a unit of its own. A row of the outbox says after
/// which thing to go on; doing a step again does no harm.
/// </summary>
public sealed class FillingSearch(Writes writes) : IOutboxHandler
{
    public const string KindOfWork = "search.fill";

    private const int AtOnce = 200;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public string Kind => KindOfWork;

    public async Task Handle(OutboxRow row, CancellationToken stop)
    {
        var begun = System.Diagnostics.Stopwatch.GetTimestamp();
        var after = row.Subject is { } subject ? new Id<Thing>(subject) : (Id<Thing>?)null;
        do
        {
            var from = after;
            after = await writes.Do(unit => Step(unit, from), stop);
        }
        while (after is not null && System.Diagnostics.Stopwatch.GetElapsedTime(begun) < Longest);
        if (after is { } rest) await writes.Do(unit => unit.Enqueue(KindOfWork, rest.Value), stop);
    }

    /// <summary>The last thing it came to; null at the end.</summary>
    private static async Task<Id<Thing>?> Step(Unit unit, Id<Thing>? after)
    {
        var db = unit.Db;
        var things = (after is { } from ? db.The<Thing>().FromSql(After(db, from)) : db.The<Thing>()).OrderBy(t => t.Id);
        var ids = await things.Take(AtOnce).Select(t => t.Id).ToListAsync();
        await HoldConversationsOf(unit, ids);
        unit.Reindex(ids);
        return ids.Count == AtOnce ? ids[^1] : null;
    }

    private static FormattableString After(Db db, Id<Thing> from) => $"SELECT * FROM things WHERE \"Id\" > {db.Raw(from.Value)}";

    /// <summary>Held as whoever writes in them holds them, so that no old words come after new ones.</summary>
    private static async Task HoldConversationsOf(Unit unit, List<Id<Thing>> ids)
    {
        var posts = ids.ConvertAll(id => id.As<Post>());
        var conversations = ids.ConvertAll(id => id.As<Conversation>());
        var held = await unit.Db.The<Post>().Where(p => posts.Contains(p.Id)).Select(p => p.ConversationId)
            .Union(unit.Db.The<Conversation>().Where(c => conversations.Contains(c.Id)).Select(c => c.Id)).ToListAsync();
        foreach (var conversation in held.OrderBy(c => c.Value)) await unit.Hold(conversation);
    }
}
