using Leaderful.Accounts;
using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.OneToOnes.Asking;
using Leaderful.People;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OneToOnes.Sharing;

/// <summary>What came of writing: kept; or somebody wrote meanwhile; or both have confirmed it, and it stands.</summary>
public enum Shared { Kept, Changed, Stands }

/// <summary>The two write down what is both's, and each confirms it. What they take on becomes commitments once both have.</summary>
public static class WritingBetween
{
    /// <summary>Whoever is still writing does not send a letter with each word.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public static async Task<Shared> WriteShared(this Unit unit, LetterDesk desk, Two two, int? seen, SharedWords words, bool tells)
    {
        var part = await unit.HoldShared(two);
        if (part.IsSettled) return Shared.Stands;
        if (seen is { } edition && edition != part.Edition) return Shared.Changed;
        var isTold = part.LastById == two.Me && part.ToldAt > unit.Now - Patience;
        part.Write(words, two.Me, two.IsPlanner, tells, unit.Now);
        if (!isTold && two.OtherId is not null) part.Told(unit.Now);
        await unit.Db.SaveChangesAsync();
        if (!isTold) await unit.Tell(desk, two, "shared");
        return Shared.Kept;
    }

    /// <summary>Whoever confirms has seen it: another edition than theirs is shown to them first.</summary>
    public static async Task<Shared> ConfirmShared(this Unit unit, LetterDesk desk, Two two, int seen, bool tells)
    {
        var part = await unit.HoldShared(two);
        if (part.IsSettled) return Shared.Stands;
        if (!part.IsBegun || seen != part.Edition) return Shared.Changed;
        part.Confirm(two.IsPlanner, tells, unit.Now);
        await unit.Db.SaveChangesAsync();
        if (!part.IsSettled) return Shared.Kept;
        await unit.Promise(two, part);
        await unit.Tell(desk, two, "settled");
        return Shared.Kept;
    }

    private static async Task<SharedPart> HoldShared(this Unit unit, Two two)
    {
        var id = two.It.Id;
        await unit.LockOneToOne(id);
        if (await unit.Db.The<SharedPart>().AsTracking().SingleOrDefaultAsync(s => s.OneToOneId == id) is { } found) return found;
        var part = new SharedPart { OneToOneId = id, CommunityId = two.It.CommunityId };
        unit.Db.Add(part);
        return part;
    }

    /// <summary>The one who did not write it hears of it.</summary>
    private static Task Tell(this Unit unit, LetterDesk desk, Two two, string what) =>
        two.IsPlanner ? unit.WriteToOther(desk, two.It.Id, what) : unit.WriteToPlanner(desk, two.It.Id, what);

    /// <summary>Each takes on their own: it stands between the two where both are here, and else with whoever planned it.</summary>
    private static async Task Promise(this Unit unit, Two two, SharedPart part)
    {
        if (two.OtherId is not { } other || await unit.Db.AskedFor(two.It.Id) is not { } asked) return;
        if (asked.Other is { } person) await unit.Meet(asked.Planner.Id, person.Id);
        var rung = asked.Other is { } member ? Scope.Between(asked.Planner.Id, member.Id) : asked.Planner.ScopeId;
        var (here, origin) = (two.It.CommunityId, two.It.Id.As<Thing>());
        if (part.PlannerDoes.Length > 0) await unit.Promise(two.PlannerId, here, new Promise(part.PlannerDoes, part.PlannerBy, rung) { To = new ToWhom(other), Origin = origin });
        if (part.OtherDoes.Length > 0) await unit.Promise(other, here, new Promise(part.OtherDoes, part.OtherBy, rung) { To = new ToWhom(two.PlannerId), Origin = origin });
    }
}
