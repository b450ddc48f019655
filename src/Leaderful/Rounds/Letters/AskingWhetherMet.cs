using Leaderful.Communities.Letters;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Rounds.Letters;

/// <summary>
/// Once the days of a round are over each pair is asked whether they met; whoever says "not yet" is asked once more. Whoever left three
/// questions in a row is asked no more, in no round.
/// </summary>
public sealed class AskingWhetherMet(Writes writes, Letterheads letterheads) : LetterWork<Round>(writes, letterheads)
{
    public const string KindOfWork = "round.ask";

    public override string Kind => KindOfWork;

    protected override Task Write(Unit unit, Letterhead paper, Id<Round> about, DateTime due) => unit.AskWhetherMet(paper, about);
}

public static class MeetingQuestions
{
    public static async Task AskWhetherMet(this Unit unit, Letterhead paper, Id<Round> about)
    {
        if (await unit.HoldRound(about) is not { PairedAt: not null } round || !round.IsOver(unit.Now)) return;
        var since = unit.Now - Commitments.Day.End(round.MeetBy);
        if (since > RoundTimes.Again + RoundTimes.Stale) return;
        var again = since >= RoundTimes.Again;
        if (!again) unit.Enqueue(AskingWhetherMet.KindOfWork, about.Value, Commitments.Day.End(round.MeetBy) + RoundTimes.Again);
        await Ask(unit, await RoundPaper.Of(unit, paper, round), again);
    }

    private static async Task Ask(Unit unit, RoundPaper head, bool again)
    {
        var (round, id) = (head.Round, head.Round.Id);
        var (mates, written) = (await unit.Db.MatesOf(round), await unit.Db.WrittenTo(round).ToDictionaryAsync(p => p.Id));
        var answers = await unit.Db.The<RoundAnswer>().AsTracking().Where(a => a.RoundId == id && a.Pair != null).ToListAsync();
        var habits = await unit.HabitsIn(round);
        foreach (var answer in answers.Where(a => again ? a is { Met: Met.NotYet, IsAsked: false, Asked: < 2 } : a is { Met: null, Asked: 0 }))
        {
            if (mates.Others(answer.PersonId) is not { Count: > 0 } others) continue;
            if (!habits.TryGetValue(answer.PersonId, out var habit)) habits[answer.PersonId] = habit = await unit.HabitOf(answer.PersonId, round.CommunityId);
            if (habit.IsLeftAlone) continue;
            answer.Ask(unit.Now);
            habit.Ask(unit.Now);
            if (written.TryGetValue(answer.PersonId, out var person)) head.Send(unit, person, again ? "asked-again" : "asked", others.Names(head.Head.For(person)));
        }
    }
}
