using System.Buffers.Binary;
using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Pairing;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Rounds.Pairs;

/// <summary>Pairs as they would be for these people; they hold for as long as the same are there and may meet.</summary>
public sealed record RoundPlan(RoundFacts Facts, IReadOnlyList<IReadOnlyList<Id<Person>>> Pairs);

public enum PairsMade { Made, MadeBefore, TooFew, Changed }

public static class MakingPairs
{
    private const int Tries = 5;

    /// <summary>
    /// Pairs for whoever is in: worked out beside the queue of writes, and kept if nothing changed meanwhile of who may meet whom;
    /// otherwise worked out anew.
    /// </summary>
    public static async Task<PairsMade> MakePairs(this Writes writes, Db db, Id<Actor> by, Id<Round> id, DateTime now, CancellationToken stop)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var round = await db.The<Round>().AsNoTracking().SingleAsync(r => r.Id == id, stop);
            if (round.PairedAt is not null) return PairsMade.MadeBefore;
            var plan = Plan(await db.FactsOf(round, db.PeopleIn(round, now)), Seed(id), stop);
            if (plan.Facts.People.Count < 2) return PairsMade.TooFew;
            if (await writes.Do(unit => unit.KeepPairs(by, id, plan), stop) is var made && made != PairsMade.Changed) return made;
        }
        return PairsMade.Changed;
    }

    public static RoundPlan Plan(RoundFacts facts, int seed, CancellationToken stop = default)
    {
        var worths = new RoundWorths(facts);
        var round = Pairing.Round.Make(facts.People.Count, worths.Of, new RoundRules { ThreeTogether = true, Seed = seed }, stop);
        return new(facts, [.. round.Meetings.Select(m => (IReadOnlyList<Id<Person>>)[.. m.People.Select(p => facts.People[p])])]);
    }

    /// <summary>What is worth the same is told apart by the round, so that two rounds in a row do not begin alike.</summary>
    public static int Seed(Id<Round> id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes);
        return BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]);
    }

    public static async Task<PairsMade> KeepPairs(this Unit unit, Id<Actor> by, Id<Round> id, RoundPlan plan)
    {
        if (await unit.HoldRound(id) is not { PairedAt: null } round) return PairsMade.MadeBefore;
        if (!plan.Facts.IsStill(await unit.Db.WhoMayMeet(round, unit.Db.PeopleIn(round, unit.Now)))) return PairsMade.Changed;
        var answers = await unit.Db.The<RoundAnswer>().AsTracking().Where(a => a.RoundId == id && a.InAt != null).ToDictionaryAsync(a => a.PersonId);
        for (var pair = 0; pair < plan.Pairs.Count; pair++)
            foreach (var person in plan.Pairs[pair]) answers[person].Meet(pair + 1);
        round.MakePairs(by, unit.Now);
        unit.Journal(by, "round.pairs-made", id.Value, round.CommunityId);
        unit.Enqueue(Letters.TellingPairs.KindOfWork, id.Value, unit.Now + Letters.RoundTimes.Patience);
        unit.Enqueue(Letters.AskingWhetherMet.KindOfWork, id.Value, Commitments.Day.End(round.MeetBy));
        return PairsMade.Made;
    }

    /// <summary>Until each was written whom they meet, whoever made the pairs takes them back.</summary>
    public static async Task<bool> UnmakePairs(this Unit unit, Id<Actor> by, Id<Round> id)
    {
        if (await unit.HoldRound(id) is not { PairedAt: not null, ToldAt: null } round || round.PairedById != by) return false;
        foreach (var answer in await unit.Db.The<RoundAnswer>().AsTracking().Where(a => a.RoundId == id && a.Pair != null).ToListAsync()) answer.Meet(null);
        round.Unmake();
        unit.Journal(by, "round.pairs-unmade", id.Value, round.CommunityId);
        return true;
    }
}
