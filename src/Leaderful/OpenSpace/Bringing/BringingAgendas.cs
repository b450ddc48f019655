using Leaderful.Communities;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.OpenSpace.Wall;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Bringing;

/// <summary>An agenda comes to the wall as a whole or not at all, and goes as a whole.</summary>
public static class BringingAgendas
{
    /// <summary>Nothing where the wall, as it stands now, keeps it from being brought.</summary>
    public static async Task<BroughtAgenda?> BringAgenda(this Unit unit, Id<Actor> by, Id<Space> id, Agenda agenda)
    {
        if (await unit.Hold(id) is not { } space || AgendaPlan.Of(agenda, await unit.Db.BoardOf(id)) is not { IsRight: true } plan) return null;
        var brought = new BroughtAgenda { Id = Id<BroughtAgenda>.New(), SpaceId = id, CommunityId = space.CommunityId, BroughtById = by, BroughtAt = unit.Now };
        foreach (var slot in plan.Slots) await unit.Keep(brought.Slots, await unit.AddSlot(by, id, slot));
        foreach (var place in plan.Places) await unit.Keep(brought.Places, await unit.AddPlace(by, id, place.Name, place.Seats, place.Features));
        var (board, members) = (await unit.Db.BoardOf(id), await unit.MembersCalled(space.CommunityId, plan.Topics));
        foreach (var topic in plan.Topics) await unit.Keep(brought.Topics, await unit.PostTopic(by, id, Wish(topic, board, members)));
        unit.Db.Add(brought);
        unit.Journal(by, "agenda.brought", brought.Id.Value, space.CommunityId, inverse: "agenda.taken-back");
        return brought;
    }

    /// <summary>Its topics go to the bin; its times and places go where nothing of others' hangs there meanwhile.</summary>
    public static async Task<bool> TakeAgendaBack(this Unit unit, Id<Actor> by, Id<Space> id, Id<BroughtAgenda> which)
    {
        if (await unit.Brought(id, which) is not { TakenBackAt: null } brought) return false;
        foreach (var topic in brought.Topics) await unit.Also(unit.TakeTopicDown(by, Id<Topic>.Parse(topic, null)));
        var board = await unit.Db.BoardOf(id);
        var taken = board.Slips.Where(s => s.DeletedAt is null).SelectMany(s => new[] { s.SlotId?.ToString(), s.PlaceId?.ToString() }).ToHashSet();
        foreach (var slot in board.Slots.Where(s => brought.Slots.Contains(s.Id.ToString()) && !taken.Contains(s.Id.ToString()))) await unit.Also(unit.RemoveSlot(by, id, slot.Id));
        foreach (var place in board.Places.Where(p => brought.Places.Contains(p.Id.ToString()) && !taken.Contains(p.Id.ToString()))) await unit.Also(unit.RemovePlace(by, id, place.Id));
        brought.TakeBack(by, unit.Now);
        unit.Journal(by, "agenda.taken-back", which.Value, brought.CommunityId, inverse: "agenda.brought");
        return true;
    }

    public static async Task<bool> BringAgendaAgain(this Unit unit, Id<Actor> by, Id<Space> id, Id<BroughtAgenda> which)
    {
        if (await unit.Brought(id, which) is not { TakenBackAt: not null } brought) return false;
        foreach (var slot in brought.Slots) await unit.Also(unit.PutBackSlot(by, id, Id<Slot>.Parse(slot, null)));
        foreach (var place in brought.Places) await unit.Also(unit.PutBackPlace(by, id, Id<Place>.Parse(place, null)));
        foreach (var topic in brought.Topics) await unit.Also(unit.PutTopicBack(by, Id<Topic>.Parse(topic, null)));
        brought.BringAgain();
        unit.Journal(by, "agenda.brought", which.Value, brought.CommunityId, inverse: "agenda.taken-back");
        return true;
    }

    private static async Task<BroughtAgenda?> Brought(this Unit unit, Id<Space> id, Id<BroughtAgenda> which) =>
        await unit.Hold(id) is null ? null : await unit.Db.The<BroughtAgenda>().AsTracking().SingleOrDefaultAsync(a => a.Id == which && a.SpaceId == id);

    /// <summary>Each step is written before the next, which counts what is there.</summary>
    private static async Task Keep<T>(this Unit unit, List<string> ids, Id<T>? made)
    {
        ids.Add((made ?? throw new InvalidOperationException("What was planned did not fit.")).ToString());
        await unit.Db.SaveChangesAsync();
    }

    private static async Task Also(this Unit unit, Task<bool> change)
    {
        await change;
        await unit.Db.SaveChangesAsync();
    }

    private static TopicWish Wish(AgendaTopic topic, Board board, Dictionary<string, Id<Actor>> members)
    {
        var known = members.TryGetValue(NameKey.Of(topic.Convener), out var actor);
        return new TopicWish(topic.Title, known ? actor : null, known ? "" : topic.Convener)
        {
            Why = topic.Why, Slot = topic.Slot is { } slot ? AgendaPlan.SlotOn(board, slot)?.Id : null, Place = topic.Place.Length > 0 ? AgendaPlan.PlaceOn(board, topic.Place)?.Id : null,
        };
    }

    /// <summary>Conveners who are the one member of their name; all others have a name alone.</summary>
    private static async Task<Dictionary<string, Id<Actor>>> MembersCalled(this Unit unit, Id<Community> community, IReadOnlyList<AgendaTopic> topics)
    {
        var keys = topics.Select(t => t.Convener).Where(c => c.Length > 0).Select(NameKey.Of).Distinct().ToList();
        var found = await unit.Db.MembershipsOf(community).Where(m => keys.Contains(m.NameKey)).Named(unit.Db).ToListAsync();
        return found.GroupBy(m => NameKey.Of(m.Name)).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => new Id<Actor>(g.Single().ActorId), StringComparer.Ordinal);
    }
}
