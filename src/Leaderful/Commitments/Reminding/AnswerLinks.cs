using Leaderful.Accounts;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Commitments;

/// <summary>What somebody answers to a letter, by one touch.</summary>
public enum MailAnswer { Kept, Goes, Barred, Released }

/// <summary>A letter's link, and what it speaks of as it is now; nothing is open where there is no more to answer.</summary>
public sealed record AnswerLink(string Token, CapabilityLink Link, Commitment Commitment, string Community, bool IsOpen);

/// <summary>The links of reminders: each answers once, about one commitment, as its doer, and nothing else.</summary>
public static class AnswerLinks
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(60);

    internal static string NewAnswerLink(this Unit unit, Commitment commitment, Person person) =>
        unit.OpenLink(new(LinkPurpose.MailAnswer, commitment.CommunityId, commitment.Id.As<Thing>(), unit.Now + Lasts) { To = person.Id, MaxUses = 1 });

    /// <summary>Looking uses nothing up. A link that was used, or has run out, is still known; one nobody made is not.</summary>
    public static async Task<AnswerLink?> FindAnswer(this Db db, string token, DateTime now)
    {
        var hash = CapabilityLink.Hash(token);
        var link = await db.The<CapabilityLink>().AsNoTracking().SingleOrDefaultAsync(l => l.TokenHash == hash && l.Purpose == LinkPurpose.MailAnswer);
        if (link is not { PersonId: { } person, ThingId: { } thing }) return null;
        var id = thing.As<Commitment>();
        if (await db.Reminded(id) is not var (doer, community) || doer.Id != person) return null;
        var commitment = await db.The<Commitment>().AsNoTracking().SingleAsync(c => c.Id == id);
        return new AnswerLink(token, link, commitment, community.Name, link.IsOpen(now) && commitment.IsOpen);
    }

    /// <summary>False where there is nothing to answer any more: then the link is not used up either.</summary>
    public static async Task<bool> AnswerMail(this Unit unit, string token, MailAnswer answer, string line)
    {
        if (await unit.Db.FindAnswer(token, unit.Now) is not { IsOpen: true } found || await unit.Consume(token, LinkPurpose.MailAnswer) is null) return false;
        var (doer, id) = (found.Commitment.DoerId, found.Commitment.Id);
        var answered = answer switch
        {
            MailAnswer.Kept => await unit.Keep(doer, id),
            MailAnswer.Goes => await unit.CheckIn(doer, id, CheckInKind.Progress, line),
            MailAnswer.Barred => await unit.CheckIn(doer, id, CheckInKind.Barrier, line),
            _ => await unit.Release(doer, id, line),
        };
        if (answered && line.Length > 0 && answer == MailAnswer.Kept)
            unit.Db.Add(new CheckIn { Id = Id<CheckIn>.New(), CommunityId = found.Commitment.CommunityId, CommitmentId = id, ById = doer, Kind = CheckInKind.Progress, Line = line, At = unit.Now });
        return answered;
    }
}
