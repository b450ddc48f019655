using Leaderful.Accounts;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Stories.Moments;

/// <summary>An hour after a moment has ended, when nobody can take that back any more, its words go.</summary>
public sealed class MomentBlanking(Writes writes) : IOutboxHandler
{
    public const string KindOfWork = "moment.blank";
    public static readonly TimeSpan After = TimeSpan.FromHours(1);

    public string Kind => KindOfWork;

    public Task Handle(OutboxRow row, CancellationToken stop) => row.Subject is not { } subject ? Task.CompletedTask : writes.Do(async unit =>
    {
        if (await unit.HoldMoment(new Id<Moment>(subject)) is { EndedAt: not null } moment && !moment.MayReturn(unit.Now)) moment.Blank();
    }, stop);
}

public static class ForgettingMoments
{
    internal static bool MayReturn(this Moment moment, DateTime now) => moment.EndedAt > now - MomentBlanking.After && moment.Words.Length > 0;

    internal static async Task ForgetMomentsIn(this Unit unit, IReadOnlyCollection<Id<Story>> stories)
    {
        foreach (var moment in await unit.Db.The<Moment>().AsTracking().Where(m => stories.Contains(m.StoryId)).ToListAsync())
        {
            if (moment.EndedAt is null) moment.End(MomentEnding.Removed, unit.Now);
            moment.Forget();
        }
    }

    /// <summary>The words of these actors go from whatever story they stand in; the story stays.</summary>
    internal static Task ForgetMomentsOf(this Unit unit, IReadOnlyCollection<Id<Actor>> actors) => unit.Forget(unit.Db.The<Moment>().Where(m => m.OwnerId != null && actors.Contains(m.OwnerId.Value)));

    /// <summary>Who closes their account could not withdraw any more, so whatever they allowed ends with it, by whichever address they were asked.</summary>
    internal static async Task ForgetMomentsOf(this Unit unit, Person person)
    {
        await unit.ForgetMomentsOf([person.ActorId]);
        var key = person.EmailKey;
        await unit.Forget(unit.Db.The<Moment>().Where(m => m.Email == key));
    }

    private static async Task Forget(this Unit unit, IQueryable<Moment> which)
    {
        foreach (var moment in await which.AsTracking().ToListAsync())
        {
            if (moment.EndedAt is null) unit.End(moment, MomentEnding.Withdrawn, MomentStepKind.Withdrawn, moment.OwnerId);
            moment.Forget();
        }
    }
}
