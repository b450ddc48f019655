using Leaderful.Accounts.Guests;
using Leaderful.Data;
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

    /// <summary>A report of the room a guest is in.</summary>
    public static async Task<bool> IsPageInRoom(this Db db, Id<Page> page, RoomGuest guest) =>
        await db.The<Page>().Where(p => p.Id == page).Select(p => p.AboutId).SingleOrDefaultAsync() is { } about && await db.IsInRoom(about, guest);
}
