using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Assets.Calls;

/// <summary>Thirty days after its day nothing is left of a call but that letters about it were written, so that their links still end them.</summary>
public sealed class CallPurging(Writes writes) : IOutboxHandler
{
    public const string KindOfWork = "call.purge";

    public string Kind => KindOfWork;

    public Task Handle(OutboxRow row, CancellationToken stop)
    {
        if (row.Subject is not { } subject) return Task.CompletedTask;
        var id = new Id<Call>(subject);
        return writes.Do(unit => unit.BlankCalls(unit.Db.The<Call>().Where(c => c.Id == id && c.EndsAt <= unit.Now - Bin.Keeps)), stop);
    }
}

public static class BlankingCalls
{
    internal static async Task BlankCalls(this Unit unit, IQueryable<Call> calls)
    {
        var ids = await calls.Select(c => c.Id).ToListAsync();
        var things = ids.ConvertAll(id => id.As<Thing>());
        await unit.Db.The<CallAnswer>().Where(a => ids.Contains(a.CallId)).ExecuteDeleteAsync();
        await unit.Db.The<Call>().Where(c => ids.Contains(c.Id)).ExecuteUpdateAsync(c => c.SetProperty(x => x.What, "").SetProperty(x => x.More, "").SetProperty(x => x.Words, ""));
        await unit.TakeDown(unit.Db.The<Thing>().Where(t => things.Contains(t.Id)));
    }
}
