using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Linking;
using Leaderful.Search;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Commitments;

/// <summary>To whom something is promised: one of these, or nobody in particular.</summary>
public sealed record ToWhom(Id<Actor>? Actor = null, Id<Circle>? Circle = null, string Words = "")
{
    public static readonly ToWhom Nobody = new();
}

/// <summary>What somebody takes on, or asks another to.</summary>
public sealed record Promise(string What, DateOnly? Due, Id<Scope> Scope)
{
    /// <summary>Whoever makes it, where nobody else is asked.</summary>
    public Id<Actor>? Doer { get; init; }
    public ToWhom To { get; init; } = ToWhom.Nobody;
    public Id<Thing>? Origin { get; init; }
}

/// <summary>A commitment from being made to being taken down.</summary>
public static class Promising
{
    /// <summary>One's own is accepted as it is made; another's waits for them. Null where they are not here any more; sent twice, it is made once.</summary>
    public static async Task<Id<Commitment>?> Promise(this Unit unit, Id<Actor> by, Id<Community> community, Promise promise, Id<Commitment>? key = null)
    {
        // Nobody is asked for something while they leave, and what is sent twice at once comes one after the other.
        await unit.Hold(community);
        var (id, doer) = (key ?? Id<Commitment>.New(), promise.Doer ?? by);
        if (key is not null && await unit.Db.The<Thing>().Where(t => t.Id == id.As<Thing>()).Select(t => new { t.Kind, t.AuthorId }).SingleOrDefaultAsync() is { } taken)
        {
            if (taken.Kind == ThingKind.Commitment && taken.AuthorId == by) return id;
            id = Id<Commitment>.New();
        }
        if (!await unit.IsHere(community, doer)) return null;
        var commitment = new Commitment
        {
            Id = id, CommunityId = community, DoerId = doer, What = promise.What, Due = promise.Due, OriginId = promise.Origin, TermsAt = unit.Now,
            ToActorId = promise.To.Actor, ToCircleId = promise.To.Circle, ToWords = promise.To.Words,
        };
        unit.Db.Add(new Thing { Id = id.As<Thing>(), Kind = ThingKind.Commitment, CommunityId = community, ScopeId = promise.Scope, AuthorId = by, CreatedAt = unit.Now });
        unit.Db.Add(commitment);
        unit.Journal(by, doer == by ? "commitment.made" : "commitment.offered", id.Value, community, inverse: "commitment.taken-down");
        if (doer == by)
        {
            commitment.Accept(unit.Now);
            unit.RemindOf(commitment);
        }
        if (promise.Origin is { } origin) await unit.MarkMadeOn(origin);
        await unit.TellOf(commitment, by, promise.Scope);
        unit.Reindex(id.As<Thing>());
        return id;
    }

    public static async Task<bool> TakeDownCommitment(this Unit unit, Id<Actor> by, Id<Commitment> id)
    {
        if (await unit.HoldCommitment(id) is not { } commitment) return false;
        await unit.PutInBin(by, id.As<Thing>(), CommitmentPurging.KindOfWork);
        unit.Journal(by, "commitment.taken-down", id.Value, commitment.CommunityId, inverse: "commitment.put-back");
        unit.Reindex(id.As<Thing>());
        return true;
    }

    /// <summary>False where the thirty days are over. Whatever was to be reminded of meanwhile is not any more.</summary>
    public static async Task<bool> PutBackCommitment(this Unit unit, Id<Actor> by, Id<Commitment> id)
    {
        if (await unit.HoldCommitment(id, isDeleted: true) is not { } commitment) return false;
        if (await unit.TakeFromBin(id.As<Thing>()) is null) return false;
        unit.Journal(by, "commitment.put-back", id.Value, commitment.CommunityId, inverse: "commitment.taken-down");
        unit.Reindex(id.As<Thing>());
        return true;
    }

    /// <summary>The commitment, where it stands, held until the commit: of two answers at once the later sees what is so.</summary>
    internal static async Task<Commitment?> HoldCommitment(this Unit unit, Id<Commitment> id, bool isDeleted = false)
    {
        if (await unit.Db.The<Commitment>().Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Version, x => x.Version + 1)) == 0) return null;
        // Its version has grown, and lists count by it, whatever comes of it.
        await unit.TellOf(id);
        return await unit.Db.The<Commitment>().AsTracking().SingleOrDefaultAsync(c => c.Id == id && unit.Db.The<Thing>().Any(t => t.Id == c.Id.As<Thing>() && (t.DeletedAt != null) == isDeleted));
    }

    /// <summary>A member, or whoever holds a link into the community under a name.</summary>
    private static async Task<bool> IsHere(this Unit unit, Id<Community> community, Id<Actor> actor) => await (
        from m in unit.Db.The<Membership>()
        join p in unit.Db.The<Person>() on m.PersonId equals p.Id
        where m.CommunityId == community && m.LeftAt == null && p.ActorId == actor
        select m.Id).AnyAsync() || await unit.Db.The<Actor>().AnyAsync(a => a.Id == actor && a.Kind == ActorKind.LinkHolder && a.CommunityId == community && a.ErasedAt == null);

    /// <summary>A conversation is told that there is something to look for; others look by themselves.</summary>
    private static async Task MarkMadeOn(this Unit unit, Id<Thing> origin)
    {
        var post = origin.As<Post>();
        var conversation = await unit.Db.The<Post>().Where(p => p.Id == post).Select(p => (Id<Conversation>?)p.ConversationId).SingleOrDefaultAsync();
        await unit.MarkSpokenOf(conversation ?? origin.As<Conversation>());
    }
}
