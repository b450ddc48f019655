using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Stories.Moments;

/// <summary>Asking somebody for their words, asking once more for more readers, and taking them out again. Each is a line of the log.</summary>
public static class Asking
{
    public static async Task<Id<Moment>> AskMoment(this Unit unit, Id<Actor> by, Id<Community> community, Id<Story> story, MomentWish wish, Id<Scope> rung)
    {
        var moment = new Moment { Id = Id<Moment>.New(), CommunityId = community, StoryId = story, AskedById = by, OwnerId = wish.Owner, AskedAt = unit.Now };
        moment.Ask(wish, rung);
        unit.Db.Add(moment);
        unit.Step(moment, MomentStepKind.Asked, by, rung);
        unit.Enqueue(MomentLetters.KindOfWork, moment.Id.Value);
        await unit.Db.SaveChangesAsync();
        return moment.Id;
    }

    /// <summary>
    /// The story stands on another rung. Permission does not stretch: for more readers each owner is asked anew, and until then those alone
    /// read the words for whom they were allowed. Back where it was allowed, nothing is asked any more.
    /// </summary>
    public static async Task AskMomentsAnew(this Unit unit, Id<Story> story, Id<Scope> rung, bool isWider)
    {
        var moments = await unit.Db.The<Moment>().AsTracking().Where(m => m.StoryId == story && m.EndedAt == null && m.AskedFor != rung).ToListAsync();
        if (moments.Count == 0) return;
        // Whatever is for the whole community is for every circle in it.
        var community = moments[0].CommunityId;
        var all = await unit.Db.The<Community>().Where(c => c.Id == community).Select(c => c.ScopeId).SingleAsync();
        foreach (var moment in moments)
        {
            if (moment.AllowedFor == rung || moment.AllowedFor == all) moment.KeepAsItWas();
            else if (isWider && moment.AskedFor != all)
            {
                moment.AskFor(rung);
                unit.Step(moment, MomentStepKind.Anew, Actor.House, rung);
                unit.Enqueue(MomentLetters.KindOfWork, moment.Id.Value);
            }
        }
    }

    /// <summary>By whoever asked. False where it has ended already.</summary>
    public static async Task<bool> RemoveMoment(this Unit unit, Id<Actor> by, Id<Moment> id)
    {
        if (await unit.HoldMoment(id) is not { EndedAt: null } moment || moment.AskedById != by) return false;
        unit.End(moment, MomentEnding.Removed, MomentStepKind.Removed, by);
        return true;
    }

    /// <summary>Within the hour, as though it had not been taken out.</summary>
    public static async Task<bool> PutBackMoment(this Unit unit, Id<Actor> by, Id<Moment> id)
    {
        if (await unit.HoldMoment(id) is not { Ending: MomentEnding.Removed } moment || moment.AskedById != by || !moment.MayReturn(unit.Now)) return false;
        moment.Return();
        unit.Step(moment, MomentStepKind.Returned, by);
        return true;
    }

    internal static void End(this Unit unit, Moment moment, MomentEnding ending, MomentStepKind step, Id<Actor>? by)
    {
        moment.End(ending, unit.Now);
        unit.Step(moment, step, by);
        unit.Enqueue(MomentBlanking.KindOfWork, moment.Id.Value, unit.Now + MomentBlanking.After);
    }

    internal static void Step(this Unit unit, Moment moment, MomentStepKind kind, Id<Actor>? by, Id<Scope>? rung = null) =>
        unit.Db.Add(new MomentStep { Id = Id<MomentStep>.New(), CommunityId = moment.CommunityId, MomentId = moment.Id, Kind = kind, ById = by, ScopeId = rung, At = unit.Now });

    /// <summary>The row first, so that of two answers the later finds what is so.</summary>
    internal static async Task<Moment?> HoldMoment(this Unit unit, Id<Moment> id)
    {
        var found = unit.Db.The<Moment>().Where(m => m.Id == id);
        await found.ExecuteUpdateAsync(m => m.SetProperty(x => x.Words, x => x.Words));
        return await found.AsTracking().SingleOrDefaultAsync();
    }
}
