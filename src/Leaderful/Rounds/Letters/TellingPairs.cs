using Leaderful.Communities.Letters;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Rounds.Letters;

/// <summary>Each is written whom they meet; and whoever has nobody, that they come first the next time.</summary>
public sealed class TellingPairs(Writes writes, Letterheads letterheads) : LetterWork<Round>(writes, letterheads)
{
    public const string KindOfWork = "round.tell";

    public override string Kind => KindOfWork;

    protected override Task Write(Unit unit, Letterhead paper, Id<Round> about, DateTime due) => unit.TellPairs(paper, about);
}

public static class PairLetters
{
    public static async Task TellPairs(this Unit unit, Letterhead paper, Id<Round> about)
    {
        if (await unit.HoldRound(about) is not { PairedAt: { } made, ToldAt: null } round || made + RoundTimes.Patience > unit.Now) return;
        round.Tell(unit.Now);
        var head = await RoundPaper.Of(unit, paper, round);
        var mates = await unit.Db.MatesOf(round);
        foreach (var person in await unit.Db.WrittenTo(round).Where(p => unit.Db.The<RoundAnswer>().Any(a => a.RoundId == about && a.PersonId == p.Id && a.InAt != null)).ToListAsync())
            head.Send(unit, person, mates.Others(person.Id) is { Count: > 0 } others ? "paired" : "alone", mates.Others(person.Id).Names(head.Head.For(person)));
    }
}
