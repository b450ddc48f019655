using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Live;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Bringing;

/// <summary>A list as it is watched while its invitations go out: how many, who is next, and that it stopped or is done.</summary>
public sealed class GuestListLive(Fragments fragments, TimeProvider time) : ILiveSource
{
    public string Kind => "guests";

    public async Task<bool> MayRead(Db db, Session session, string id) => await Find(db, id) is { } list && session.In(list.CommunityId) is { IsSteward: true };

    public async Task<long> Version(Db db, string id) => await Find(db, id) is { } list ? list.Version : 0;

    public async Task<LiveChange?> Since(Db db, string id, long version, Words words)
    {
        if (await Find(db, id) is not { StartedAt: not null } list || list.Version <= version) return null;
        var slug = await db.The<Community>().Where(c => c.Id == list.CommunityId).Select(c => c.Slug).SingleAsync();
        return new LiveChange(list.Version, await fragments.Render<GuestChange>(new(StringComparer.Ordinal)
        {
            ["Model"] = await GuestListModel.Of(db, list, words, time.Utc()), ["Words"] = words, ["Path"] = $"{Community.PathOf(slug)}/bringing/{list.Id}",
        }));
    }

    private static async Task<GuestList?> Find(Db db, string id) =>
        Id<GuestList>.TryParse(id, null, out var own) ? await db.The<GuestList>().SingleOrDefaultAsync(l => l.Id == own) : null;
}
