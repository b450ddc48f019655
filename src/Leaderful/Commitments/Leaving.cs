using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Search;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Commitments;

/// <summary>When somebody goes, what they had taken on is free again, and those it was promised to read why.</summary>
public static class Leaving
{
    /// <summary>By the house: nobody let it go, they are not here.</summary>
    public static async Task ReleaseCommitmentsOf(this Unit unit, Id<Community> community, Id<Actor> doer, JournalEntry cause)
    {
        var open = unit.Db.The<Commitment>().Where(c => c.CommunityId == community && c.DoerId == doer && c.KeptAt == null && c.ReleasedAt == null);
        foreach (var commitment in await unit.Hold(open)) await unit.Turn(commitment, "released", cause, c => c.Release(Actor.House, unit.Now));
    }

    /// <summary>Who comes back as though they had never gone has again what they had that moment.</summary>
    public static async Task RestoreCommitmentsOf(this Unit unit, Id<Community> community, Id<Actor> doer, DateTime leftAt)
    {
        var released = unit.Db.The<Commitment>().Where(c => c.CommunityId == community && c.DoerId == doer && c.ReleasedById == Actor.House && c.ReleasedAt == leftAt);
        foreach (var commitment in await unit.Hold(released)) await unit.Turn(commitment, "unreleased", null, c => c.Unrelease());
    }

    private static async Task<List<Commitment>> Hold(this Unit unit, IQueryable<Commitment> which)
    {
        await which.ExecuteUpdateAsync(c => c.SetProperty(x => x.Version, x => x.Version + 1));
        return await which.AsTracking().ToListAsync();
    }

    private static async Task Turn(this Unit unit, Commitment commitment, string verb, JournalEntry? cause, Action<Commitment> turn)
    {
        turn(commitment);
        unit.Journal(Actor.House, $"commitment.{verb}", commitment.Id.Value, commitment.CommunityId, cause: cause);
        await unit.TellOf(commitment.Id);
    }

    /// <summary>
    /// Their own words go. What they promised to somebody stays, without its words, so that those learn what became of it; the rest
    /// goes altogether. What they asked of others, and those took on, is the others' too and stays.
    /// </summary>
    internal static async Task EraseCommitments(this Unit unit, IReadOnlyCollection<Id<Actor>> actors)
    {
        var db = unit.Db;
        await db.The<CheckIn>().Where(k => actors.Contains(k.ById)).ExecuteUpdateAsync(k => k.SetProperty(x => x.Line, ""));
        await db.The<CommitmentTerms>().Where(t => actors.Contains(t.ChangedById)).ExecuteUpdateAsync(t => t.SetProperty(x => x.Why, "").SetProperty(x => x.What, ""));
        await db.The<Commitment>().Where(c => c.ReleasedById != null && actors.Contains(c.ReleasedById.Value)).ExecuteUpdateAsync(c => c.SetProperty(x => x.ReleasedWhy, ""));
        // Their words: what they made or offered and nobody else took on, and what they put otherwise.
        var own = await (
            from c in db.The<Commitment>()
            join t in db.The<Thing>() on c.Id.As<Thing>() equals t.Id
            where (actors.Contains(t.AuthorId) && (actors.Contains(c.DoerId) || c.AcceptedAt == null)) || (actors.Contains(c.DoerId) && c.EarlierTerms > 0)
            select new { c.Id, t.AuthorId, c.DoerId, c.ToActorId, c.ToCircleId, c.AcceptedAt }).ToListAsync();
        if (own.Count == 0) return;
        var ids = own.ConvertAll(c => c.Id);
        await db.The<Commitment>().Where(c => ids.Contains(c.Id)).ExecuteUpdateAsync(c => c.SetProperty(x => x.What, "").SetProperty(x => x.ToWords, "").SetProperty(x => x.Version, x => x.Version + 1));
        var gone = own.Where(c => actors.Contains(c.AuthorId) && (c.AcceptedAt is null || (c.ToCircleId is null && (c.ToActorId is not { } to || actors.Contains(to))))).Select(c => c.Id.As<Thing>()).ToList();
        await unit.TakeDown(db.The<Thing>().Where(t => gone.Contains(t.Id)));
        foreach (var id in ids) await unit.TellOf(id);
        unit.Reindex(ids.ConvertAll(id => id.As<Thing>()));
    }
}
