using System.Collections.Concurrent;
using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Care;

/// <summary>
/// Whoever has just come writes a little at first. It is asked where a person writes, not of imports or the demo, and is
/// over by itself: after three days, once five posts of theirs stand.
/// </summary>
public sealed class Newcomers(Settings settings, TimeProvider time)
{
    public const int Days = 3;
    public const int Posts = 5;
    public const int MostPosts = 10;
    public const int MostConversations = 3;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Of whom is known that they are new no more, so that those who write most are not asked again.</summary>
    private readonly ConcurrentDictionary<(Id<Person>, Id<Community>), bool> settled = [];

    /// <summary>Refuses the form with a sentence that says when it goes on.</summary>
    public async Task Check(Form form, Db db, Viewer viewer, bool begins)
    {
        if (settings.Unlimited || !form.IsRight || !await IsNew(db, viewer.Me, viewer.Here)) return;
        var (key, most) = begins ? ("care.newcomer.conversations", MostConversations) : ("care.newcomer.posts", MostPosts);
        var until = await Until(db, viewer, begins ? ThingKind.Thread : ThingKind.Post, most)
            ?? (begins ? await Until(db, viewer, ThingKind.Post, MostPosts) : null);
        if (until is { } at) form.Refuse("text", viewer.Words.Count(key, Math.Max(1, (long)Math.Ceiling((at - time.Utc()).TotalHours)), ("most", most)));
    }

    private async Task<bool> IsNew(Db db, Session me, Here here)
    {
        if (here.IsSteward || settled.ContainsKey((me.PersonId, here.Id))) return false;
        var joined = await db.The<Membership>().Where(m => m.CommunityId == here.Id && m.PersonId == me.PersonId).Select(m => m.JoinedAt).SingleAsync();
        if (await IsKnown(db, me, here) || (joined <= time.Utc() - TimeSpan.FromDays(Days) && await Stand(db, me, here))) settled[(me.PersonId, here.Id)] = true;
        return !settled.ContainsKey((me.PersonId, here.Id));
    }

    /// <summary>Who founded it, and whoever wrote here long before under a name that was brought in.</summary>
    private static Task<bool> IsKnown(Db db, Session me, Here here) => db.The<Actor>().AnyAsync(a =>
        (a.ClaimedById == me.ActorId && a.CommunityId == here.Id)
        || (a.Id == me.ActorId && db.The<JournalEntry>().Any(j => j.Subject == here.Id.Value && j.Verb == "community.founded" && j.ActorId == me.ActorId)));

    private static async Task<bool> Stand(Db db, Session me, Here here) => await (
        from p in db.The<Post>()
        join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
        where t.AuthorId == me.ActorId && t.CommunityId == here.Id && t.DeletedAt == null && p.Folded == null
        select p.Id).Take(Posts).CountAsync() == Posts;

    /// <summary>When the oldest of the last so many is a day ago. What was taken down again counts.</summary>
    private async Task<DateTime?> Until(Db db, Viewer viewer, ThingKind kind, int most)
    {
        var (me, here, since) = (viewer.Me.ActorId, viewer.Here.Id, time.Utc() - Day);
        var lately = await db.The<Thing>().Where(t => t.AuthorId == me && t.CommunityId == here && t.Kind == kind && t.CreatedAt > since)
            .OrderByDescending(t => t.CreatedAt).Select(t => t.CreatedAt).Take(most).ToListAsync();
        return lately.Count == most ? lately[^1] + Day : null;
    }
}
