using Leaderful.Accounts;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OneToOnes.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OneToOnes.Asking;

/// <summary>How the other is to be asked: by a letter to their account or to this address, or by a link handed over; and the times they can choose from.</summary>
public sealed record Ask(ReachedBy By, string Email, IReadOnlyList<GatheringTime> Times);

/// <summary>Whoever plans a one-to-one asks the other, or notes that they did.</summary>
public static class Reaching
{
    /// <summary>So long the link still leads to what the two agreed.</summary>
    private static readonly TimeSpan LastsAfter = TimeSpan.FromDays(60);

    /// <summary>Asks, or asks anew with other times; what was agreed face to face only opens to the other. The token is for whoever hands the link over.</summary>
    public static async Task<string> AskOther(this Unit unit, LetterDesk desk, Session by, Id<OneToOne> id, Ask ask)
    {
        var one = await unit.LockOneToOne(id);
        var request = await unit.RequestOf(one);
        if (await unit.IsSomebodyElse(one, request, ask))
        {
            await unit.CloseRequest(desk, one);
            request = await unit.RequestOf(one);
        }
        var isKnown = request is { AgreedAt: not null, OtherId: null };
        var other = await unit.OtherOf(one, request);
        if (ask.By == ReachedBy.Link || request.Email != ask.Email || request.OtherId != other) await unit.EndLinks(id);
        if (isKnown) request.OpenTo(other, ask.Email);
        else request.Ask(ask.By, other, ask.Email, unit.Now);
        await unit.Propose(one, isKnown ? [one.Time] : ask.Times);
        request.Renew();
        await unit.Db.SaveChangesAsync();
        if (ask.By == ReachedBy.Link) return unit.OpenLink(one, by.ActorId, "");
        await unit.WriteToOther(desk, id, isKnown ? "agreed" : "ask");
        return "";
    }

    /// <summary>In a tap: they were asked in person or by phone, and agreed.</summary>
    public static async Task NoteAgreed(this Unit unit, Id<OneToOne> id, ReachedBy by)
    {
        var request = await unit.RequestOf(await unit.LockOneToOne(id));
        if (request.OtherId is null) request.Note(by, unit.Now);
        else if (request.DeclinedAt is null) request.Agree(unit.Now, request.Word);
    }

    /// <summary>As though they had not agreed; and where they were not asked by us, as though they had not been asked.</summary>
    public static async Task Unnote(this Unit unit, Id<OneToOne> id)
    {
        await unit.Db.The<OneToOneRequest>().Where(r => r.OneToOneId == id && r.OtherId == null).ExecuteDeleteAsync();
        (await unit.Db.The<OneToOneRequest>().AsTracking().SingleOrDefaultAsync(r => r.OneToOneId == id && r.DeclinedAt == null))?.Unagree();
    }

    /// <summary>It is at another time or place now: whoever was asked is told, and asked whether that suits them.</summary>
    internal static async Task TellMoved(this Unit unit, LetterDesk desk, OneToOne one, bool isMoved)
    {
        if (await unit.Db.The<OneToOneRequest>().AsTracking().SingleOrDefaultAsync(r => r.OneToOneId == one.Id && r.OtherId != null) is not { } request) return;
        if (one.HeldAt is not null || one.LeftAt is not null || one.EndsAt <= unit.Now) return;
        if (isMoved) await unit.Propose(one, [one.Time]);
        if (request.DeclinedAt is not null) return;
        request.Renew();
        if (isMoved) request.Unanswer();
        await unit.Db.SaveChangesAsync();
        await unit.WriteToOther(desk, one.Id, isMoved ? "moved" : request.AgreedAt is null ? "ask" : "agreed");
    }

    /// <summary>It does not take place: whoever was asked, and has not declined, reads so.</summary>
    internal static async Task TellOff(this Unit unit, LetterDesk desk, Id<OneToOne> id)
    {
        if (await unit.Db.The<OneToOneRequest>().AsTracking().SingleOrDefaultAsync(r => r.OneToOneId == id && r.OtherId != null) is not { DeclinedAt: null } request) return;
        request.Renew();
        await unit.Db.SaveChangesAsync();
        await unit.WriteToOther(desk, id, "off");
    }

    /// <summary>It does take place after all, or is still to be answered.</summary>
    internal static async Task TellOn(this Unit unit, LetterDesk desk, Id<OneToOne> id)
    {
        if (await unit.Db.The<OneToOneRequest>().AsTracking().SingleOrDefaultAsync(r => r.OneToOneId == id && r.OtherId != null) is not { DeclinedAt: null } request) return;
        request.Renew();
        await unit.Db.SaveChangesAsync();
        await unit.WriteToOther(desk, id, request.AgreedAt is null ? "ask" : "agreed");
    }

