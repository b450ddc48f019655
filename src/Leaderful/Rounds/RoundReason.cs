using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Rounds.Pairs;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Rounds;

/// <summary>Why two are a pair, said to one of them: a key under <c>rounds.why</c>, with the lines of the two portraits where it is those.</summary>
public sealed record RoundReason(string Key, Id<Person> With, string Name, string Offer = "", string Need = "");

internal static class Reasons
{
    /// <summary>As it is now, from nothing but what all people of the round may read.</summary>
    public static async Task<IReadOnlyList<RoundReason>> ReasonsFor(this Db db, Id<Person> me, Round round, IReadOnlyList<Mate> mates)
    {
        List<Id<Person>> ids = [me, .. mates.Select(m => m.PersonId)];
        var facts = await db.FactsOf(round, db.PeopleAt(round.Place, round.OnId).Where(p => ids.Contains(p.Id)).Select(p => p.Id));
        var (worths, numbers) = (new RoundWorths(facts), facts.People.Select((p, n) => (p, n)).ToDictionary(p => p.p, p => p.n));
        return [.. mates.Where(m => numbers.ContainsKey(m.PersonId)).SelectMany(m => Of(worths, numbers[me], numbers[m.PersonId], m))];
    }

    private static IEnumerable<RoundReason> Of(RoundWorths worths, int me, int other, Mate mate)
    {
        if (worths.Matches.Find(other, me) is var (offered, needed)) yield return new("offers", mate.PersonId, mate.Name, offered.Text, needed.Text);
        if (worths.Matches.Find(me, other) is var (given, sought)) yield return new("needs", mate.PersonId, mate.Name, given.Text, sought.Text);
        if (worths.TimesMet(me, other) == 0) yield return new("first", mate.PersonId, mate.Name);
        if (worths.Units.AreApart(me, other)) yield return new("across", mate.PersonId, mate.Name);
    }
}
