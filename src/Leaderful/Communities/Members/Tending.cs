using Leaderful.Accounts;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Members;

public enum Stepping { Done, LastOne, NotThere }

/// <summary>Who tends a community. Nobody is left without a steward, and nobody unmakes another's stewardship.</summary>
public static class Tending
{
    public static async Task<bool> NameSteward(this Unit unit, Id<Community> community, Id<Person> person, Session me, Letterhead? paper = null)
    {
        await unit.Hold(community);
        if (await unit.MembershipOf(community, person) is not { LeftAt: null, StewardSince: null } membership) return false;
        var isKnown = await unit.DidLately(me.ActorId, "steward.named", person.Value, community);
        membership.BecomeSteward(unit.Now);
        unit.Journal(me.ActorId, "steward.named", person.Value, community, inverse: "steward.unnamed");
        if (paper is not null && !isKnown) await unit.SendNamed(paper, community, await unit.ThePerson(person), me.Name);
        unit.Tell(Streams.Of(person));
        return true;
    }

    /// <summary>Takes back what the same person just did; a stewardship somebody has begun to live is theirs to end.</summary>
    public static async Task<bool> UnnameSteward(this Unit unit, Id<Community> community, Id<Person> person, Id<Actor> by)
    {
        await unit.Hold(community);
        if (!await unit.DidLately(by, "steward.named", person.Value, community)) return false;
        if (await unit.MembershipOf(community, person) is not { LeftAt: null, StewardSince: not null } membership) return false;
        if (await unit.Stewards(community) == 1) return false;
        membership.StepDown();
        unit.Journal(by, "steward.unnamed", person.Value, community);
        unit.Tell(Streams.Of(person));
        return true;
    }

    public static async Task<Stepping> StepDown(this Unit unit, Id<Community> community, Session me)
    {
        await unit.Hold(community);
        if (await unit.MembershipOf(community, me.PersonId) is not { LeftAt: null, StewardSince: not null } membership) return Stepping.NotThere;
        if (await unit.Stewards(community) == 1) return Stepping.LastOne;
        membership.StepDown();
        unit.Journal(me.ActorId, "steward.stepped-down", me.PersonId.Value, community, inverse: "steward.named");
        unit.Tell(Streams.Of(me.PersonId));
        return Stepping.Done;
    }

    public static async Task<bool> StepUpAgain(this Unit unit, Id<Community> community, Session me)
    {
        await unit.Hold(community);
        if (!await unit.DidLately(me.ActorId, "steward.stepped-down", me.PersonId.Value, community)) return false;
        if (await unit.MembershipOf(community, me.PersonId) is not { LeftAt: null, StewardSince: null } membership) return false;
        membership.BecomeSteward(unit.Now);
        unit.Journal(me.ActorId, "steward.named", me.PersonId.Value, community);
        unit.Tell(Streams.Of(me.PersonId));
        return true;
    }

    public static Task<int> Stewards(this Unit unit, Id<Community> community) =>
        unit.Db.The<Membership>().CountAsync(m => m.CommunityId == community && m.LeftAt == null && m.StewardSince != null);
}
