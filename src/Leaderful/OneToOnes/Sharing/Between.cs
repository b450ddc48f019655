using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.OneToOnes.Asking;
using Leaderful.Shared;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OneToOnes.Sharing;

/// <summary>The two of a one-to-one, and which of them looks. The other has no name of their own here until something was opened to them.</summary>
public sealed record Two(OneToOne It, Id<Actor> PlannerId, string PlannerName, Id<Actor>? OtherId, string OtherName, bool IsPlanner)
{
    public Id<Actor> Me => IsPlanner ? PlannerId : OtherId!.Value;

    /// <summary>The one who looks is "you".</summary>
    public string Names(Words words, bool planner) => planner == IsPlanner ? words["between.you"] : TheOther(words);

    public string TheOther(Words words) => (IsPlanner ? OtherName : PlannerName) is { Length: > 0 } name ? name : words["one-to-ones.gone"];
}

/// <summary>What is shared between two, as one of them has it; with what became of what they took on.</summary>
public sealed record Between(Two Two, SharedPart Part, IReadOnlyList<ListedCommitment> Commitments)
{
    public bool WaitsForMe => Part.IsBegun && !Part.IsConfirmedBy(Two.IsPlanner);
}

public static class BetweenQueries
{
    /// <summary>For whoever planned it, or whoever it was opened to; nobody else.</summary>
    public static async Task<Between?> BetweenFor(this Db db, Viewer viewer, Id<OneToOne> id)
    {
        if (await OneToOneAccess.ForPlanning(db, viewer, id) is { } one) return await db.BetweenFor(TwoOf(viewer, one));
        return await AskedAccess.ForAnswering(db, viewer, id) is { } asked ? await db.BetweenFor(TwoOf(asked)) : null;
    }

    public static async Task<Between> BetweenFor(this Db db, Two two)
    {
        var id = two.It.Id;
        var part = await db.The<SharedPart>().AsNoTracking().SingleOrDefaultAsync(s => s.OneToOneId == id) ?? new SharedPart { OneToOneId = id, CommunityId = two.It.CommunityId };
        return new(two, part, part.IsSettled && two.OtherId is { } other ? await db.MadeBetween(id, two.PlannerId, other) : []);
    }

    public static Two TwoOf(Asked asked) => new(asked.It, asked.Planner.ActorId, asked.PlannerName, asked.Request.OtherId, asked.OtherName, IsPlanner: false);

    public static Two TwoOf(Viewer viewer, ListedOneToOne one) => new(one.It, viewer.Me.ActorId, viewer.Me.Name, one.Request?.OtherId, one.Name(viewer.Words), IsPlanner: true);

    /// <summary>Of these two alone: whatever else was promised on it is the planner's.</summary>
    private static Task<List<ListedCommitment>> MadeBetween(this Db db, Id<OneToOne> id, Id<Actor> planner, Id<Actor> other)
    {
        var origin = id.As<Thing>();
        var both = db.The<Commitment>().Where(c => c.OriginId == origin && ((c.DoerId == other && c.ToActorId == planner) || (c.DoerId == planner && c.ToActorId == other)));
        return db.Listed(both, db.The<Thing>().Where(t => t.DeletedAt == null)).Latest();
    }
}
