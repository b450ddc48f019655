using Leaderful.Accounts;
using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.People;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Assets;

/// <summary>An offer as somebody else finds it, who could ask for it.</summary>
public sealed record OpenOffer(Id<PortraitEntry> Id, string Text, Id<Person> PersonId, Id<Actor> ActorId, string Name);

/// <summary>Asking for what somebody offers: through their own door, which is a commitment only they accept, and between the two alone.</summary>
public static class Exchanging
{
    /// <summary>The door: an offer this reader sees, of another who belongs here.</summary>
    public static async Task<OpenOffer?> OfferOpenTo(this Db db, Viewer viewer, Id<PortraitEntry> id)
    {
        var found = await db.Ask($"""
            SELECT e."Text", e."PersonId", a."Id", a."Name" FROM portrait_entries e JOIN people p ON p."Id" = e."PersonId" JOIN actors a ON a."Id" = p."ActorId"
            WHERE e."Id" = {id} AND e."Facet" = {nameof(Facet.Offer)} AND e."PersonId" <> {viewer.Me.PersonId} AND {Portrait.IsSeen(viewer.Me.Scopes)}
              AND EXISTS (SELECT 1 FROM memberships m WHERE m."CommunityId" = {viewer.Here.Id} AND m."PersonId" = e."PersonId" AND m."LeftAt" IS NULL)
            """, row => new OpenOffer(id, row.Text(0), row.Id<Person>(1), row.Id<Actor>(2), row.Text(3)));
        return found is [var offer] && viewer.Me.SetAside.All(a => a.In != viewer.Here.Id || a.Other != offer.ActorId) ? offer : null;
    }

    /// <summary>What this reader asked for the same offer and was not answered yet; it is not asked twice.</summary>
    public static Task<Id<Commitment>?> WaitingFor(this Db db, Id<Actor> asker, Id<PortraitEntry> entry) => (
        from e in db.The<Exchange>()
        join c in db.The<Commitment>() on e.CommitmentId equals c.Id
        join t in db.The<Thing>() on c.Id.As<Thing>() equals t.Id
        where e.EntryId == entry && t.AuthorId == asker && t.DeletedAt == null && c.AcceptedAt == null && c.ReleasedAt == null
        select (Id<Commitment>?)c.Id).FirstOrDefaultAsync();

    /// <summary>Nothing where they are not here any more.</summary>
    public static async Task<Id<Commitment>?> AskFor(this Unit unit, Session by, Id<Community> community, OpenOffer offer, string what, string gives)
    {
        if (await unit.Db.WaitingFor(by.ActorId, offer.Id) is { } waiting) return waiting;
        await unit.Meet(by.PersonId, offer.PersonId);
        var promise = new Promise(what, null, Scope.Between(by.PersonId, offer.PersonId)) { Doer = offer.ActorId, To = new ToWhom(Actor: by.ActorId), Origin = offer.Id.As<Thing>() };
        if (await unit.Promise(by.ActorId, community, promise) is not { } id) return null;
        unit.Db.Add(new Exchange { CommitmentId = id, CommunityId = community, EntryId = offer.Id, Gives = gives });
        return id;
    }

    /// <summary>Those of which this reader is one of the two, with what was said to be given.</summary>
    public static async Task<IReadOnlyList<ListedExchange>> MyExchanges(this Db db, Session me, Here here)
    {
        var all = await db.CommitmentsAmong(me, here, db.The<Commitment>().Where(c => db.The<Exchange>().Any(e => e.CommitmentId == c.Id)));
        var ids = all.ConvertAll(c => c.It.Id);
        var gives = await db.The<Exchange>().Where(e => ids.Contains(e.CommitmentId)).ToDictionaryAsync(e => e.CommitmentId, e => e.Gives);
        return all.ConvertAll(c => new ListedExchange(c, gives.GetValueOrDefault(c.It.Id, "")));
    }

    public static async Task<string> GivesOf(this Db db, Id<Commitment> id) =>
        await db.The<Exchange>().Where(e => e.CommitmentId == id).Select(e => e.Gives).SingleOrDefaultAsync() ?? "";
}

public sealed record ListedExchange(ListedCommitment One, string Gives);
