using System.Linq.Expressions;
using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Communities.Requests;
using Leaderful.Data;
using Leaderful.Initiatives.Teams;
using Leaderful.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Circles;

/// <summary>
/// Coming into a circle, going, and coming back. Each holds the community's row first, so that nobody comes into a circle of
/// a community they are just leaving.
/// </summary>
public static class Belonging
{
    /// <summary>Whoever of the community likes comes in, where that is still so.</summary>
    public static async Task<bool> JoinCircle(this Unit unit, Id<Circle> id, Id<Person> person, Id<Actor> actor) =>
        await unit.HoldCircle(id) is { Joining: Joining.Open } circle && await unit.Admit(circle, person, actor);

    public static async Task<bool> LeaveCircle(this Unit unit, Id<Circle> id, Session me)
    {
        if (await unit.HoldCircle(id) is not { } circle || await unit.BelongingOf(id, me.PersonId) is not { LeftAt: null } belonging) return false;
        belonging.Leave(unit.Now);
        await unit.LeaveTeamsOn(circle.ScopeId, me.ActorId);
        await unit.MendRoundsOf(me.PersonId);
        unit.Journal(me.ActorId, "circle.left", id.Value, circle.CommunityId, inverse: "circle.returned");
        unit.TellOf(id, me.PersonId);
        return true;
    }

    /// <summary>Within the hour, as though they had never gone; also into a circle that asks first.</summary>
    public static async Task<bool> ReturnToCircle(this Unit unit, Id<Circle> id, Session me, TimeSpan window)
    {
        if (await unit.HoldCircle(id) is not { } circle || await unit.BelongingOf(id, me.PersonId) is not { LeftAt: { } left } belonging) return false;
        if (left <= unit.Now - window || !await unit.IsIn(circle.CommunityId, me.PersonId)) return false;
        belonging.Restore();
        await unit.ReturnToTeamsOn(circle.ScopeId, me.ActorId, left);
        unit.Journal(me.ActorId, "circle.returned", id.Value, circle.CommunityId, inverse: "circle.left");
        unit.TellOf(id, me.PersonId);
        return true;
    }

    /// <summary>Whoever leaves a community leaves its circles, and waits for none of them.</summary>
    public static async Task LeaveCirclesOf(this Unit unit, Id<Community> community, Id<Person> person, JournalEntry cause)
    {
        foreach (var belonging in await unit.BelongingsIn(community, person).Where(m => m.LeftAt == null).ToListAsync())
        {
            belonging.Leave(unit.Now);
            unit.Journal(cause.ActorId, "circle.left", belonging.CircleId.Value, community, cause: cause);
            unit.TellOf(belonging.CircleId, person);
        }
        await unit.StopWaiting(r => r.CommunityId == community && r.PersonId == person);
        await unit.MendRoundsOf(person);
    }

    /// <summary>Who comes back as though they had never gone belongs again where they belonged at that moment.</summary>
    public static async Task ReturnToCirclesOf(this Unit unit, Id<Community> community, Id<Person> person, DateTime leftAt)
    {
        foreach (var belonging in await unit.BelongingsIn(community, person).Where(m => m.LeftAt == leftAt).ToListAsync())
        {
            belonging.Restore();
            unit.TellOf(belonging.CircleId, person);
        }
    }

    internal static async Task<bool> Admit(this Unit unit, Circle circle, Id<Person> person, Id<Actor> actor, JournalEntry? cause = null)
    {
        if (!await unit.IsIn(circle.CommunityId, person)) return false;
        var belonging = await unit.BelongingOf(circle.Id, person);
        if (belonging is { LeftAt: null }) return true;
        if (belonging is null) unit.Db.Add(CircleMembership.Of(circle, person, unit.Now));
        else belonging.Rejoin(unit.Now);
        await unit.StopWaiting(r => r.CircleId == circle.Id && r.PersonId == person);
        unit.Journal(actor, "circle.joined", circle.Id.Value, circle.CommunityId, inverse: "circle.left", cause: cause);
        unit.TellOf(circle.Id, person);
        return true;
    }

    /// <summary>The circle, where it stands, with its community held until the commit.</summary>
    internal static async Task<Circle?> HoldCircle(this Unit unit, Id<Circle> id, bool isDeleted = false)
    {
        if (await unit.Db.The<Circle>().AsTracking().SingleOrDefaultAsync(c => c.Id == id) is not { } circle) return null;
        await unit.Hold(circle.CommunityId);
        await unit.Db.Entry(circle).ReloadAsync();
        return await unit.Db.The<Thing>().AnyAsync(t => t.Id == id.As<Thing>() && (t.DeletedAt != null) == isDeleted) ? circle : null;
    }

    internal static Task<int> CountOf(this Unit unit, Id<Circle> id) => unit.Db.The<CircleMembership>().CountAsync(m => m.CircleId == id && m.LeftAt == null);

    private static Task<CircleMembership?> BelongingOf(this Unit unit, Id<Circle> id, Id<Person> person) =>
        unit.Db.The<CircleMembership>().AsTracking().SingleOrDefaultAsync(m => m.CircleId == id && m.PersonId == person);

    private static IQueryable<CircleMembership> BelongingsIn(this Unit unit, Id<Community> community, Id<Person> person) =>
        unit.Db.The<CircleMembership>().AsTracking().Where(m => m.CommunityId == community && m.PersonId == person);

    private static Task<bool> IsIn(this Unit unit, Id<Community> community, Id<Person> person) =>
        unit.Db.The<Membership>().AnyAsync(m => m.CommunityId == community && m.PersonId == person && m.LeftAt == null);

    /// <summary>Who is in, or has gone, waits for no answer any more.</summary>
    private static Task<int> StopWaiting(this Unit unit, Expression<Func<CircleRequest, bool>> whose) =>
        unit.Db.The<CircleRequest>().Where(whose).Where(r => r.ClosedAt == null)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.ClosedAt, unit.Now).SetProperty(x => x.Answer, Answer.Withdrawn));

    /// <summary>Their sessions and streams are read anew, and the others see how many they are.</summary>
    private static void TellOf(this Unit unit, Id<Circle> id, Id<Person> person)
    {
        unit.Tell(Streams.Of(person));
        unit.Tell(Streams.Of(id));
    }
}
