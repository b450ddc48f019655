using Leaderful.Communities.Letters;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Care;

/// <summary>Asking for a post to be looked at. It is folded meanwhile: for calm, and anybody may still open it.</summary>
public static class Reporting
{
    /// <summary>Null where nothing stands there, or it is one's own. Asked twice is asked once; a second person's joins the first.</summary>
    public static async Task<Id<CareCase>?> Report(this Unit unit, Id<Actor> by, Id<Post> id, Meant meant, string text, Letterhead? paper = null)
    {
        if (await unit.HoldPost(id) is not { DeletedAt: null } post || post.AuthorId == by) return null;
        var community = await unit.Db.The<Post>().Where(p => p.Id == id).Select(p => p.CommunityId).SingleAsync();
        var matter = await unit.CaseOf(id);
        if (matter is null) unit.Db.Add(matter = new CareCase { Id = Id<CareCase>.New(), CommunityId = community, PostId = id, OpenedAt = unit.Now });
        else if (await unit.Db.The<CareReport>().AnyAsync(r => r.CaseId == matter.Id && r.ById == by && r.ClosedAt == null)) return matter.Id;
        unit.Db.Add(new CareReport
        {
            Id = Id<CareReport>.New(), CommunityId = community, CaseId = matter.Id, ById = by,
            AgreementId = meant.Agreement, AgreementVersion = meant.Version, Text = text, At = unit.Now,
        });
        if (post.Folded is null && matter.IsNewMatter(post.EditedAt)) await unit.SetFold(id, Fold.Looking);
        unit.Journal(by, "care.reported", matter.Id.Value, community);
        await unit.Bring(matter, post, "reported", paper);
        return matter.Id;
    }

    /// <summary>The author wrote it anew, as they were asked: it waits for those who decide again.</summary>
    internal static async Task BringMended(this Unit unit, Id<Post> id, Letterhead? paper)
    {
        if (await unit.HoldPost(id) is not { } post || await unit.CaseOf(id) is not { } matter) return;
        await unit.SetFold(id, Fold.Looking);
        unit.Journal(post.AuthorId, "care.mended", matter.Id.Value, matter.CommunityId);
        await unit.Bring(matter, post, "mended", paper);
    }

    /// <summary>Who is asked for it to be decided otherwise, or wants to say something to it.</summary>
    public static async Task<bool> AnswerCase(this Unit unit, Id<Actor> by, Id<CareCase> id, string text, Letterhead? paper = null)
    {
        if (await unit.Db.The<CareCase>().AsTracking().SingleOrDefaultAsync(c => c.Id == id) is not { } matter) return false;
        if (await unit.HoldPost(matter.PostId) is not { } post || post.AuthorId != by) return false;
        unit.Db.Add(new CareAnswer { Id = Id<CareAnswer>.New(), CommunityId = matter.CommunityId, CaseId = id, ById = by, Text = text, At = unit.Now });
        unit.Journal(by, "care.answered", id.Value, matter.CommunityId);
        await unit.Bring(matter, post, "answered", paper);
        return true;
    }

    /// <summary>Before those who tend the community. What waits already is not written of again.</summary>
    private static async Task Bring(this Unit unit, CareCase matter, CarePost post, string what, Letterhead? paper)
    {
        if (matter.WaitingSince is not null) return;
        matter.WaitingSince = unit.Now;
        if (paper is not null) await unit.SendToStewards(paper, matter, post, what);
    }
}
