using Leaderful.Data;

namespace Leaderful.Stories.Moments;

/// <summary>What an owner says of their words: they may stand there, they may not, not any more, and after all.</summary>
public enum MomentAnswer { Allow, Decline, Withdraw, Return }

/// <summary>With the words as their owner wants them, whether their name stands beside them, and for whose eyes they were asked when they read the question.</summary>
public sealed record MomentReply(MomentAnswer Answer, string Words = "", bool IsNameless = false, Id<Scope>? For = null);

public enum MomentAnswered { Done, Changed, TooLate }

/// <summary>The owner answers, signed in or by the link in the letter: then nobody is named as who did.</summary>
public static class Answering
{
    public static async Task<MomentAnswered> AnswerMoment(this Unit unit, Id<Actor>? by, Id<Moment> id, MomentReply reply)
    {
        if (await unit.HoldMoment(id) is not { } moment) return MomentAnswered.TooLate;
        return reply.Answer switch
        {
            MomentAnswer.Allow => unit.Allow(by, moment, reply),
            MomentAnswer.Decline => unit.Decline(by, moment),
            MomentAnswer.Withdraw => unit.Withdraw(by, moment),
            _ => unit.Return(by, moment),
        };
    }

    /// <summary>Only for those of whom they read; where that has changed meanwhile, nothing is allowed.</summary>
    private static MomentAnswered Allow(this Unit unit, Id<Actor>? by, Moment moment, MomentReply reply)
    {
        if (!moment.IsOpen) return MomentAnswered.TooLate;
        if (reply.For != moment.AskedFor) return MomentAnswered.Changed;
        var words = reply.Words.Length > 0 ? reply.Words : moment.Words;
        var step = words == moment.Words ? MomentStepKind.Allowed : MomentStepKind.Mended;
        moment.Allow(words, reply.IsNameless, unit.Now);
        unit.Step(moment, step, by, moment.AllowedFor);
        return MomentAnswered.Done;
    }

    /// <summary>For more readers only, where it was allowed for fewer.</summary>
    private static MomentAnswered Decline(this Unit unit, Id<Actor>? by, Moment moment)
    {
        if (!moment.IsOpen) return MomentAnswered.TooLate;
        if (moment.AllowedAt is null) unit.End(moment, MomentEnding.Declined, MomentStepKind.Declined, by);
        else
        {
            moment.KeepAsItWas();
            unit.Step(moment, MomentStepKind.KeptToFewer, by, moment.AllowedFor);
        }
        return MomentAnswered.Done;
    }

    /// <summary>Also where whoever asked has taken it out, so that they do not put it back.</summary>
    private static MomentAnswered Withdraw(this Unit unit, Id<Actor>? by, Moment moment)
    {
        if (!moment.IsAllowed && moment.Ending != MomentEnding.Removed) return MomentAnswered.TooLate;
        unit.End(moment, MomentEnding.Withdrawn, MomentStepKind.Withdrawn, by);
        return MomentAnswered.Done;
    }

    private static MomentAnswered Return(this Unit unit, Id<Actor>? by, Moment moment)
    {
        if (moment.Ending is null or MomentEnding.Removed || !moment.MayReturn(unit.Now)) return MomentAnswered.TooLate;
        moment.Return();
        unit.Step(moment, MomentStepKind.Returned, by);
        return MomentAnswered.Done;
    }
}
