using System.Linq.Expressions;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Initiatives.Teams;

/// <summary>Whoever leaves carries nothing there any more; who comes back as though they had never gone carries it again.</summary>
public static class LeavingTeams
{
    public static Task LeaveTeamsOf(this Unit unit, Id<Community> community, Id<Actor> actor) => unit.Leave(m => m.CommunityId == community && m.ActorId == actor);

    public static Task ReturnToTeamsOf(this Unit unit, Id<Community> community, Id<Actor> actor, DateTime leftAt) => unit.Return(m => m.CommunityId == community && m.ActorId == actor, leftAt);

    /// <summary>What is seen on one rung alone, by somebody who leaves its circle.</summary>
    public static Task LeaveTeamsOn(this Unit unit, Id<Scope> rung, Id<Actor> actor) => unit.Leave(unit.On(rung, actor));

    public static Task ReturnToTeamsOn(this Unit unit, Id<Scope> rung, Id<Actor> actor, DateTime leftAt) => unit.Return(unit.On(rung, actor), leftAt);

    private static Expression<Func<TeamMember, bool>> On(this Unit unit, Id<Scope> rung, Id<Actor> actor) =>
        m => m.ActorId == actor && unit.Db.The<Thing>().Any(t => t.Id == m.InitiativeId.As<Thing>() && t.ScopeId == rung);

    private static async Task Leave(this Unit unit, Expression<Func<TeamMember, bool>> which)
    {
        foreach (var member in await unit.Db.The<TeamMember>().AsTracking().Where(which).Where(m => m.LeftAt == null).ToListAsync()) member.Leave(unit.Now);
    }

    private static async Task Return(this Unit unit, Expression<Func<TeamMember, bool>> which, DateTime leftAt)
    {
        foreach (var member in await unit.Db.The<TeamMember>().AsTracking().Where(which).Where(m => m.LeftAt == leftAt).ToListAsync()) member.Return();
    }
}
