using Leaderful.Assets;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Commitments;

/// <summary>Thirty days after a commitment was taken down its words go, and what was said of it.</summary>
public sealed class CommitmentPurging(Writes writes) : PurgeWork<Commitment>(writes)
{
    public const string KindOfWork = "commitment.purge";

    public override string Kind => KindOfWork;

    protected override Task Purge(Unit unit, Id<Commitment> id) => unit.Blank(unit.Db.The<Commitment>().Where(c => c.Id == id));
}

public static class BlankingCommitments
{
    internal static async Task Blank(this Unit unit, IQueryable<Commitment> commitments)
    {
        await unit.Db.The<CheckIn>().Where(k => commitments.Any(c => c.Id == k.CommitmentId)).ExecuteDeleteAsync();
        await unit.Db.The<CommitmentTerms>().Where(t => commitments.Any(c => c.Id == t.CommitmentId)).ExecuteDeleteAsync();
        await unit.Db.The<Exchange>().Where(e => commitments.Any(c => c.Id == e.CommitmentId)).ExecuteDeleteAsync();
        await commitments.ExecuteUpdateAsync(c => c.SetProperty(x => x.What, "").SetProperty(x => x.ToWords, "").SetProperty(x => x.ReleasedWhy, ""));
    }
}
