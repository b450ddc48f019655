using Leaderful.Communities.Letters;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Rounds.Letters;

/// <summary>A letter to each who has not said anything yet, once a round is opened; not to whoever rests, or left every question without an answer.</summary>
public sealed class InvitingToRound(Writes writes, Letterheads letterheads) : LetterWork<Round>(writes, letterheads)
{
    public const string KindOfWork = "round.invite";

    public override string Kind => KindOfWork;

    protected override Task Write(Unit unit, Letterhead paper, Id<Round> about, DateTime due) => unit.InviteToRound(paper, about);
}

public static class RoundInvitations
{
    public static async Task InviteToRound(this Unit unit, Letterhead paper, Id<Round> about)
    {
        if (await unit.HoldRound(about) is not { InvitedAt: null } round || !round.IsJoined(unit.Now)) return;
        round.Invite(unit.Now);
        var (head, habits) = (await RoundPaper.Of(unit, paper, round), await unit.HabitsIn(round));
        var thing = about.As<Thing>();
        var people = await unit.Db.WrittenTo(round)
            .Where(p => !unit.Db.The<RoundAnswer>().Any(a => a.RoundId == about && a.PersonId == p.Id) && !unit.Db.The<Thing>().Any(t => t.Id == thing && t.AuthorId == p.ActorId)).ToListAsync();
        foreach (var person in people.Where(p => habits.GetValueOrDefault(p.Id) is not { } habit || !(habit.IsResting(unit.Now) || habit.IsLeftAlone))) head.Send(unit, person, "invited");
    }
}
