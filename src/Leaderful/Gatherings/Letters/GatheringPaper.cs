using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings.Letters;

/// <summary>What every letter about a gathering needs besides its reader.</summary>
internal sealed record GatheringPaper(Letterhead Head, Gathering Gathering, Community Community, string Host)
{
    public static async Task<GatheringPaper> Of(Unit unit, Letterhead head, Gathering gathering)
    {
        var community = await Letterhead.Of(unit, gathering.CommunityId);
        var circle = await unit.Db.The<Circle>().Where(c => c.Id == gathering.CircleId).Select(c => c.Name).SingleOrDefaultAsync();
        return new(head, gathering, community, circle ?? community.Name);
    }
}
