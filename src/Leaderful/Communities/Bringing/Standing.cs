using Leaderful.Accounts;
using Leaderful.Communities.Invitations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Bringing;

/// <summary>
/// Where a row stands: to be invited or invited; left out; not to be used as it is; or in no need of an invitation, because
/// the address is in the file before, belongs to a member, holds an open invitation, was sent away, or was written to enough.
/// </summary>
public enum Standing { Ready, Invited, Out, Wrong, Double, Member, Open, Away, Enough }

/// <summary>What is known in a community of the addresses of a list.</summary>
public sealed record Known(HashSet<string> Members, HashSet<string> Away, HashSet<string> Open, HashSet<string> Enough)
{
    public static async Task<Known> In(Db db, Id<Community> community, DateTime now)
    {
        var memberships = await (
            from membership in db.The<Membership>()
            join person in db.The<Person>() on membership.PersonId equals person.Id
            where membership.CommunityId == community && (membership.LeftAt == null || membership.EndedById != null)
            select new { person.EmailKey, IsHere = membership.LeftAt == null }).ToListAsync();
        var mailed = db.The<CapabilityLink>().Where(l => l.Purpose == LinkPurpose.Invitation && l.Email != null);
        var open = await mailed
            .Where(l => l.CommunityId == community && l.EndedAt == null && l.ExpiresAt > now && (l.MaxUses == null || l.Uses < l.MaxUses))
            .Select(l => l.Email!).ToListAsync();
        var day = now - TimeSpan.FromDays(1);
        var enough = await mailed.Where(l => l.CreatedAt > day).GroupBy(l => l.Email!).Where(g => g.Count() >= Inviting.MostToOneInADay).Select(g => g.Key).ToListAsync();
        return new Known(
            [.. memberships.Where(m => m.IsHere).Select(m => m.EmailKey)], [.. memberships.Where(m => !m.IsHere).Select(m => m.EmailKey)],
            [.. open.Select(Person.KeyOf)], [.. enough.Select(Person.KeyOf)]);
    }

    public Standing Of(string key) =>
        Members.Contains(key) ? Standing.Member : Away.Contains(key) ? Standing.Away : Open.Contains(key) ? Standing.Open : Enough.Contains(key) ? Standing.Enough : Standing.Ready;

    /// <summary>The rows in their order, each with where it stands.</summary>
    public IEnumerable<(GuestRow Row, Standing Standing)> Of(IEnumerable<GuestRow> rows)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows) yield return (row, Of(row, seen));
    }

    private Standing Of(GuestRow row, HashSet<string> seen)
    {
        if (row.LeftOutAt is not null) return Standing.Out;
        if (row.EmailKey is not { } key) return Standing.Wrong;
        if (!seen.Add(key)) return Standing.Double;
        return row.InvitedAt is null ? Of(key) : Standing.Invited;
    }
}
