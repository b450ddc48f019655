using System.Globalization;
using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Room;
using Leaderful.OpenSpace.Wall;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Tests.OpenSpace;

/// <summary>Millbrook, where Ruth calls Open Spaces and holds them.</summary>
public static class Spaces
{
    public static readonly DateOnly Day = new(2027, 3, 6);

    /// <summary>An Open Space that is open, with two times and two places.</summary>
    public static async Task<Id<Space>> Open(this World world, Visitor by, Stage stage = Stage.Open)
    {
        var wish = new GatheringWish(GatheringKind.OpenSpace, CircleWorld.Own("What would make the night ours?"), new GatheringTime(Day, new TimeOnly(10, 0), 480, "Europe/Berlin"));
        var id = await world.Writes.Do(unit => unit.CallGathering(by.Person.ActorId, world.Millbrook.Id, new GatheringHost(world.Millbrook.ScopeId, null), wish));
        var space = id.As<Space>();
        foreach (var hour in (int[])[10, 11]) await world.Writes.Do(unit => unit.AddSlot(by.Person.ActorId, space, new SlotWish(Day, new TimeOnly(hour, 0), 50)));
        foreach (var place in (string[])["Library", "Gym"]) await world.Writes.Do(unit => unit.AddPlace(by.Person.ActorId, space, place));
        if (stage != Stage.Draft) await world.Writes.Do(unit => unit.Reach(by.Person.ActorId, space, stage));
        return space;
    }

    public static Task<Board> Board(this World world, Id<Space> id) => world.Read(db => db.BoardOf(id));

    public static string Path(Id<Space> id) => $"/c/millbrook/gatherings/{id}";

    public static string Wall(Id<Space> id) => $"{Path(id)}/wall";

    public static string Topic(Id<Space> id, Slip slip) => $"{Wall(id)}/topics/{slip.Id}";

    /// <summary>Somebody puts up a topic at the n-th time and place, or in the tray.</summary>
    public static async Task<Slip> Post(this World world, Visitor by, Id<Space> id, string title, (int Slot, int Place)? at = null)
    {
        var board = await world.Board(id);
        var wish = new TopicWish(title, by.Person.ActorId) { Slot = at is { } a ? board.Slots[a.Slot].Id : null, Place = at is { } b ? board.Places[b.Place].Id : null };
        var topic = await world.Writes.Do(unit => unit.PostTopic(by.Person.ActorId, id, wish));
        return (await world.Board(id)).Slips.Single(s => s.Id == topic);
    }

    public static async Task<Slip> Slip(this World world, Id<Space> id, Slip slip) => (await world.Board(id)).Slips.Single(s => s.Id == slip.Id);

    public static string Spot(Board board, int slot, int place) => $"{board.Slots[slot].Id}.{board.Places[place].Id}";

    /// <summary>A guest who came in by the code in the room.</summary>
    public static async Task<Visitor> Guest(this World world, Visitor host, Id<Space> id, string name)
    {
        var code = (await world.Read(db => db.CodeOf(id, world.Time.GetUtcNow().UtcDateTime)))?.Code ?? await world.Writes.Do(unit => unit.BeginCode(host.Person.ActorId, id));
        var guest = world.Anyone();
        await guest.Post($"/in/{code}", ("name", name));
        return guest;
    }
}
