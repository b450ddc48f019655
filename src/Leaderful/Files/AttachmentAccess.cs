using Leaderful.Accounts.Guests;
using Leaderful.Communities;
using Leaderful.Communities.Agreements;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.OpenSpace.Wall;
using Leaderful.Pages;
using Leaderful.People;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Files;

/// <summary>The one door to files: it stands where the thing they hang on stands.</summary>
public static class AttachmentAccess
{
    public static async Task<Attachment?> ForReading(Db db, Viewer viewer, Id<Attachment> id, DateTime now, RoomGuest? guest = null)
    {
        var found = await (
            from a in db.The<Attachment>()
            join t in db.The<Thing>() on a.ThingId equals t.Id
            where a.Id == id && a.TakenOffAt == null && t.DeletedAt == null
            select new { Attachment = a, t.Kind, t.ScopeId }).SingleOrDefaultAsync();
        if (found is null) return null;
        if (found.Kind == ThingKind.PortraitEntry) return await db.IsSeen(found.Attachment.ThingId.As<PortraitEntry>(), viewer.Session) ? found.Attachment : null;
        if (found.Attachment.CommunityId is not { } community) return null;
        if (found.Kind == ThingKind.Topic && !await db.HangsOnAWall(found.Attachment.ThingId)) return null;
        if (guest is not null && found.Kind == ThingKind.Topic && await db.IsInRoom(found.Attachment.ThingId, guest)) return found.Attachment;
        if (guest is not null && found.Kind == ThingKind.Page && await db.IsPageInRoom(found.Attachment.ThingId.As<Page>(), guest)) return found.Attachment;
        if (viewer.Session is not { } me || !AgreementGate.LetsRead(me, community, found.ScopeId, now))
            return found.Kind == ThingKind.Page && await Greets(db, viewer, community, found.Attachment) ? found.Attachment : null;
        return found.Kind != ThingKind.Post || await StandsIn(db, found.Attachment.ThingId.As<Post>()) ? found.Attachment : null;
    }

    /// <summary>A picture on the page that greets whoever finds the community.</summary>
    private static async Task<bool> Greets(Db db, Viewer viewer, Id<Community> community, Attachment picture) =>
        await db.The<Community>().FindableBy(viewer.Session).AnyAsync(c => c.Id == community)
        && await db.WelcomeOf(community) is { } welcome && welcome.Id.As<Thing>() == picture.ThingId
        && welcome.Html.Contains($"/files/{picture.Id}?", StringComparison.Ordinal);

    /// <summary>A conversation that was taken down takes its posts with it.</summary>
    private static async Task<bool> StandsIn(Db db, Id<Post> post)
    {
        var conversation = await db.The<Post>().Where(p => p.Id == post).Select(p => (Id<Conversation>?)p.ConversationId).SingleOrDefaultAsync();
        return conversation is { } id && await db.The<Thing>().AnyAsync(t => t.Id == id.As<Thing>() && t.DeletedAt == null);
    }
}
