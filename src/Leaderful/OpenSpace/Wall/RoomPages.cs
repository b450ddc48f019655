using Leaderful.Accounts.Guests;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Pages;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Wall;

public static class RoomPages
{
    /// <summary>Whether what something hangs on is a topic of the room a guest is in, as far as it still stands.</summary>
    public static Task<bool> IsInRoom(this Db db, Id<Thing> about, RoomGuest guest)
    {
        var (topic, space) = (about.As<Topic>(), guest.RoomId.As<Space>());
        return db.The<Topic>().AnyAsync(t => t.Id == topic && t.SpaceId == space && db.The<Thing>().Any(x => x.Id == about && x.DeletedAt == null));
    }

    /// <summary>Whether the wall a topic belongs to can still be seen: with its gathering it is taken down.</summary>
    public static Task<bool> HangsOnAWall(this Db db, Id<Thing> topic) =>
        db.The<Topic>().AnyAsync(t => t.Id == topic.As<Topic>() && db.The<Thing>().Any(x => x.Id == t.SpaceId.As<Thing>() && x.DeletedAt == null));

    /// <summary>After the close guests have time to finish their reports; reading goes on as long as their pass.</summary>
    public static readonly TimeSpan GuestsWriteAfter = TimeSpan.FromDays(14);

    /// <summary>A report as a guest finds it: closed to writing once their time is over. What nobody closed is over with its last day.</summary>
    public static async Task<PageHead> ForGuest(this Db db, PageHead page, RoomGuest guest, DateTime now) =>
        await db.GuestsWriteUntil(guest.RoomId.As<Space>()) is { } until && until <= now ? page with { ClosedAt = page.ClosedAt ?? until } : page;

    public static async Task<DateTime?> GuestsWriteUntil(this Db db, Id<Space> id)
    {
        var closed = await db.The<SpaceStage>().Where(s => s.SpaceId == id && Stages.FromClose.Contains(s.Stage)).MinAsync(s => (DateTime?)s.At);
        return (closed ?? await db.The<Gathering>().Where(g => g.Id == id.As<Gathering>()).Select(g => g.EndsAt).SingleAsync()) + GuestsWriteAfter;
    }

    /// <summary>A report of the room a guest is in.</summary>
    public static async Task<bool> IsPageInRoom(this Db db, Id<Page> page, RoomGuest guest) =>
        await db.The<Page>().Where(p => p.Id == page).Select(p => p.AboutId).SingleOrDefaultAsync() is { } about && await db.IsInRoom(about, guest);
}
