using Leaderful.Accounts;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Gatherings;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Wall;

public static class WallQueries
{
    /// <summary>The wall as it stands, in four questions however much hangs on it.</summary>
    public static async Task<Board> BoardOf(this Db db, Id<Space> id)
    {
        var space = await db.The<Space>().AsNoTracking().SingleAsync(s => s.Id == id);
        var slots = await db.The<Slot>().AsNoTracking().Where(s => s.SpaceId == id && s.RemovedAt == null).OrderBy(s => s.Day).ThenBy(s => s.At).ThenBy(s => s.Id).ToListAsync();
        var places = await db.The<Place>().AsNoTracking().Where(p => p.SpaceId == id && p.RemovedAt == null).OrderBy(p => p.Order).ThenBy(p => p.Id).ToListAsync();
        return new Board(space, slots, places, await db.SlipsOf(id));
    }

    /// <summary>How many stand on it: not those that were let go, joined or taken down.</summary>
    public static Task<int> TopicsOn(this Db db, Id<Space> id) => db.The<Topic>().CountAsync(t => t.SpaceId == id && t.RetiredAt == null
        && (t.MergedIntoId == null || db.The<Thing>().Any(x => x.Id == t.MergedIntoId.Value.As<Thing>() && x.DeletedAt != null)) && db.The<Thing>().Any(x => x.Id == t.Id.As<Thing>() && x.DeletedAt == null));

    /// <summary>What interests somebody, also what they marked as a guest before they said who they are.</summary>
    internal static IQueryable<TopicMark> MarksOf(this Db db, Id<Actor> who) =>
        db.The<TopicMark>().Where(m => m.ActorId == who || db.The<Actor>().Any(a => a.Id == m.ActorId && a.ClaimedById == who));

    /// <summary>Topics taken down that this person may put back.</summary>
    public static async Task<List<BinItem>> TopicsInBin(this Db db, Session me, Here here, DateTime since)
    {
        var (actor, scopes, circles) = (me.ActorId, me.Scopes, me.Circles.Select(c => (Id<Circles.Circle>?)c.Id).ToList());
        var found = await (
            from p in db.The<Topic>()
            join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
            join s in db.The<Space>() on p.SpaceId equals s.Id
            join g in db.The<Gathering>() on p.SpaceId.As<Gathering>() equals g.Id
            join wall in db.The<Thing>() on p.SpaceId.As<Thing>() equals wall.Id
            where p.CommunityId == here.Id && scopes.Contains(t.ScopeId) && t.DeletedAt > since && p.Title != ""
                && Stages.UntilClose.Contains(s.Stage) && g.CancelledAt == null && wall.DeletedAt == null
                && (here.IsSteward || wall.AuthorId == actor || circles.Contains(g.CircleId)
                    || db.The<Actor>().Any(a => (a.Id == actor || a.ClaimedById == actor) && (a.Id == t.AuthorId || a.Id == p.ConvenerId))
                    || db.The<SpaceRole>().Any(r => r.SpaceId == s.Id && r.ActorId == actor && r.LeftAt == null && r.Part != SpacePart.Sponsor))
            orderby t.DeletedAt descending
            select new { p.Id, p.SpaceId, p.Title, At = t.DeletedAt!.Value }).ToListAsync();
        return found.ConvertAll(p => new BinItem(default, null, p.Title, "", "", p.At) { Topic = p.Id, Space = p.SpaceId });
    }

    /// <summary>Every topic, in the order in which they were put up. A convener who has an account since is shown under their name there;
    /// what was joined to a topic that was taken down stands for itself.</summary>
    private static Task<List<Slip>> SlipsOf(this Db db, Id<Space> id) => db.Ask($"""
        SELECT p."Id", p."Number", p."Title", COALESCE(mine."Name", a."Name", p."Convener"), COALESCE(a."ClaimedById", p."ConvenerId"), COALESCE(w."ClaimedById", w."Id"), p."Version", p."Why", p."SlotId", p."PlaceId", p."Moves", p."MovedById",
            p."OverrunAt", p."IsAction", r."Id", p."RetiredAt", CASE WHEN j."DeletedAt" IS NULL THEN p."MergedIntoId" END, t."DeletedAt",
            (SELECT COUNT(*) FROM topic_marks m WHERE m."TopicId" = p."Id"), f."Id"
        FROM topics p JOIN things t ON t."Id" = p."Id" JOIN actors w ON w."Id" = t."AuthorId"
        LEFT JOIN actors a ON a."Id" = p."ConvenerId" LEFT JOIN actors mine ON mine."Id" = a."ClaimedById" LEFT JOIN session_reports r ON r."Id" = p."Id"
        LEFT JOIN attachments f ON f."ThingId" = p."Id" AND f."Number" = 1
        LEFT JOIN things j ON j."Id" = p."MergedIntoId"
        WHERE p."SpaceId" = {id} ORDER BY p."Number"
        """, row => new Slip(row.Id<Topic>(0), row.Number(1), row.Text(2), row.Text(3), row.IdOrNone<Actor>(4), row.Id<Actor>(5), row.Long(6))
        {
            Why = row.Text(7), SlotId = row.IdOrNone<Slot>(8), PlaceId = row.IdOrNone<Place>(9), Moves = row.Number(10), MovedById = row.IdOrNone<Actor>(11), RunsOn = !row.IsNone(12),
            IsAction = row.Is(13), HasReport = !row.IsNone(14), RetiredAt = row.TimeOrNone(15), MergedIntoId = row.IdOrNone<Topic>(16), DeletedAt = row.TimeOrNone(17), Marks = (int)row.Long(18), Paper = row.IdOrNone<Attachment>(19),
        });
}
