using Leaderful.Accounts;
using Leaderful.Communities.Agreements;
using Leaderful.Data;
using Leaderful.Live;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Commitments;

/// <summary>A commitment's page as it is watched: its words, how it stands, and its course.</summary>
public sealed class CommitmentLive(Fragments fragments, TimeProvider time) : ILiveSource
{
    public string Kind => "commitment";

    public async Task<bool> MayRead(Db db, Session session, string id) =>
        await Find(db, id) is { DeletedAt: null } one && AgreementGate.LetsRead(session, one.It.CommunityId, one.ScopeId, time.Utc());

    public async Task<long> Version(Db db, string id) => await Find(db, id) is { } one ? one.It.Version : 0;

    public async Task<LiveChange?> Since(Db db, string id, long version, Words words)
    {
        if (await Find(db, id) is not { DeletedAt: null } one || one.It.Version <= version) return null;
        return new LiveChange(one.It.Version, await fragments.Render<CommitmentChange>(new(StringComparer.Ordinal)
        {
            ["One"] = one, ["Course"] = await db.CourseOf(one), ["Words"] = words, ["Now"] = time.Utc(),
        })) { Rung = one.ScopeId };
    }

    private static async Task<ListedCommitment?> Find(Db db, string id) =>
        Id<Commitment>.TryParse(id, null, out var own) ? await db.Listed(db.The<Commitment>().Where(c => c.Id == own), db.The<Thing>()).AsNoTracking().SingleOrDefaultAsync() : null;
}
