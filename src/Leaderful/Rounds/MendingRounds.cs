using Leaderful.Accounts;
using Leaderful.Communities.Letters;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Rounds.Letters;
using Leaderful.Rounds.Pairs;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Rounds;

/// <summary>
/// Somebody left while a round is under way: whoever would have met them gets somebody who has nobody either, or joins two others; and
/// otherwise is told.
/// </summary>
public sealed class MendingRounds(Writes writes, Letterheads letterheads) : LetterWork<Round>(writes, letterheads)
{
    public const string KindOfWork = "round.mend";

    public override string Kind => KindOfWork;

    protected override Task Write(Unit unit, Letterhead paper, Id<Round> about, DateTime due) => unit.MendRound(paper, about);
}

public static class MendingLetters
{
    public static async Task MendRound(this Unit unit, Letterhead paper, Id<Round> about)
    {
        if (await unit.HoldRound(about) is not { } round || !round.IsUnderWay(unit.Now)) return;
        var changed = await unit.MendPairs(round);
        if (round.ToldAt is null || changed.Count == 0) return;
        await unit.Db.SaveChangesAsync();
        var (head, mates, ids) = (await RoundPaper.Of(unit, paper, round), await unit.Db.MatesOf(round), changed.ToList());
        foreach (var person in await unit.Db.WrittenTo(round).Where(p => ids.Contains(p.Id)).ToListAsync())
            head.Send(unit, person, mates.Others(person.Id) is { Count: > 0 } ? "anew" : "without", mates.Others(person.Id).Names(head.Head.For(person)));
    }
}

public static class Mending
{
    /// <summary>Whoever leaves somewhere may come back within the hour; only then their rounds are looked at.</summary>
    internal static async Task MendRoundsOf(this Unit unit, Id<Person> person)
    {
        var running = Commitments.Day.Earliest(unit.Now);
        var rounds = await unit.Db.The<Round>().Where(r => r.PairedAt != null && r.MeetBy >= running && unit.Db.The<RoundAnswer>().Any(a => a.RoundId == r.Id && a.PersonId == person && a.Pair != null)).Select(r => r.Id).ToListAsync();
        foreach (var round in rounds) unit.Enqueue(MendingRounds.KindOfWork, round.Value, unit.Now + Undo.Window);
    }

    internal static async Task MendRoundsOf(this Unit unit, Id<Actor> actor)
    {
        if (await unit.Db.The<Person>().Where(p => p.ActorId == actor).Select(p => (Id<Person>?)p.Id).SingleOrDefaultAsync() is { } person) await unit.MendRoundsOf(person);
    }

    /// <summary>For whom it is another pair now, or none.</summary>
    internal static async Task<HashSet<Id<Person>>> MendPairs(this Unit unit, Round round)
    {
        var id = round.Id;
        var answers = await unit.Db.The<RoundAnswer>().AsTracking().Where(a => a.RoundId == id && a.InAt != null).ToDictionaryAsync(a => a.PersonId);
        var mates = await unit.Db.MatesOf(round);
        var facts = await unit.Db.FactsOf(round, unit.Db.PeopleIn(round, unit.Now));
        var free = facts.People.Where(p => mates.Others(p).Count == 0).ToList();
        HashSet<Id<Person>> changed = [.. free.Where(p => answers[p].Pair is not null)];
        if (changed.Count == 0) return [];
        var next = answers.Values.Max(a => a.Pair ?? 0) + 1;
        foreach (var person in free) answers[person].Meet(null);
        foreach (var pair in MakingPairs.Plan(facts with { People = free }, MakingPairs.Seed(id)).Pairs)
        {
            foreach (var person in pair) answers[person].Meet(next);
            changed.UnionWith(pair);
            next++;
        }
        foreach (var person in free.Where(p => answers[p].Pair is null)) Join(person, facts, mates, answers, changed);
        return changed;
    }

    /// <summary>Two with whom they may be together, where it is worth most; nobody joins where somebody has joined.</summary>
    private static void Join(Id<Person> person, RoundFacts facts, Mates mates, Dictionary<Id<Person>, RoundAnswer> answers, HashSet<Id<Person>> changed)
    {
        var (worths, numbers) = (new RoundWorths(facts), facts.People.Select((p, n) => (p, n)).ToDictionary(p => p.p, p => p.n));
        long? With(IReadOnlyList<Mate> two) => two.All(m => numbers.ContainsKey(m.PersonId))
            && worths.Of(numbers[person], numbers[two[0].PersonId]) is { } one && worths.Of(numbers[person], numbers[two[1].PersonId]) is { } other ? (long)one + other : null;
        var pairs = mates.Pairs.Where(p => p.Count == 2 && answers.Values.Count(a => a.Pair == p[0].Pair) == 2);
        if (pairs.Select(p => (Two: p, Worth: With(p))).Where(p => p.Worth is not null).OrderByDescending(p => p.Worth).ThenBy(p => p.Two[0].Pair).FirstOrDefault() is not { Two: { } two }) return;
        answers[person].Meet(two[0].Pair);
        changed.UnionWith([person, .. two.Select(m => m.PersonId)]);
    }
}
