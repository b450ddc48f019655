using Leaderful.Data;
using Leaderful.Pages.Beside;
using Leaderful.Search;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

/// <summary>What is done to a conversation as a whole.</summary>
public static class Tending
{
    public static async Task<bool> Rename(this Unit unit, Id<Actor> by, Id<Conversation> id, string title)
    {
        await unit.Change(id);
        var conversation = await unit.Db.The<Conversation>().AsTracking().SingleOrDefaultAsync(c => c.Id == id);
        if (conversation is null) return false;
        conversation.Title = title;
        unit.Reindex(id.As<Thing>());
        await unit.RedrawPlacesLeft(id);
        unit.Journal(by, "conversation.renamed", id.Value, conversation.CommunityId);
        return true;
    }

    public static Task<bool> TakeDown(this Unit unit, Id<Actor> by, Id<Conversation> id) => unit.Turn(id, thing =>
    {
        if (thing.IsDeleted) return false;
        thing.Delete(by, unit.Now);
        unit.Journal(by, "conversation.taken-down", id.Value, thing.CommunityId, inverse: "conversation.put-back");
        unit.Enqueue(Bin.PurgeConversation, id.Value, Bin.EmptiedAt(unit.Now));
        return true;
    });

    public static Task<bool> PutBack(this Unit unit, Id<Actor> by, Id<Conversation> id) => unit.Turn(id, thing =>
    {
        if (!thing.IsDeleted || Bin.IsEmptied(thing.DeletedAt, unit.Now)) return false;
        thing.Restore();
        unit.Journal(by, "conversation.put-back", id.Value, thing.CommunityId, inverse: "conversation.taken-down");
        return true;
    });

    /// <summary>One more version, told to whoever watches. The row is held until the commit.</summary>
    internal static async Task<long> Change(this Unit unit, Id<Conversation> id, int takenDown = 0)
    {
        await unit.Db.The<Conversation>().Where(c => c.Id == id).ExecuteUpdateAsync(c => c
            .SetProperty(x => x.Version, x => x.Version + 1)
            .SetProperty(x => x.TakenDown, x => x.TakenDown + takenDown));
        unit.Tell(Streams.Of(id));
        var now = await unit.Db.The<Conversation>().Where(c => c.Id == id).Select(c => new { c.Version, c.IsBeside }).SingleOrDefaultAsync();
        if (now is { IsBeside: true }) await unit.ChangedBeside(id);
        return now?.Version ?? 0;
    }

    internal static Task<int> Hold(this Unit unit, Id<Conversation> id) =>
        unit.Db.The<Conversation>().Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Version, x => x.Version));

    private static async Task<bool> Turn(this Unit unit, Id<Conversation> id, Func<Thing, bool> turn)
    {
        await unit.Hold(id);
        var thing = await unit.Db.The<Thing>().AsTracking().SingleOrDefaultAsync(t => t.Id == id.As<Thing>());
        if (thing is null) return false;
        if (!turn(thing)) return true;
        await unit.Change(id);
        unit.ReindexWhole(id);
        await unit.RedrawPlacesLeft(id);
        return true;
    }
}
