using Leaderful.Accounts;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Rounds;

/// <summary>Thirty days after a round was taken down its title goes, and who was in it.</summary>
public sealed class RoundPurging(Writes writes) : PurgeWork<Round>(writes)
{
    public const string KindOfWork = "round.purge";

    public override string Kind => KindOfWork;

    protected override Task Purge(Unit unit, Id<Round> id) => unit.Blank(unit.Db.The<Round>().Where(r => r.Id == id));
}

public static class BlankingRounds
{
    internal static async Task Blank(this Unit unit, IQueryable<Round> which)
    {
        foreach (var round in await which.AsTracking().ToListAsync()) round.Blank();
        await unit.Db.The<RoundAnswer>().Where(a => which.Any(r => r.Id == a.RoundId)).ExecuteDeleteAsync();
    }

    /// <summary>With what they hang on.</summary>
    internal static Task BlankRoundsOn(this Unit unit, IReadOnlyCollection<Id<Thing>> things) => unit.Blank(unit.Db.The<Round>().Where(r => things.Contains(r.OnId)));

    /// <summary>A round that others are in stays; what it was called goes.</summary>
    internal static async Task EraseRounds(this Unit unit, IReadOnlyCollection<Id<Actor>> actors) =>
        await unit.Db.The<Round>().Where(r => unit.Db.The<Thing>().Any(t => t.Id == r.Id.As<Thing>() && actors.Contains(t.AuthorId))).ExecuteUpdateAsync(r => r.SetProperty(x => x.Title, ""));

    /// <summary>With an account goes what it said of rounds, whom it kept apart from, and who kept apart from it.</summary>
    public static async Task ForgetRounds(this Unit unit, Person person)
    {
        await unit.MendRoundsOf(person.Id);
        await unit.Db.The<RoundAnswer>().Where(a => a.PersonId == person.Id).ExecuteDeleteAsync();
        await unit.Db.The<RoundHabit>().Where(h => h.PersonId == person.Id).ExecuteDeleteAsync();
        await unit.Db.The<KeptApart>().Where(k => k.PersonId == person.Id || k.OtherId == person.Id).ExecuteDeleteAsync();
    }
}
