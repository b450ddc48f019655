using Leaderful.Accounts.Guests;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Room;

/// <summary>The room a browser takes part in by a name alone, and the way back to it.</summary>
public sealed record RoomBack(string Theme, string Name, string Wall);

public static class WayBack
{
    /// <summary>Whoever belongs to the community finds its gatherings without it.</summary>
    public static async Task<RoomBack?> RoomOf(this Db db, Viewer viewer, RoomGuest? guest)
    {
        if (guest is null || viewer.Session?.In(guest.Around.Slug) is not null) return null;
        var id = guest.RoomId.As<Gathering>();
        return await db.The<Gathering>().Where(g => g.Id == id).Select(g => g.Title).SingleOrDefaultAsync() is { } theme
            ? new RoomBack(theme, guest.Name, $"{guest.Around.Path}/gatherings/{id}/wall") : null;
    }
}
