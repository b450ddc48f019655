using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.OpenSpace.Reports;
using Leaderful.Search;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Wall;

/// <summary>What becomes of a topic on the wall. Each change holds the space, so that of two the second sees what the first did.</summary>
public static class Changing
{
    public static async Task<bool> SetTopic(this Unit unit, Id<Actor> by, Id<Topic> id, TopicWish wish)
    {
        Topic? set = null;
        await unit.With(by, id, "topic.set", null, topic =>
        {
            (topic.Title, topic.Why, topic.ConvenerId, topic.Convener) = (wish.TitleFor(topic.Number), wish.Why, wish.ConvenerId, wish.Convener);
            set = topic;
        });
        if (set is null) return false;
        if (wish.Paper is not null || wish.IsWithoutPaper) await unit.SetPaper(set.CommunityId, id, wish.Paper);
        unit.Reindex(id.As<Thing>());
        return true;
    }

    /// <summary>False where somebody moved it since <paramref name="seen"/>: then it stays where they hung it.</summary>
    public static async Task<bool> MoveTopic(this Unit unit, Id<Actor> by, Id<Topic> id, int? seen, Id<Slot>? slot, Id<Place>? place)
    {
        var isMoved = false;
        await unit.With(by, id, "topic.moved", "topic.moved", topic =>
        {
            if (seen is { } moves && topic.Moves != moves && (topic.SlotId, topic.PlaceId) != (slot, place)) return;
            isMoved = true;
            if ((topic.SlotId, topic.PlaceId) != (slot, place)) topic.Move(by, slot, place);
        });
        return isMoved;
    }

    public static Task<bool> RunOn(this Unit unit, Id<Actor> by, Id<Topic> id) => unit.With(by, id, "topic.ran-on", "topic.ended-in-time", t => t.Overrun(by, unit.Now));

    public static Task<bool> EndInTime(this Unit unit, Id<Actor> by, Id<Topic> id) => unit.With(by, id, "topic.ended-in-time", null, t => t.Overrun(null, unit.Now));

    public static Task<bool> RetireTopic(this Unit unit, Id<Actor> by, Id<Topic> id) => unit.With(by, id, "topic.retired", "topic.brought-back", t => t.Retire(by, unit.Now));

    public static Task<bool> BringTopicBack(this Unit unit, Id<Actor> by, Id<Topic> id) => unit.With(by, id, "topic.brought-back", null, t => t.BringBack());

    /// <summary>Only what still stands for itself is joined to something else, and only to what does.</summary>
    public static async Task<bool> MergeTopic(this Unit unit, Id<Actor> by, Id<Topic> id, Id<Topic> into)
    {
        if (id == into || !await unit.Db.The<Topic>().AnyAsync(t => t.Id == into && unit.Db.The<Topic>().Any(x => x.Id == id && x.SpaceId == t.SpaceId) && t.MergedIntoId == null && t.RetiredAt == null
            && unit.Db.The<Thing>().Any(x => x.Id == t.Id.As<Thing>() && x.DeletedAt == null))) return false;
        var (isMerged, gone) = (false, await unit.JoinedToGone(id));
        await unit.With(by, id, "topic.merged", "topic.unmerged", topic =>
        {
            if (topic.MergedIntoId is not null && topic.MergedIntoId != gone) return;
            topic.MergeInto(into, by);
            isMerged = true;
        });
        if (!isMerged) return false;
        // What was joined to it goes with it, and the other says so.
        foreach (var other in await unit.Db.The<Topic>().AsTracking().Where(t => t.MergedIntoId == id).ToListAsync()) other.MergeInto(into, by);
        return await unit.Touch(into);
    }

    public static async Task<bool> UnmergeTopic(this Unit unit, Id<Actor> by, Id<Topic> id)
    {
        Id<Topic>? into = null;
        await unit.With(by, id, "topic.unmerged", null, topic =>
        {
            into = topic.MergedIntoId;
            topic.Unmerge();
        });
        return into is { } other && await unit.Touch(other);
    }

