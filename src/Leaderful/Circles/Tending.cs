using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Circles;

/// <summary>What a circle is called and is for, and how somebody comes in.</summary>
public sealed record CircleWish(string Name, string Purpose, Joining Joining);

/// <summary>A circle from its beginning to its end.</summary>
public static class Tending
{
    /// <summary>Whoever begins it is the first in it. Null where a circle of that name is there already.</summary>
    public static async Task<Id<Circle>?> BeginCircle(this Unit unit, Here here, Session by, CircleWish wish) =>
        await unit.BeginCircle(here.Id, here.ScopeId, by.PersonId, by.ActorId, wish);

    public static async Task<Id<Circle>?> BeginCircle(this Unit unit, Id<Community> community, Id<Scope> seenBy, Id<Person> person, Id<Actor> actor, CircleWish wish)
    {
        await unit.Hold(community);
        if (await unit.IsTaken(community, wish.Name)) return null;
        var circle = new Circle { Id = Id<Circle>.New(), CommunityId = community, ScopeId = Id<Scope>.New(), Name = wish.Name, Purpose = wish.Purpose, Joining = wish.Joining };
        unit.Db.Add(new Thing { Id = circle.Id.As<Thing>(), Kind = ThingKind.Circle, CommunityId = community, ScopeId = seenBy, AuthorId = actor, CreatedAt = unit.Now });
        unit.Db.AddRange(Scope.Of(circle), circle);
        unit.Journal(actor, "circle.begun", circle.Id.Value, community, inverse: "circle.taken-down");
        return await unit.Admit(circle, person, actor) ? circle.Id : null;
    }

    /// <summary>False where another circle has that name.</summary>
    public static async Task<bool> SetCircle(this Unit unit, Id<Circle> id, Id<Actor> by, CircleWish wish)
    {
        if (await unit.HoldCircle(id) is not { } circle || await unit.IsTaken(circle.CommunityId, wish.Name, id)) return false;
        (circle.Name, circle.Purpose, circle.Joining) = (wish.Name, wish.Purpose, wish.Joining);
        unit.Journal(by, "circle.set", id.Value, circle.CommunityId);
        unit.Tell(Streams.Of(id));
        return true;
    }

    /// <summary>A steward takes down only a circle nobody belongs to; <paramref name="belongs"/> says that the one who does it does.</summary>
    public static async Task<bool> TakeDownCircle(this Unit unit, Id<Circle> id, Id<Actor> by, bool belongs)
    {
        if (await unit.HoldCircle(id) is not { } circle || (!belongs && await unit.CountOf(id) > 0)) return false;
        await unit.PutInBin(by, id.As<Thing>(), CirclePurging.KindOfWork);
        unit.Journal(by, "circle.taken-down", id.Value, circle.CommunityId, inverse: "circle.put-back");
        unit.Tell(Streams.Of(id));
        return true;
    }

    public static async Task<bool> PutBackCircle(this Unit unit, Id<Circle> id, Id<Actor> by)
    {
        if (await unit.HoldCircle(id, isDeleted: true) is not { } circle) return false;
        if (await unit.TakeFromBin(id.As<Thing>()) is null) return false;
        unit.Journal(by, "circle.put-back", id.Value, circle.CommunityId, inverse: "circle.taken-down");
        // Nobody carries it along any more, so each of its people is told.
        foreach (var person in await unit.Db.The<CircleMembership>().Where(m => m.CircleId == id && m.LeftAt == null).Select(m => m.PersonId).ToListAsync())
            unit.Tell(Streams.Of(person));
        return true;
    }

    /// <summary>Two circles of one name could not be told apart where somebody chooses who reads a thing.</summary>
    private static async Task<bool> IsTaken(this Unit unit, Id<Community> community, string name, Id<Circle>? except = null)
    {
        var names = await unit.Db.The<Circle>()
            .Where(c => c.CommunityId == community && c.Id != except && unit.Db.The<Thing>().Any(t => t.Id == c.Id.As<Thing>() && t.DeletedAt == null))
            .Select(c => c.Name).ToListAsync();
        return names.Any(n => Folded.Of(n) == Folded.Of(name));
    }
}
