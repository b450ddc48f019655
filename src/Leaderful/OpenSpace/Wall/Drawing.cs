using Leaderful.Data;
using Leaderful.OpenSpace.Reports;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Wall;

/// <summary>Times and places of a wall. What hangs on one that is taken away waits in the tray, and is back when it returns.</summary>
public static class Drawing
{
    public const int MostSlots = 120;
    public const int MostPlaces = 60;

    /// <summary>Nothing where there are as many as fit.</summary>
    public static async Task<Id<Slot>?> AddSlot(this Unit unit, Id<Actor> by, Id<Space> id, SlotWish wish)
    {
        if (await unit.Hold(id) is not { } space || await unit.Db.The<Slot>().CountAsync(s => s.SpaceId == id && s.RemovedAt == null) >= MostSlots) return null;
        var slot = new Slot { Id = Id<Slot>.New(), SpaceId = id, CommunityId = space.CommunityId };
        slot.Set(wish);
        unit.Db.Add(slot);
        space.Redraw();
        unit.Journal(by, "slot.added", slot.Id.Value, space.CommunityId, inverse: "slot.removed");
        return slot.Id;
    }

    public static Task<bool> SetSlot(this Unit unit, Id<Actor> by, Id<Space> id, Id<Slot> slot, SlotWish wish) => unit.WithSlot(by, id, slot, "slot.set", null, s => s.Set(wish));

    public static Task<bool> RemoveSlot(this Unit unit, Id<Actor> by, Id<Space> id, Id<Slot> slot) => unit.WithSlot(by, id, slot, "slot.removed", "slot.put-back", s => s.Remove(by, unit.Now));

    public static async Task<bool> PutBackSlot(this Unit unit, Id<Actor> by, Id<Space> id, Id<Slot> slot) =>
        await unit.WithSlot(by, id, slot, "slot.put-back", "slot.removed", s => s.PutBack()) && await unit.AskAgain(unit.Db.The<Topic>().Where(t => t.SlotId == slot));

    public static async Task<Id<Place>?> AddPlace(this Unit unit, Id<Actor> by, Id<Space> id, string name, int? seats = null, string features = "")
    {
        if (await unit.Hold(id) is not { } space) return null;
        var places = await unit.Db.The<Place>().Where(p => p.SpaceId == id).Select(p => new { p.Order, p.RemovedAt }).ToListAsync();
        if (places.Count(p => p.RemovedAt is null) >= MostPlaces) return null;
        var place = new Place { Id = Id<Place>.New(), SpaceId = id, CommunityId = space.CommunityId, Name = name, Seats = seats, Features = features, Order = places.Count == 0 ? 1 : places.Max(p => p.Order) + 1 };
        unit.Db.Add(place);
        space.Redraw();
        unit.Journal(by, "place.added", place.Id.Value, space.CommunityId, inverse: "place.removed");
        return place.Id;
    }

    public static Task<bool> SetPlace(this Unit unit, Id<Actor> by, Id<Space> id, Id<Place> place, string name, int? seats, string features) =>
        unit.WithPlace(by, id, place, "place.set", null, p => (p.Name, p.Seats, p.Features) = (name, seats, features));

    public static Task<bool> RemovePlace(this Unit unit, Id<Actor> by, Id<Space> id, Id<Place> place) => unit.WithPlace(by, id, place, "place.removed", "place.put-back", p => p.Remove(by, unit.Now));

    public static async Task<bool> PutBackPlace(this Unit unit, Id<Actor> by, Id<Space> id, Id<Place> place) =>
        await unit.WithPlace(by, id, place, "place.put-back", "place.removed", p => p.PutBack()) && await unit.AskAgain(unit.Db.The<Topic>().Where(t => t.PlaceId == place));

    /// <summary>What hangs there again is over some day, too.</summary>
    private static async Task<bool> AskAgain(this Unit unit, IQueryable<Topic> topics)
    {
        await unit.AskLater(topics);
        return true;
    }

    public static Task<bool> AllowInterest(this Unit unit, Id<Actor> by, Id<Space> id) => unit.WithSpace(by, id, "interest.allowed", "interest.ended", s => s.AllowInterest(by, unit.Now));

    public static Task<bool> EndInterest(this Unit unit, Id<Actor> by, Id<Space> id) => unit.WithSpace(by, id, "interest.ended", "interest.allowed", s => s.EndInterest());

    private static Task<bool> WithSpace(this Unit unit, Id<Actor> by, Id<Space> id, string verb, string inverse, Action<Space> change) =>
        unit.Redrawing(by, id, id.Value, verb, inverse, space =>
        {
            change(space);
            return Task.FromResult(true);
        });

    private static Task<bool> WithSlot(this Unit unit, Id<Actor> by, Id<Space> id, Id<Slot> which, string verb, string? inverse, Action<Slot> change) =>
        unit.Redrawing(by, id, which.Value, verb, inverse, _ => Found(unit.Db.The<Slot>().Where(s => s.Id == which && s.SpaceId == id), change));

    private static Task<bool> WithPlace(this Unit unit, Id<Actor> by, Id<Space> id, Id<Place> which, string verb, string? inverse, Action<Place> change) =>
        unit.Redrawing(by, id, which.Value, verb, inverse, _ => Found(unit.Db.The<Place>().Where(p => p.Id == which && p.SpaceId == id), change));

    private static async Task<bool> Found<T>(IQueryable<T> which, Action<T> change) where T : class
    {
        if (await which.AsTracking().SingleOrDefaultAsync() is not { } found) return false;
        change(found);
        return true;
    }

    /// <summary>False where there is nothing to change; otherwise everybody sees the wall anew.</summary>
    private static async Task<bool> Redrawing(this Unit unit, Id<Actor> by, Id<Space> id, Guid subject, string verb, string? inverse, Func<Space, Task<bool>> change)
    {
        if (await unit.Hold(id) is not { } space || !await change(space)) return false;
        space.Redraw();
        unit.Journal(by, verb, subject, space.CommunityId, inverse);
        return true;
    }
}