    /// <summary>It is with somebody else now: whoever was asked before reads that it is off, and nothing of it stays for the next.</summary>
    internal static async Task CloseRequest(this Unit unit, LetterDesk desk, OneToOne one)
    {
        var id = one.Id;
        if (one.EndsAt > unit.Now) await unit.TellOff(desk, id);
        await unit.Db.SaveChangesAsync();
        await unit.EndLinks(id);
        await unit.Db.The<ProposedTime>().Where(t => t.OneToOneId == id).ExecuteDeleteAsync();
        await unit.Db.The<SharedPart>().Where(s => s.OneToOneId == id).ExecuteDeleteAsync();
        await unit.Db.The<OneToOneRequest>().Where(r => r.OneToOneId == id).ExecuteDeleteAsync();
        unit.Db.ChangeTracker.Entries<OneToOneRequest>().ToList().ForEach(e => e.State = EntityState.Detached);
    }

    /// <summary>Somebody without an account goes by the name they are planned under.</summary>
    internal static Task RenameOther(this Unit unit, OneToOne one) => one.WithId is not null ? Task.CompletedTask : unit.Db.The<Actor>()
        .Where(a => a.Kind == ActorKind.LinkHolder && a.ErasedAt == null && unit.Db.The<OneToOneRequest>().Any(r => r.OneToOneId == one.Id && r.OtherId == a.Id))
        .ExecuteUpdateAsync(a => a.SetProperty(x => x.Name, one.WithName));

    /// <summary>Its row, held until the commit: of two answers at once the later sees what is so.</summary>
    internal static async Task<OneToOne> LockOneToOne(this Unit unit, Id<OneToOne> id)
    {
        await unit.Db.The<OneToOne>().Where(o => o.Id == id).ExecuteUpdateAsync(o => o.SetProperty(x => x.Minutes, x => x.Minutes));
        return await unit.Db.The<OneToOne>().AsTracking().SingleAsync(o => o.Id == id);
    }

    internal static async Task<OneToOneRequest> RequestOf(this Unit unit, OneToOne one)
    {
        if (await unit.Db.The<OneToOneRequest>().AsTracking().SingleOrDefaultAsync(r => r.OneToOneId == one.Id) is { } found) return found;
        var request = new OneToOneRequest { OneToOneId = one.Id, CommunityId = one.CommunityId };
        unit.Db.Add(request);
        return request;
    }

    /// <summary>A new link beside those sent before: the house keeps only a hash of each.</summary>
    internal static string OpenLink(this Unit unit, OneToOne one, Id<Actor> by, string email, Id<Person>? person = null) =>
        unit.OpenLink(new(LinkPurpose.OneToOne, one.CommunityId, one.Id.As<Thing>(), (one.EndsAt > unit.Now ? one.EndsAt : unit.Now) + LastsAfter) { To = person, Email = email.Length > 0 ? email : null, By = by });

    internal static Task EndLinks(this Unit unit, Id<OneToOne> id) =>
        unit.Db.The<CapabilityLink>().Where(l => l.ThingId == id.As<Thing>() && l.Purpose == LinkPurpose.OneToOne && l.EndedAt == null).ExecuteUpdateAsync(l => l.SetProperty(x => x.EndedAt, unit.Now));

    /// <summary>At another address somebody answered already, or wrote: whoever is asked now is not taken for them.</summary>
    private static async Task<bool> IsSomebodyElse(this Unit unit, OneToOne one, OneToOneRequest request, Ask ask)
    {
        if (one.WithId is not null || request.Email.Length == 0 || ask.Email.Length == 0 || request.Email == ask.Email) return false;
        return request.AgreedAt is not null || request.DeclinedAt is not null || request.Word.Length > 0 || await unit.Db.The<SharedPart>().AnyAsync(s => s.OneToOneId == one.Id && s.OtherConfirmedAt != null);
    }

    /// <summary>The member, or whoever holds the link under the name they were planned by.</summary>
    private static async Task<Id<Actor>> OtherOf(this Unit unit, OneToOne one, OneToOneRequest request)
    {
        if (one.WithId is { } member) return member;
        // Whoever was forgotten is not brought back under the same number.
        if (request.OtherId is { } holder && await unit.Db.The<Actor>().AnyAsync(a => a.Id == holder && a.ErasedAt == null)) return holder;
        var actor = new Actor { Id = Id<Actor>.New(), Kind = ActorKind.LinkHolder, Name = one.WithName, CommunityId = one.CommunityId };
        unit.Db.Add(actor);
        await unit.Db.SaveChangesAsync();
        return actor.Id;
    }

    private static async Task Propose(this Unit unit, OneToOne one, IReadOnlyList<GatheringTime> times)
    {
        await unit.Db.The<ProposedTime>().Where(t => t.OneToOneId == one.Id).ExecuteDeleteAsync();
        foreach (var time in times) unit.Db.Add(ProposedTime.Of(one, time));
        // Until they choose it stands at the last of them, so that it is not over while one is still ahead.
        if (times.Count > 0) one.Move(times.MaxBy(t => t.StartsAt)!);
    }
}
