using Leaderful.Commitments;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.OneToOnes.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OneToOnes.Asking;

/// <summary>The other goes, with what they said; what its planner noted for themselves stays theirs.</summary>
public static class Forgetting
{
    /// <summary>Whoever had only a link is forgotten: their words, their address and the way in. What they had taken on is free again, and the planner reads so.</summary>
    public static async Task ForgetOther(this Unit unit, LetterDesk desk, Asked asked)
    {
        if (asked.Request.OtherId is not { } holder) return;
        var isOpen = await unit.Db.The<Commitment>().AnyAsync(c => c.DoerId == holder && c.KeptAt == null && c.ReleasedAt == null);
        await unit.WriteToPlanner(desk, asked.Id, isOpen ? "gone" : "forgets");
        await unit.ReleaseCommitmentsOf(asked.It.CommunityId, holder, unit.Journal(Actor.House, "link.forgotten", holder.Value, asked.It.CommunityId));
        await unit.Db.SaveChangesAsync();
        await unit.EraseWords([holder]);
        var (thing, about, to) = (asked.Id.As<Thing>(), (Guid?)asked.Id.Value, asked.Request.Email);
        await unit.Db.The<CapabilityLink>().Where(l => l.ThingId == thing && l.Purpose == LinkPurpose.OneToOne).ExecuteDeleteAsync();
        if (to.Length > 0) await unit.Db.The<QueuedMail>().Where(m => m.About == about && m.To == to).ExecuteDeleteAsync();
        var actor = await unit.Db.The<Actor>().AsTracking().SingleAsync(a => a.Id == holder);
        actor.Erase(unit.Now);
    }

    internal static async Task ForgetOthers(this Unit unit, IReadOnlyCollection<Id<Actor>> actors)
    {
        var requests = unit.Db.The<OneToOneRequest>().Where(r => r.OtherId != null && actors.Contains(r.OtherId.Value));
        foreach (var part in await unit.Db.The<SharedPart>().AsTracking().Where(s => requests.Any(r => r.OneToOneId == s.OneToOneId)).ToListAsync()) part.ForgetOther();
        foreach (var request in await requests.AsTracking().ToListAsync()) request.Blank();
    }
}
