using Leaderful.Accounts;
using Leaderful.Accounts.Guests;
using Leaderful.Circles;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Tests.OpenSpace;

/// <summary>Open Spaces of Ruth's, and guests in their rooms.</summary>
internal static class OpenSpaces
{
    public const int DaysAhead = 14;

    public static string Path(Id<Space> id) => $"/c/millbrook/gatherings/{id}";

    public static DateOnly Day(this CircleWorld world, int ahead = DaysAhead) => DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime).AddDays(ahead);

    public static string Written(this DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>For the community, or for a circle; Ruth calls it and so holds it.</summary>
    public static async Task<Id<Space>> Space(this CircleWorld world, string title = "How do we hold the night together?", Circle? circle = null)
    {
        var time = new GatheringTime(world.Day(), new TimeOnly(9, 30), 480, "Europe/Berlin");
        var host = new GatheringHost(circle?.ScopeId ?? world.Millbrook.ScopeId, circle?.Id);
        var wish = new GatheringWish(GatheringKind.OpenSpace, title, time) { Purpose = "So that nobody carries it alone.", Place = "Canteen" };
        return (await world.Writes.Do(unit => unit.CallGathering(world.Ruth.Person.ActorId, world.Millbrook.Id, host, wish))).As<Space>();
    }

    public static Task Give(this CircleWorld world, Id<Space> id, Visitor who, SpacePart part) =>
        world.Writes.Do(unit => unit.GivePart(world.Ruth.Person.ActorId, id, who.Person.ActorId, part));

    public static Task<Space> Read(this CircleWorld world, Id<Space> id) => world.Read(db => db.The<Space>().SingleAsync(s => s.Id == id));

    /// <summary>Somebody in the room by their name alone.</summary>
    public static async Task<Visitor> Guest(this CircleWorld world, Id<Space> id, string name = "Somebody Passing")
    {
        var token = CapabilityLink.NewToken();
        await world.Writes.Do(unit =>
        {
            var actor = new Actor { Id = Id<Actor>.New(), Kind = ActorKind.RoomGuest, Name = name, CommunityId = world.Millbrook.Id };
            unit.Db.Add(actor);
            unit.Db.Add(new GuestPass { Id = Id<GuestPass>.New(), CommunityId = world.Millbrook.Id, RoomId = id.As<Thing>(), ActorId = actor.Id, TokenHash = CapabilityLink.Hash(token), BegunAt = unit.Now });
            return Task.CompletedTask;
        });
        var guest = world.Anyone();
        guest.Client.DefaultRequestHeaders.Add("Cookie", $"leaderful-guest={token}");
        return guest;
    }
}
