using Leaderful.Accounts;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Care;

public static class ErasingCare
{
    /// <summary>What these actors wrote here; that something was asked and decided stays.</summary>
    internal static async Task EraseCare(this Unit unit, IReadOnlyCollection<Id<Actor>> actors)
    {
        await unit.Db.The<CareReport>().Where(r => actors.Contains(r.ById)).ExecuteUpdateAsync(r => r.SetProperty(x => x.Text, ""));
        await unit.Db.The<CareDecision>().Where(d => actors.Contains(d.ById)).ExecuteUpdateAsync(d => d.SetProperty(x => x.Why, ""));
        await unit.Db.The<CareAnswer>().Where(a => actors.Contains(a.ById)).ExecuteUpdateAsync(a => a.SetProperty(x => x.Text, ""));
    }

    /// <summary>With a post goes whatever was written about it, and nothing is left to decide.</summary>
    internal static async Task BlankCare(this Unit unit, IQueryable<Post> posts)
    {
        var cases = unit.Db.The<CareCase>().Where(c => posts.Any(p => p.Id == c.PostId));
        if (!await cases.AnyAsync()) return;
        await unit.Db.The<CareReport>().Where(r => cases.Any(c => c.Id == r.CaseId)).ExecuteUpdateAsync(r => r
            .SetProperty(x => x.Text, "").SetProperty(x => x.ClosedAt, x => x.ClosedAt ?? unit.Now));
        await unit.Db.The<CareDecision>().Where(d => cases.Any(c => c.Id == d.CaseId)).ExecuteUpdateAsync(d => d.SetProperty(x => x.Why, ""));
        await unit.Db.The<CareAnswer>().Where(a => cases.Any(c => c.Id == a.CaseId)).ExecuteUpdateAsync(a => a.SetProperty(x => x.Text, ""));
        await cases.ExecuteUpdateAsync(c => c.SetProperty(x => x.WaitingSince, (DateTime?)null));
    }

    /// <summary>With an account goes whom they would rather not read, and who would rather not read them.</summary>
    internal static Task ForgetAside(this Unit unit, Person person) =>
        unit.Db.The<SetAside>().Where(s => s.PersonId == person.Id || s.OtherId == person.ActorId).ExecuteDeleteAsync();
}
