using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Communities.Agreements;
using Leaderful.Data;
using Leaderful.Gatherings.Handouts;
using Leaderful.Live;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings;

/// <summary>A gathering's page as it is watched: when and where, whether it is called off, who comes, and what was brought along.</summary>
public sealed class GatheringLive(Fragments fragments, TimeProvider time) : ILiveSource
{
    public const string KindOfStream = "gathering";

    public string Kind => KindOfStream;

    public async Task<bool> MayRead(Db db, Session session, string id) =>
        await Find(db, id) is { } found && AgreementGate.LetsRead(session, found.Gathering.CommunityId, found.Rung, time.Utc());

    public async Task<long> Version(Db db, string id) => await Find(db, id) is { } found ? found.Gathering.Version : 0;

    public async Task<LiveChange?> Since(Db db, string id, long version, Words words)
    {
        if (await Find(db, id) is not { } found || found.Gathering.Version <= version) return null;
        return new LiveChange(found.Gathering.Version, await fragments.Render<GatheringChange>(new(StringComparer.Ordinal)
        {
            ["Gathering"] = found.Gathering, ["Answers"] = await db.AnswersTo(found.Gathering.Id), ["Handouts"] = await db.HandoutsOf(found.Gathering.Id),
            ["Now"] = time.Utc(), ["Words"] = words,
        })) { Rung = found.Rung };
    }

    /// <summary>One that was taken down is no more than one that never was.</summary>
    private static async Task<Found?> Find(Db db, string id) => !Id<Gathering>.TryParse(id, null, out var own) ? null : await (
        from g in db.The<Gathering>()
        join t in db.The<Thing>() on g.Id.As<Thing>() equals t.Id
        where g.Id == own && t.DeletedAt == null
        select new Found(g, t.ScopeId)).AsNoTracking().SingleOrDefaultAsync();

    private sealed record Found(Gathering Gathering, Id<Scope> Rung);
}
