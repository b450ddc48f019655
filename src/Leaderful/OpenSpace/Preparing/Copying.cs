using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace.Wall;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>An Open Space like one before: its frame, and nothing of what people made of it.</summary>
public static class Copying
{
    /// <summary>At the same hours of the new day. Whoever copies it holds it, beside those who held the other and are still here.</summary>
    public static async Task<Id<Gathering>> CopySpace(this Unit unit, Id<Actor> by, SpaceHead head, string title, DateOnly day)
    {
        var (from, old) = (head.Gathering, head.Id);
        var slots = await unit.Db.The<Slot>().Where(s => s.SpaceId == old && s.RemovedAt == null).OrderBy(s => s.Id).AsNoTracking().ToListAsync();
        var wish = GatheringForm.WishOf(from) with { Title = title, Kind = GatheringKind.OpenSpace, Time = from.Time is { } time ? time with { Day = day } : null };
        var id = await unit.CallGathering(by, from.CommunityId, new GatheringHost(head.ScopeId, from.CircleId), wish);
        var (space, first) = (id.As<Space>(), from.Day ?? (slots.Count == 0 ? day : slots.Min(s => s.Day)));
        foreach (var s in slots) await unit.AddSlot(by, space, new SlotWish(s.Day.AddDays(day.DayNumber - first.DayNumber), s.At, s.Minutes, s.Kind, s.Name));
        foreach (var p in await unit.Db.The<Place>().Where(p => p.SpaceId == old && p.RemovedAt == null).OrderBy(p => p.Order).AsNoTracking().ToListAsync())
        {
            await unit.AddPlace(by, space, p.Name, p.Seats, p.Features);
            // The next asks for the highest number there is.
            await unit.Db.SaveChangesAsync();
        }
        await unit.CopyFrame(by, old, space);
        unit.Journal(by, "space.copied", id.Value, from.CommunityId, inverse: "gathering.taken-down");
        return id;
    }

    private static async Task CopyFrame(this Unit unit, Id<Actor> by, Id<Space> old, Id<Space> space)
    {
        foreach (var given in await unit.Db.The<Given>().Where(g => g.SpaceId == old && g.RemovedAt == null && g.GoneAt == null).OrderBy(g => g.Id).AsNoTracking().ToListAsync())
            await unit.AddGiven(given.WordedById, space, new GivenWish(given.Text, given.SetBy, given.IsDayOver(unit.Now) ? null : given.Until));
        if (await unit.Db.The<Leeway>().SingleOrDefaultAsync(l => l.Id == old.As<Leeway>()) is { Text.Length: > 0 } leeway) await unit.SetLeeway(leeway.WrittenById, space, leeway.Text);
        foreach (var role in await unit.Db.The<SpaceRole>().Where(r => r.SpaceId == old && r.LeftAt == null).OrderBy(r => r.Id).AsNoTracking().ToListAsync())
            await unit.GivePart(by, space, role.ActorId, role.Part);
    }
}
