using Leaderful.Accounts.Guests;
using Leaderful.Data;
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
}
