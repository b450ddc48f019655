using Leaderful.Communities.Letters;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Care;

public sealed record Ruling(Verdict Verdict, Meant Meant, string Why);

public static class Deciding
{
    /// <summary>Decides, or decides otherwise than before. Nobody decides about what they wrote themselves.</summary>
    public static async Task<bool> Decide(this Unit unit, Id<Actor> by, Id<CareCase> id, Ruling ruling, Letterhead? paper = null)
    {
        if (await unit.Db.The<CareCase>().AsTracking().SingleOrDefaultAsync(c => c.Id == id) is not { } matter) return false;
        if (await unit.HoldPost(matter.PostId) is not { } post || post.AuthorId == by) return false;
        (matter.WaitingSince, matter.DecidedAt) = (null, unit.Now);
        await unit.Db.The<CareReport>().Where(r => r.CaseId == id && r.ClosedAt == null).ExecuteUpdateAsync(r => r.SetProperty(x => x.ClosedAt, unit.Now));
        unit.Db.Add(new CareDecision
        {
            Id = Id<CareDecision>.New(), CommunityId = matter.CommunityId, CaseId = id, ById = by, Verdict = ruling.Verdict,
            AgreementId = ruling.Meant.Agreement, AgreementVersion = ruling.Meant.Version, Why = ruling.Why, At = unit.Now,
        });
        unit.Journal(by, "care.decided", id.Value, matter.CommunityId);
        await unit.Carry(by, post, ruling.Verdict);
        if (paper is not null) await unit.SendToAuthor(paper, matter, post, ruling);
        return true;
    }

    /// <summary>What is taken down is folded too, so that it does not stand open if it is put back.</summary>
    private static async Task Carry(this Unit unit, Id<Actor> by, CarePost post, Verdict verdict)
    {
        await unit.SetFold(post.Id, verdict switch { Verdict.Unfolded or Verdict.Accepted => null, Verdict.Mend => Fold.Mending, _ => Fold.Kept });
        if (verdict == Verdict.Down) await unit.TakeDown(by, post.Id);
        else if (post.IsTakenDown) await unit.PutBack(by, post.Id);
    }
}
