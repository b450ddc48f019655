using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Communities.Agreements;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Live;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Commitments;

/// <summary>
/// A circle's ledger as it is watched. What stands in it is on the community's rung or on the circle's own, and each reader is shown what is theirs;
/// so it is two streams, each with the lines of one rung, and of the second only those who belong hear.
/// </summary>
public sealed class LedgerLive(string kind, Fragments fragments, TimeProvider time) : ILiveSource
{
    public const string Open = "ledger", Own = "own-ledger";

    public string Kind => kind;

    public async Task<bool> MayRead(Db db, Session session, string id) => await Find(db, id) is { } one
        && session.Scopes.Contains(one.SeenOn) && AgreementGate.LetsRead(session, one.Community.Id, one.Rung, time.Utc());

    public async Task<long> Version(Db db, string id) => await Find(db, id) is { } one ? await db.LedgerVersion(one.Circle, one.Rung) : 0;

    public async Task<LiveChange?> Since(Db db, string id, long version, Words words)
    {
        if (await Find(db, id) is not { } one || await db.LedgerVersion(one.Circle, one.Rung) is var now && now <= version) return null;
        var (all, since) = (db.LedgerOn(one.Circle, one.Rung), time.Utc() - Bin.Keeps);
        return new LiveChange(now, await fragments.Render<LedgerChange>(new(StringComparer.Ordinal)
        {
            ["All"] = await db.Listed(all, db.The<Thing>().Where(t => t.DeletedAt == null)).Latest(),
            ["Gone"] = await all.Where(c => db.The<Thing>().Any(t => t.Id == c.Id.As<Thing>() && t.DeletedAt > since)).Select(c => c.Id).ToListAsync(),
            ["Now"] = time.Utc(), ["Words"] = words, ["Community"] = one.Community.Path,
        })) { Rung = one.Rung };
    }

    private async Task<Ledger?> Find(Db db, string id) => !Id<Circle>.TryParse(id, null, out var own) ? null : await (
        from c in db.The<Circle>()
        join t in db.The<Thing>() on c.Id.As<Thing>() equals t.Id
        join community in db.The<Community>() on c.CommunityId equals community.Id
        where c.Id == own && t.DeletedAt == null
        select new Ledger(c.Id, community, t.ScopeId, kind == Own ? c.ScopeId : community.ScopeId)).AsNoTracking().SingleOrDefaultAsync();

    private sealed record Ledger(Id<Circle> Circle, Community Community, Id<Scope> SeenOn, Id<Scope> Rung);
}

/// <summary>Up to where a page shows a ledger: on its community's rung, and on its own where its reader belongs.</summary>
public sealed record LedgerSeen(long Open, long? Own);

public static class LedgerVersions
{
    public static async Task<LedgerSeen> LedgerSeen(this Db db, CircleHead circle, Id<Scope> community) =>
        new(await db.LedgerVersion(circle.Id, community), circle.Belongs ? await db.LedgerVersion(circle.Id, circle.ScopeId) : null);

    internal static IQueryable<Commitment> LedgerOn(this Db db, Id<Circle> circle, Id<Scope> rung)
    {
        var on = circle.As<Thing>();
        return db.The<Commitment>().Where(c =>
            db.The<Thing>().Any(t => t.Id == c.Id.As<Thing>() && t.ScopeId == rung) && (c.OriginId == on || db.The<Circle>().Any(x => x.Id == circle && x.ScopeId == rung)));
    }

    /// <summary>All versions taken together: nothing ever leaves a ledger, since what was taken down counts too.</summary>
    internal static Task<long> LedgerVersion(this Db db, Id<Circle> circle, Id<Scope> rung) => db.LedgerOn(circle, rung).SumAsync(c => c.Version + 1);
}
