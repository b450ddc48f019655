using Leaderful.Data;

namespace Leaderful.OpenSpace.Wall;

/// <summary>The whole wall of an Open Space: its times and places as they stand, and every topic ever put up.</summary>
public sealed class Board(Space space, IReadOnlyList<Slot> slots, IReadOnlyList<Place> places, IReadOnlyList<Slip> slips)
{
    private readonly Dictionary<Id<Slot>, Slot> slotOf = slots.ToDictionary(s => s.Id);
    private readonly Dictionary<Id<Place>, Place> placeOf = places.ToDictionary(p => p.Id);
    private readonly ILookup<(Id<Slot>, Id<Place>), Slip> hanging = slips.Where(s => s.Stands && s.SlotId is not null && s.PlaceId is not null).ToLookup(s => (s.SlotId!.Value, s.PlaceId!.Value));
    private readonly ILookup<(Id<Slot>, string), Slip> hosting = slips.Where(s => s.Stands && s.SlotId is not null && s.PlaceId is not null).ToLookup(s => (s.SlotId!.Value, s.Key));
    private readonly ILookup<Id<Topic>, Slip> merged = slips.Where(s => s.MergedIntoId is not null && s.DeletedAt is null).ToLookup(s => s.MergedIntoId!.Value);

    public Space Space => space;

    /// <summary>In the order of time.</summary>
    public IReadOnlyList<Slot> Slots => slots;
    public IReadOnlyList<Place> Places => places;
    public IReadOnlyList<Slip> Slips => slips;
    public IReadOnlyList<DateOnly> Days => field ??= [.. slots.Select(s => s.Day).Distinct().Order()];

    /// <summary>What waits for a place, or for the time it hung at to come back.</summary>
    public IReadOnlyList<Slip> Tray => field ??= [.. slips.Where(s => s.Stands && !Hangs(s))];

    public IEnumerable<Slot> On(DateOnly day) => slots.Where(s => s.Day == day);

    /// <summary>
    /// What a phone, which shows one time at once, begins with: the sessions that are on, or the next. While the day has not come to its
    /// sessions yet those at which something hangs come first, so that what was put up already is seen.
    /// </summary>
    public Slot? FirstSeen(DateOnly day, DateTime local)
    {
        var sessions = On(day).Where(s => s.Kind == SlotKind.Sessions).ToList();
        var coming = sessions.FindAll(s => s.Ends > local);
        var isBefore = coming.Count == sessions.Count && coming.TrueForAll(s => s.Begins > local);
        return (isBefore ? coming.Find(s => Places.Any(p => At(s, p).Any())) : null) ?? coming.FirstOrDefault() ?? sessions.FirstOrDefault() ?? On(day).FirstOrDefault();
    }

    public IEnumerable<Slip> At(Slot slot, Place place) => hanging[(slot.Id, place.Id)];

    public bool IsFree(Slot slot, Place place) => slot.Kind == SlotKind.Sessions && !hanging.Contains((slot.Id, place.Id));

    public bool Hangs(Slip slip) => Slot(slip) is { Kind: SlotKind.Sessions } && Place(slip) is not null;

    public Slot? Slot(Slip slip) => slip.SlotId is { } id ? slotOf.GetValueOrDefault(id) : null;

    public Place? Place(Slip slip) => slip.PlaceId is { } id ? placeOf.GetValueOrDefault(id) : null;

    /// <summary>Where else its convener is posted at the same time.</summary>
    public IEnumerable<Place> Clashes(Slip slip) =>
        Hangs(slip) ? hosting[(slip.SlotId!.Value, slip.Key)].Where(s => s.Id != slip.Id).Select(Place).OfType<Place>().Distinct() : [];

    /// <summary>Whether somebody convenes something at that time already.</summary>
    public bool IsPosted(Id<Actor> who, Slot slot) => hosting.Contains((slot.Id, who.ToString()));

    /// <summary>What was joined to it.</summary>
    public IEnumerable<Slip> JoinedTo(Slip slip) => merged[slip.Id];

    /// <summary>The first place that is free on the next day with sessions; nothing where none follows, or all are taken.</summary>
    public (Slot Slot, Place Place)? FreeAfter(DateOnly day) => (
        from slot in slots
        where slot.Day > day && slot.Kind == SlotKind.Sessions
        group slot by slot.Day into days
        orderby days.Key
        select days).FirstOrDefault() is { } next
        && (from slot in next from place in places where IsFree(slot, place) select ((Slot, Place)?)(slot, place)).FirstOrDefault() is { } free ? free : null;

    /// <summary>What is drawn otherwise than at a version.</summary>
    public IEnumerable<Slip> Since(long version) => slips.Where(s => s.Version > version);

    /// <summary>The times and places a topic can still have, the next first.</summary>
    public IEnumerable<(Slot Slot, Place Place)> Free(DateTime local) =>
        from slot in slots
        where slot.Ends > local
        from place in places
        where IsFree(slot, place)
        select (slot, place);
}
