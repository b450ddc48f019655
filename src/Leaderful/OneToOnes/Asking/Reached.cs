using Leaderful.Data;
using Leaderful.Mail;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OneToOnes.Asking;

/// <summary>How it stands with asking, for whoever planned it: the times the other can choose from, and whether a letter did not get there.</summary>
public sealed record Reached(OneToOneRequest Request, IReadOnlyList<ProposedTime> Times, bool IsUndelivered);

public static class ReachedQueries
{
    /// <summary>Letters to people without an account that one member may have written within a day.</summary>
    private const int MostADay = 20;

    /// <summary>Nobody's letters are for the many.</summary>
    public static async Task<bool> HasWrittenEnough(this Db db, Id<Actor> by, DateTime now)
    {
        var since = now.AddDays(-1);
        return await db.The<CapabilityLink>().CountAsync(l => l.CreatedById == by && l.Purpose == LinkPurpose.OneToOne && l.Email != null && l.CreatedAt > since) >= MostADay;
    }

    public static async Task<Reached?> ReachedFor(this Db db, ListedOneToOne one) => one.Request is { } request
        ? new(request, await db.TimesOf(one.Id), request.OtherId is not null && await db.IsUndelivered(one.Id, request.AskedAt)) : null;

    /// <summary>A letter about it was given up: the address is wrong, or nobody takes mail there.</summary>
    private static async Task<bool> IsUndelivered(this Db db, Id<OneToOne> id, DateTime since)
    {
        var about = (Guid?)id.Value;
        var letters = (await db.The<QueuedMail>().Where(m => m.About == about && m.CreatedAt >= since).Select(m => m.Id).ToListAsync()).ConvertAll(m => (Guid?)m.Value);
        return letters.Count > 0 && await db.The<OutboxRow>().AnyAsync(o => o.GivenUpAt != null && o.Kind == MailHandler.KindOfWork && letters.Contains(o.Subject));
    }
}
