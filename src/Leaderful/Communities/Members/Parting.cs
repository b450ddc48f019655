using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.Initiatives.Teams;
using Leaderful.OpenSpace.Preparing;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Members;

/// <summary>Going, being sent, and coming back from either.</summary>
public static class Parting
{
    public static async Task<Stepping> Leave(this Unit unit, Id<Community> community, Session me)
    {
        await unit.Hold(community);
        if (await unit.MembershipOf(community, me.PersonId) is not { LeftAt: null } membership) return Stepping.NotThere;
        var others = await unit.Db.The<Membership>().CountAsync(m => m.CommunityId == community && m.LeftAt == null && m.PersonId != me.PersonId);
        var tends = membership.StewardSince is not null;
        if (tends && others > 0 && await unit.Stewards(community) == 1) return Stepping.LastOne;
        if (others == 0) (await unit.Db.The<Community>().AsTracking().SingleAsync(c => c.Id == community)).Rest();
        membership.Leave(unit.Now);
        var left = unit.Journal(me.ActorId, "member.left", me.PersonId.Value, community, inverse: "member.returned");
        if (tends) unit.Journal(me.ActorId, "steward.stepped-down", me.PersonId.Value, community, inverse: "steward.named", cause: left);
        await unit.LeaveCirclesOf(community, me.PersonId, left);
        await unit.ReleaseCommitmentsOf(community, me.ActorId, left);
        await unit.LeaveSpacesOf(community, me.ActorId, left);
        await unit.LeaveTeamsOf(community, me.ActorId);
        unit.Tell(Streams.Of(me.PersonId));
        return Stepping.Done;
    }

    /// <summary>Within the hour, as though they had never gone: since when, and as steward, if they were one when they left.</summary>
    public static async Task<bool> Return(this Unit unit, Id<Community> community, Session me)
    {
        await unit.Hold(community);
        if (await unit.MembershipOf(community, me.PersonId) is not { LeftAt: { } leftAt, EndedById: null } membership) return false;
        if (leftAt <= unit.Now - Undo.Window) return false;
        membership.Restore();
        await unit.ReturnToCirclesOf(community, me.PersonId, leftAt);
        await unit.RestoreCommitmentsOf(community, me.ActorId, leftAt);
        await unit.ReturnToSpacesOf(community, me.ActorId, leftAt);
        await unit.ReturnToTeamsOf(community, me.ActorId, leftAt);
        var returned = unit.Journal(me.ActorId, "member.returned", me.PersonId.Value, community, inverse: "member.left");
        if (await unit.WasStewardUntil(community, me.PersonId, leftAt))
        {
            membership.BecomeSteward(unit.Now);
            unit.Journal(me.ActorId, "steward.named", me.PersonId.Value, community, cause: returned);
        }
        unit.Tell(Streams.Of(me.PersonId));
        return true;
    }

    /// <summary>Ends somebody's membership. Stewards step down by themselves first.</summary>
    public static async Task<bool> EndMembership(this Unit unit, Id<Community> community, Id<Person> person, Id<Actor> by, string because)
    {
        await unit.Hold(community);
        if (await unit.MembershipOf(community, person) is not { LeftAt: null, StewardSince: null } membership) return false;
        membership.End(by, unit.Now, because);
        var ended = unit.Journal(by, "member.ended", person.Value, community, inverse: "member.restored");
        await unit.LeaveCirclesOf(community, person, ended);
        var actor = (await unit.ThePerson(person)).ActorId;
        await unit.ReleaseCommitmentsOf(community, actor, ended);
        await unit.LeaveSpacesOf(community, actor, ended);
        await unit.LeaveTeamsOf(community, actor);
        unit.Tell(Streams.Of(person));
        return true;
    }

    public static async Task<bool> RestoreMembership(this Unit unit, Id<Community> community, Id<Person> person, Id<Actor> by)
    {
        await unit.Hold(community);
        if (await unit.MembershipOf(community, person) is not { LeftAt: { } leftAt, EndedById: not null } membership) return false;
        membership.Restore();
        await unit.ReturnToCirclesOf(community, person, leftAt);
        var actor = (await unit.ThePerson(person)).ActorId;
        await unit.RestoreCommitmentsOf(community, actor, leftAt);
        await unit.ReturnToSpacesOf(community, actor, leftAt);
        await unit.ReturnToTeamsOf(community, actor, leftAt);
        unit.Journal(by, "member.restored", person.Value, community, inverse: "member.ended");
        unit.Tell(Streams.Of(person));
        return true;
    }

    private static Task<bool> WasStewardUntil(this Unit unit, Id<Community> community, Id<Person> person, DateTime leftAt) =>
        unit.Db.The<JournalEntry>().AnyAsync(j =>
            j.CommunityId == community && j.Subject == person.Value && j.Verb == "steward.stepped-down" && j.At == leftAt);
}
