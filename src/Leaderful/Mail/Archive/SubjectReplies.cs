using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Mime;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Mail.Archive;

/// <summary>
/// Replies by their subject alone: a conversation that begins with one, and so lacks its beginning, goes on from the newest
/// earlier mail of that subject. Asked once everything of an archive is here, so that a mail that is named always wins.
/// </summary>
public static class SubjectReplies
{
    private const int AtOnce = 50;

    public static async Task JoinBySubject(this Writes writes, Db db, Id<Community> community, CancellationToken stop)
    {
        var lost = await (
            from e in db.The<MailEntry>()
            join p in db.The<Post>() on e.PostId equals (Id<Post>?)p.Id
            where e.CommunityId == community && e.IsReply && e.SubjectKey != null && p.Number == 1
            orderby e.At, e.Id
            select e.Id).ToListAsync(stop);
        foreach (var some in lost.Chunk(AtOnce))
            await writes.Do(unit => unit.JoinBySubject(community, some), stop);
    }

    private static async Task JoinBySubject(this Unit unit, Id<Community> community, Id<MailEntry>[] lost)
    {
        await unit.HoldArchive(community);
        foreach (var id in lost)
            if (await unit.Earlier(id) is { } pair) await unit.Join(pair.Earlier, pair.Own);
    }

    private static async Task<(Id<Conversation> Earlier, Id<Conversation> Own)?> Earlier(this Unit unit, Id<MailEntry> id)
    {
        var entries = unit.Db.The<MailEntry>();
        var own = await (
            from e in entries
            join p in unit.Db.The<Post>() on e.PostId equals (Id<Post>?)p.Id
            where e.Id == id && p.Number == 1
            select new { e.CommunityId, e.ConversationId, e.SubjectKey, At = e.At!.Value }).SingleOrDefaultAsync();
        if (own is null) return null;
        var since = own.At - MailThreading.SubjectWindow;
        var earlier = await entries
            .Where(e => e.CommunityId == own.CommunityId && e.SubjectKey == own.SubjectKey && e.At < own.At && e.At >= since && e.ConversationId != own.ConversationId)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Select(e => (Id<Conversation>?)e.ConversationId).FirstOrDefaultAsync();
        return earlier is { } found ? (found, own.ConversationId) : null;
    }

    private static async Task Join(this Unit unit, params Id<Conversation>[] parts)
    {
        var joined = await unit.MakeOne(await unit.Hold(parts));
        var arranged = await unit.Arrange(new(joined, First: null), []);
        await unit.Update([joined]);
        if (arranged.NewFirst is { } first) await unit.Rebegin(joined.Id, first);
    }
}
