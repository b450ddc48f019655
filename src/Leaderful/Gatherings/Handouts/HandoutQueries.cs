using Leaderful.Accounts;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings.Handouts;

/// <summary>A file that hangs on a gathering, and who brought it; a name that is empty is no longer here.</summary>
public sealed record Handout(ListedFile File, Id<Actor>? ById, string By, DateTime BroughtAt);

public static class HandoutQueries
{
    /// <summary>Those of a gathering whose reader found it, in the order in which they were brought.</summary>
    public static Task<List<Handout>> HandoutsOf(this Db db, Id<Gathering> id) => (
        from f in db.The<Attachment>()
        join who in db.The<Actor>() on f.BroughtById equals who.Id
        where f.ThingId == id.As<Thing>() && f.TakenOffAt == null
        orderby f.Number
        select new Handout(new ListedFile(f.Id, f.ThingId, f.FileName, f.ContentType, f.Size), who.Id, who.Name, f.CreatedAt)).ToListAsync();

    /// <summary>What was taken off a gathering that stands, and this reader may put back.</summary>
    public static async Task<List<BinItem>> HandoutsInBin(this Db db, Session me, Here here, DateTime since)
    {
        var (actor, scopes, circles) = (me.ActorId, me.Scopes, me.Circles.Select(c => (Id<Circles.Circle>?)c.Id).ToList());
        var found = await (
            from f in db.The<Attachment>()
            join t in db.The<Thing>() on f.ThingId equals t.Id
            join g in db.The<Gathering>() on f.ThingId equals g.Id.As<Thing>()
            where f.CommunityId == here.Id && f.TakenOffAt > since && t.DeletedAt == null && scopes.Contains(t.ScopeId)
                && (f.TakenOffById == actor || (f.TakenOffById != f.BroughtById && (t.AuthorId == actor || here.IsSteward || circles.Contains(g.CircleId))))
            orderby f.TakenOffAt descending
            select new { f.Id, Gathering = g.Id, f.FileName, At = f.TakenOffAt!.Value }).ToListAsync();
        return found.ConvertAll(f => new BinItem(default, null, f.FileName, "", "", f.At) { Gathering = f.Gathering, Handout = f.Id });
    }
}
