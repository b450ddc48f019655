using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Initiatives.Teams;

/// <summary>Somebody of the team, as it is shown.</summary>
public sealed record Carrier(Id<Actor> ActorId, Id<Person>? PersonId, string Name, DateTime JoinedAt);

public static class Carrying
{
    public static async Task Carry(this Unit unit, Id<Actor> who, Id<Initiative> id)
    {
        var initiative = await unit.HoldInitiative(id);
        var member = await unit.MemberOf(who, id);
        if (member is { LeftAt: null }) return;
        if (member is null) unit.Db.Add(member = new TeamMember { InitiativeId = id, ActorId = who, CommunityId = initiative.CommunityId });
        member.Join(unit.Now);
        unit.Journal(who, "initiative.joined", id.Value, initiative.CommunityId, inverse: "initiative.left");
    }

    public static async Task<bool> LayDown(this Unit unit, Id<Actor> who, Id<Initiative> id)
    {
        if (await unit.MemberOf(who, id) is not { LeftAt: null } member) return false;
        member.Leave(unit.Now);
        await unit.MendRoundsOf(who);
        unit.Journal(who, "initiative.left", id.Value, member.CommunityId, inverse: "initiative.joined");
        return true;
    }

    /// <summary>Those who carry it, the first who did first.</summary>
    public static Task<List<Carrier>> TeamOf(this Db db, Id<Initiative> id) => (
        from m in db.The<TeamMember>()
        join a in db.The<Actor>() on m.ActorId equals a.Id
        where m.InitiativeId == id && m.LeftAt == null
        orderby m.JoinedAt, a.Name, a.Id
        select new Carrier(a.Id, a.PersonId, a.Name, m.JoinedAt)).ToListAsync();

    private static Task<TeamMember?> MemberOf(this Unit unit, Id<Actor> who, Id<Initiative> id) => unit.Db.The<TeamMember>().AsTracking().SingleOrDefaultAsync(m => m.InitiativeId == id && m.ActorId == who);
}
