using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Following;
using Leaderful.Search;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Mail.Archive;

/// <summary>
/// Conversations that a later mail shows to be one. The largest takes in the others; one in which people have spoken here is
/// never taken in, and neither is one that somebody took down.
/// </summary>
public static class MakingOne
{
    /// <summary>The conversation they have become, which still has to be arranged. They are held already.</summary>
    internal static async Task<Conversation> MakeOne(this Unit unit, IReadOnlyList<Conversation> parts)
    {
        var spoken = await unit.SpokenIn(parts);
        var gone = await unit.TakenDown(parts);
        var into = parts.OrderBy(c => gone.Contains(c.Id)).ThenBy(c => !spoken.Contains(c.Id)).ThenByDescending(c => c.PostCount).ThenBy(c => c.Id.Value).First();
        var aside = into.PostCount;
        foreach (var part in parts.Where(p => p.Id != into.Id && !spoken.Contains(p.Id) && !gone.Contains(p.Id)))
        {
            await unit.TakeIn(into.Id, part.Id, aside);
            aside += part.PostCount;
            into.TakenDown += part.TakenDown;
        }
        return into;
    }

    private static async Task TakeIn(this Unit unit, Id<Conversation> into, Id<Conversation> part, int aside)
    {
        var thing = part.As<Thing>();
        await unit.Db.The<Post>().Where(p => p.ConversationId == part)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.ConversationId, into).SetProperty(x => x.Number, x => -(x.Number + aside)));
        await unit.Db.The<MailEntry>().Where(e => e.ConversationId == part).ExecuteUpdateAsync(e => e.SetProperty(x => x.ConversationId, into));
        await unit.Db.The<ReadMark>().Where(m => m.ConversationId == part).ExecuteDeleteAsync();
        await unit.Db.The<Follow>().Where(f => f.ThingId == thing).ExecuteDeleteAsync();
        await unit.Db.The<Conversation>().Where(c => c.Id == part).ExecuteDeleteAsync();
        await unit.Db.The<Thing>().Where(t => t.Id == thing).ExecuteDeleteAsync();
        unit.Reindex(thing);
    }

    private static async Task<HashSet<Id<Conversation>>> SpokenIn(this Unit unit, IReadOnlyList<Conversation> parts)
    {
        var ids = parts.Select(p => p.Id).ToList();
        return [.. await unit.Db.The<Post>().Where(p => ids.Contains(p.ConversationId) && !unit.Db.The<MailEntry>().Any(e => e.PostId == p.Id))
            .Select(p => p.ConversationId).Distinct().ToListAsync()];
    }

    private static async Task<HashSet<Id<Conversation>>> TakenDown(this Unit unit, IReadOnlyList<Conversation> parts)
    {
        var things = parts.Select(p => p.Id.As<Thing>()).ToList();
        var gone = await unit.Db.The<Thing>().Where(t => things.Contains(t.Id) && t.DeletedAt != null).Select(t => t.Id).ToListAsync();
        return [.. gone.Select(t => t.As<Conversation>())];
    }
}
