using Leaderful.Accounts;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Drafts;

public enum KeptAs { Draft, Nothing, Sent, Refused }

/// <summary>What became of what was typed: its stamp, where there is a draft of it now.</summary>
public sealed record KeptDraft(KeptAs As, Id<Draft>? Stamp = null);

/// <summary>
/// Keeping what is being typed. There is no journal row and nobody is told: what somebody has not said is nobody's to know.
/// </summary>
public static class Keeping
{
    /// <summary>Thrown away ones are counted, since they can come back.</summary>
    public const int MostOfOnePerson = 100;

    /// <summary>
    /// What was typed last is gone on with. Where the device that sends it did not know of what is kept, that is laid aside.
    /// </summary>
    public static async Task<KeptDraft> Keep(this Unit unit, Session me, DraftPlace place, Typed typed)
    {
        if (!typed.Fits) return new(KeptAs.Refused, typed.From);
        if (typed.Becomes is { } sent && await unit.Db.The<Thing>().AnyAsync(t => t.Id == sent)) return new(KeptAs.Sent);
        var mine = await unit.Db.The<Draft>().AsTracking().Where(d => d.PersonId == me.PersonId && d.Subject == place.Subject && d.DeletedAt == null).ToListAsync();
        var known = typed.IsAside ? null : mine.Find(d => d.Stamp == typed.From);
        if (typed.SaysNothing(place))
        {
            if (known is not null) unit.Db.Remove(known);
            return new(KeptAs.Nothing);
        }
        // The same words from elsewhere are no other draft.
        var row = known ?? mine.Find(typed.IsSaidBy);
        if (row is null && await unit.Db.The<Draft>().CountAsync(d => d.PersonId == me.PersonId) >= MostOfOnePerson) return new(KeptAs.Refused, typed.From);
        if (typed.IsAside)
        {
            if (row is null) unit.Write(unit.New(me, place, aside: unit.Now), typed, me);
            return new(KeptAs.Draft, typed.From);
        }
        await unit.LayAside(mine.Find(d => d.IsGoneOnWith && d != row));
        row ??= unit.New(me, place, aside: null);
        row.AsideAt = null;
        if (!typed.IsSaidBy(row)) unit.Write(row, typed, me);
        return new(KeptAs.Draft, row.Stamp);
    }

    /// <summary>At once, so that there are never two that are gone on with.</summary>
    internal static async Task LayAside(this Unit unit, Draft? other)
    {
        if (other is null) return;
        other.AsideAt = unit.Now;
        await unit.Db.SaveChangesAsync();
    }

    private static Draft New(this Unit unit, Session me, DraftPlace place, DateTime? aside)
    {
        var draft = new Draft
        {
            Id = Id<Draft>.New(), PersonId = me.PersonId, CommunityId = place.Community, Kind = place.Kind, Subject = place.Subject, AsideAt = aside,
        };
        unit.Db.Add(draft);
        return draft;
    }

    private static void Write(this Unit unit, Draft draft, Typed typed, Session me)
    {
        (draft.Title, draft.Text, draft.To, draft.Becomes) = (typed.Title, typed.Text, typed.To, typed.Becomes);
        (draft.Stamp, draft.DeviceId, draft.KeptAt) = (Id<Draft>.New(), me.DeviceId, unit.Now - typed.Age);
    }
}
