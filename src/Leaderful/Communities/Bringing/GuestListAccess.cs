using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Bringing;

/// <summary>The one door to a list: the stewards of its own community. The route has let in nobody else.</summary>
public static class GuestListAccess
{
    public static Task<GuestList?> ForTending(Db db, Viewer viewer, Id<GuestList> id) =>
        db.The<GuestList>().SingleOrDefaultAsync(l => l.Id == id && l.CommunityId == viewer.Here.Id);
}
