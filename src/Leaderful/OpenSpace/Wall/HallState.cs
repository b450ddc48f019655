using Leaderful.Data;
using Leaderful.OpenSpace.Room;

namespace Leaderful.OpenSpace.Wall;

/// <summary>What the hall sees: what is on right now, what is next, and the code of the room.</summary>
public sealed record HallState(Board Board, DateTime Local, string Zone, string? Code)
{
    /// <summary>The time that is; what ran on is still there.</summary>
    public Slot? Now => Board.Slots.LastOrDefault(s => s.Begins <= Local && Local < s.Ends);

    public Slot? Next => Board.Slots.FirstOrDefault(s => s.Begins > Local);

    /// <summary>Something has been, or is on.</summary>
    public bool HasBegun => Board.Slots.Any(s => s.Begins <= Local);

    /// <summary>When something else is on, by the clock of the place.</summary>
    public DateTime? Until => Now?.Ends is { } ends && (Next is null || ends <= Next.Begins) ? ends : Next?.Begins;

    public IEnumerable<(Place Place, Slip? Slip)> In(Slot slot) =>
        Board.Places.SelectMany(place => Board.At(slot, place).Concat(RunOver(slot, place)).Select(s => (Slip?)s).DefaultIfEmpty().Select(slip => (place, slip)));

    private IEnumerable<Slip> RunOver(Slot slot, Place place) =>
        Board.Slots.TakeWhile(s => s.Id != slot.Id).LastOrDefault(s => s.Day == slot.Day && s.Kind == SlotKind.Sessions) is { } before ? Board.At(before, place).Where(s => s.RunsOn) : [];
}

public static class Halls
{
    public static async Task<HallState> HallOf(this Db db, Id<Space> id, WallAround around, DateTime now) =>
        new(await db.BoardOf(id), around.Local(now), around.Zone, (await db.CodeOf(id, now))?.Code);
}
