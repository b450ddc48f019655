using Leaderful.Accounts;
using Leaderful.Assets.Calls;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Assets;

/// <summary>What goes of this room when somebody goes.</summary>
public static class ErasingAssets
{
    /// <summary>Their own words: what they called for, what they said to others' calls, what they would have given, and the groups of words they added.</summary>
    internal static async Task EraseAssets(this Unit unit, IReadOnlyCollection<Id<Actor>> actors)
    {
        var db = unit.Db;
        await unit.BlankCalls(db.The<Call>().Where(c => actors.Contains(c.CallerId)));
        await db.The<CallAnswer>().Where(a => db.The<Person>().Any(p => p.Id == a.PersonId && actors.Contains(p.ActorId))).ExecuteDeleteAsync();
        await db.The<Exchange>().Where(e => db.The<Thing>().Any(t => t.Id == e.CommitmentId.As<Thing>() && actors.Contains(t.AuthorId))).ExecuteUpdateAsync(e => e.SetProperty(x => x.Gives, ""));
        await db.The<SynonymGroup>().Where(g => actors.Contains(g.ById)).ExecuteDeleteAsync();
    }

    /// <summary>Whatever becomes of their words: nobody calls them, and nobody waits for them.</summary>
    internal static async Task ForgetCalls(this Unit unit, Id<Person> person)
    {
        await unit.Db.The<Callable>().Where(c => c.PersonId == person).ExecuteDeleteAsync();
        await unit.Db.The<CallAnswer>().Where(a => a.PersonId == person).ExecuteDeleteAsync();
    }
}
