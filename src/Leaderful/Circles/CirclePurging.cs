using Leaderful.Accounts;
using Leaderful.Commitments;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Following;
using Leaderful.Gatherings;
using Leaderful.Initiatives;
using Leaderful.Pages;
using Leaderful.People;
using Leaderful.Rounds;
using Leaderful.Stories;
using Leaderful.Stories.Changes;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Circles;

/// <summary>Thirty days after a circle was taken down it ends: what was said in it goes, and what somebody opened to it is theirs alone again.</summary>
public sealed class CirclePurging(Writes writes) : PurgeWork<Circle>(writes)
{
    public const string KindOfWork = "circle.purge";

    public override string Kind => KindOfWork;

    protected override async Task Purge(Unit unit, Id<Circle> id)
    {
        var db = unit.Db;
        var circle = await db.The<Circle>().AsTracking().SingleAsync(c => c.Id == id);
        var within = db.The<Thing>().Where(t => t.ScopeId == circle.ScopeId);
        var conversations = db.The<Conversation>().Where(c => within.Any(t => t.Id == c.Id.As<Thing>()));
        await unit.Blank(db.The<Post>().Where(p => conversations.Any(c => c.Id == p.ConversationId)));
        await conversations.ExecuteUpdateAsync(c => c.SetProperty(x => x.Title, ""));
        await unit.Blank(db.The<Page>().Where(p => within.Any(t => t.Id == p.Id.As<Thing>())));
        await unit.Blank(db.The<Gathering>().Where(g => within.Any(t => t.Id == g.Id.As<Thing>())));
        await unit.Blank(db.The<Commitment>().Where(c => within.Any(t => t.Id == c.Id.As<Thing>())));
        await unit.Blank(db.The<Initiative>().Where(i => within.Any(t => t.Id == i.Id.As<Thing>())));
        await unit.Blank(db.The<Round>().Where(r => within.Any(t => t.Id == r.Id.As<Thing>())));
        await unit.Blank(db.The<SignificantChange>().Where(c => within.Any(t => t.Id == c.Id.As<Thing>())));
        await unit.ReturnStories(circle.ScopeId);
        await db.The<PortraitEntry>().Where(e => e.ScopeId == circle.ScopeId)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.ScopeId, x => db.The<Person>().Where(p => p.Id == x.PersonId).Select(p => p.ScopeId).First()));
        await within.Where(t => t.PersonId != null)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.ScopeId, x => db.The<Person>().Where(p => p.Id == x.PersonId).Select(p => p.ScopeId).First()));
        await db.The<Mention>().Where(m => m.CircleId == id).ExecuteDeleteAsync();
        await db.The<CircleRequest>().Where(r => r.CircleId == id).ExecuteDeleteAsync();
        // Who belonged is kept as ids: what was promised to a circle still counts in the version of their lists, which never goes back.
        await db.The<CircleMembership>().Where(m => m.CircleId == id && m.LeftAt == null).ExecuteUpdateAsync(m => m.SetProperty(x => x.LeftAt, unit.Now));
        (circle.Name, circle.Purpose) = ("", "");
    }
}