    public static async Task<bool> TakeTopicDown(this Unit unit, Id<Actor> by, Id<Topic> id)
    {
        if (await unit.Db.The<Thing>().AsTracking().SingleOrDefaultAsync(t => t.Id == id.As<Thing>()) is not { DeletedAt: null } thing) return false;
        thing.Delete(by, unit.Now);
        unit.Reindex(thing.Id);
        unit.Enqueue(TopicPurging.KindOfWork, id.Value, Bin.EmptiedAt(unit.Now));
        return await unit.With(by, id, "topic.taken-down", "topic.put-back", _ => { }) && await unit.TouchJoined(id);
    }

    /// <summary>False where the thirty days are over.</summary>
    public static async Task<bool> PutTopicBack(this Unit unit, Id<Actor> by, Id<Topic> id)
    {
        if (await unit.Db.The<Thing>().AsTracking().SingleOrDefaultAsync(t => t.Id == id.As<Thing>()) is not { DeletedAt: not null } thing || Bin.IsEmptied(thing.DeletedAt, unit.Now)) return false;
        thing.Restore();
        unit.Reindex(thing.Id);
        return await unit.With(by, id, "topic.put-back", "topic.taken-down", _ => { }) && await unit.TouchJoined(id);
    }

    public static async Task MarkTopic(this Unit unit, Id<Actor> by, Id<Topic> id, bool isOn)
    {
        var marks = await unit.Db.MarksOf(by).AsTracking().Where(m => m.TopicId == id).ToListAsync();
        if (marks.Count > 0 == isOn || await unit.Db.The<Topic>().SingleOrDefaultAsync(t => t.Id == id) is not { } topic) return;
        if (!isOn) unit.Db.RemoveRange(marks);
        else unit.Db.Add(new TopicMark { Id = Id<TopicMark>.New(), TopicId = id, CommunityId = topic.CommunityId, ActorId = by });
        await unit.Touch(id);
    }

    private static async Task<bool> With(this Unit unit, Id<Actor> by, Id<Topic> id, string verb, string? inverse, Action<Topic> change)
    {
        if (await unit.SpaceOf(id) is not { } which || await unit.Hold(which) is not { } space) return false;
        var topic = await unit.Db.The<Topic>().AsTracking().SingleAsync(t => t.Id == id);
        var before = topic.Spot();
        change(topic);
        topic.Version = space.Version;
        await unit.TouchClashes(topic, space.Version, before);
        if (topic.SlotId is not null && (topic.SlotId != before.Slot || verb is "topic.brought-back" or "topic.unmerged" or "topic.put-back")) await unit.AskLater(unit.Db.The<Topic>().Where(t => t.Id == id));
        unit.Journal(by, verb, id.Value, space.CommunityId, inverse);
        return true;
    }

    /// <summary>Whoever watches the wall sees it anew.</summary>
    private static async Task<bool> Touch(this Unit unit, Id<Topic> id)
    {
        if (await unit.SpaceOf(id) is not { } which || await unit.Hold(which) is not { } space) return false;
        (await unit.Db.The<Topic>().AsTracking().SingleAsync(t => t.Id == id)).Version = space.Version;
        return true;
    }

    /// <summary>What was joined to it stands for itself while it is taken down, and is joined again once it is back.</summary>
    private static async Task<bool> TouchJoined(this Unit unit, Id<Topic> id)
    {
        foreach (var other in await unit.Db.The<Topic>().Where(t => t.MergedIntoId == id).Select(t => t.Id).ToListAsync()) await unit.Touch(other);
        return true;
    }

    /// <summary>What it was joined to, where that was taken down.</summary>
    private static Task<Id<Topic>?> JoinedToGone(this Unit unit, Id<Topic> id) => (
        from t in unit.Db.The<Topic>()
        where t.Id == id && unit.Db.The<Topic>().Any(o => o.Id == t.MergedIntoId && unit.Db.The<Thing>().Any(x => x.Id == o.Id.As<Thing>() && x.DeletedAt != null))
        select t.MergedIntoId).SingleOrDefaultAsync();

    private static Task<Id<Space>?> SpaceOf(this Unit unit, Id<Topic> id) => unit.Db.The<Topic>().Where(t => t.Id == id).Select(t => (Id<Space>?)t.SpaceId).SingleOrDefaultAsync();
}
