using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Rounds;

/// <summary>Somebody who has a pair in a round, and is still there.</summary>
public sealed record Mate(Id<Person> PersonId, Id<Actor> ActorId, string Name, int Pair);

/// <summary>Who meets whom. Whoever left since is in no pair any more.</summary>
public sealed class Mates(IReadOnlyList<Mate> all)
{
    private readonly Dictionary<Id<Person>, int> pairs = all.ToDictionary(m => m.PersonId, m => m.Pair);
    private readonly ILookup<int, Mate> byPair = all.ToLookup(m => m.Pair);

    public IReadOnlyList<Mate> Others(Id<Person> person) => pairs.TryGetValue(person, out var pair) ? [.. byPair[pair].Where(m => m.PersonId != person)] : [];

    /// <summary>Those in which there are two or three.</summary>
    public IEnumerable<IReadOnlyList<Mate>> Pairs => byPair.Select(p => (IReadOnlyList<Mate>)[.. p]).Where(p => p.Count > 1);
}

public static class ReadingMates
{
    /// <summary>All of a round, or one pair of it.</summary>
    public static async Task<Mates> MatesOf(this Db db, Round round, int? only = null)
    {
        var id = round.Id;
        return new(await (
            from p in db.PeopleAt(round.Place, round.OnId)
            join x in db.The<RoundAnswer>() on p.Id equals x.PersonId
            join a in db.The<Actor>() on p.ActorId equals a.Id
            where x.RoundId == id && x.Pair != null && (only == null || x.Pair == only)
            orderby a.Name, a.Id
            select new Mate(p.Id, a.Id, a.Name, x.Pair!.Value)).ToListAsync());
    }

    /// <summary>One name, or two.</summary>
    public static string Names(this IReadOnlyList<Mate> mates, Words words) =>
        mates is [var one, var other] ? words.Say("rounds.both", ("one", one.Name), ("other", other.Name)) : mates is [var only] ? only.Name : "";
}
