using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Communities.Agreements;
using Leaderful.Data;
using Leaderful.Live;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Commitments;

/// <summary>The list of what concerns one person in a community, as only they watch it. It is drawn for them, as they may read now.</summary>
public sealed class PromisesLive(Fragments fragments, TimeProvider time) : ILiveSource
{
    public const string KindOfStream = "promises";

    public string Kind => KindOfStream;

    public async Task<bool> MayRead(Db db, Session session, string id) => await Find(db, id) is { } own && own.PersonId == session.PersonId
        && session.In(own.CommunityId) is { } here && AgreementGate.LetsRead(session, here.Id, here.ScopeId, time.Utc());

    public async Task<long> Version(Db db, string id) => await Find(db, id) is { } own ? await db.PromisesVersion(own.PersonId, own.CommunityId) : 0;

    public async Task<LiveChange?> Since(Db db, string id, long version, Words words)
    {
        if (await Find(db, id) is not { } own || await db.PromisesVersion(own.PersonId, own.CommunityId) is var now && now <= version) return null;
        if (await db.SessionOf(own.PersonId) is not { } me || me.In(own.CommunityId) is not { } here) return null;
        return new LiveChange(now, await fragments.Render<MyCommitments>(new(StringComparer.Ordinal)
        {
            ["Model"] = new MyCommitmentsModel(await db.MyCommitments(me, here), me.ActorId, time.Utc()), ["Words"] = words, ["Community"] = here.Path,
        }));
    }

    private static async Task<Membership?> Find(Db db, string id) =>
        Id<Membership>.TryParse(id, null, out var own) ? await db.The<Membership>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == own && m.LeftAt == null) : null;
}

public static class PromisesVersions
{
    public static async Task<(string Stream, long Version)> PromisesSeen(this Db db, Session me, Id<Community> community)
    {
        var own = await db.The<Membership>().Where(m => m.CommunityId == community && m.PersonId == me.PersonId && m.LeftAt == null).Select(m => m.Id).SingleAsync();
        return (own.ToString(), await db.PromisesVersion(me.PersonId, community));
    }

    /// <summary>
    /// A list has no row of its own. All versions of what was ever in it, taken together, only grow with each change, for nothing leaves: what was
    /// taken down counts too, and so does what was promised to a circle they once belonged to.
    /// </summary>
    public static async Task<long> PromisesVersion(this Db db, Id<Person> person, Id<Community> community)
    {
        var actor = await db.The<Person>().Where(p => p.Id == person).Select(p => p.ActorId).SingleAsync();
        var ever = db.The<Circle>().Where(c => db.The<CircleMembership>().Any(m => m.CircleId == c.Id && m.PersonId == person));
        return await db.Concerning(actor, ever).Where(c => c.CommunityId == community).SumAsync(c => c.Version + 1);
    }
}
