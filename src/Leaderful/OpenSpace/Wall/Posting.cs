using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace.Reports;
using Leaderful.Search;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Wall;

/// <summary>Putting up a topic: nobody approves it, and nobody has too many.</summary>
public static class Posting
{
    /// <summary>Sent twice under one <paramref name="key"/> it hangs once. What is put up in the space for action is something to be done.</summary>
    public static async Task<Id<Topic>?> PostTopic(this Unit unit, Id<Actor> by, Id<Space> id, TopicWish wish, Id<Topic>? key = null)
    {
        if (await unit.Hold(id) is not { } space) return null;
        var own = key ?? Id<Topic>.New();
        if (await unit.Db.The<Thing>().AnyAsync(t => t.Id == own.As<Thing>())) return await unit.Db.The<Topic>().AnyAsync(t => t.Id == own && t.SpaceId == id) ? own : null;
        var number = await unit.NextNumber(id);
        var topic = new Topic
        {
            Id = own, SpaceId = id, CommunityId = space.CommunityId, Number = number, Title = wish.TitleFor(number), Why = wish.Why,
            ConvenerId = wish.ConvenerId, Convener = wish.Convener, SplitFromId = wish.SplitFrom, IsAction = space.Stage == Stage.ActionSpace, Version = space.Version,
        };
        topic.Hang(wish.Slot, wish.Place);
        var scope = await unit.Db.The<Thing>().Where(t => t.Id == id.As<Thing>()).Select(t => t.ScopeId).SingleAsync();
        unit.Db.Add(new Thing { Id = own.As<Thing>(), Kind = ThingKind.Topic, CommunityId = space.CommunityId, ScopeId = scope, AuthorId = by, CreatedAt = unit.Now });
        unit.Db.Add(topic);
        await unit.TouchClashes(topic, space.Version, topic.Spot());
        if (wish.Paper is not null) await unit.SetPaper(space.CommunityId, own, wish.Paper);
        if (wish.Slot is not null) await unit.AskLater(unit.Db.The<Topic>().Where(t => t.Id == own));
        unit.Journal(by, "topic.posted", own.Value, space.CommunityId, inverse: "topic.taken-down");
        unit.Reindex(own.As<Thing>());
        return own;
    }

    private static async Task<int> NextNumber(this Unit unit, Id<Space> id) => (await unit.Db.The<Topic>().Where(t => t.SpaceId == id).MaxAsync(t => (int?)t.Number) ?? 0) + 1;
}
