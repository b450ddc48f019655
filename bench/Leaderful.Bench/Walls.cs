using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Wall;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Leaderful.Bench;

/// <summary>The wall of an Open Space that is open: six times, twelve places, and as many topics as asked for, for those who were filled in.</summary>
internal static class Walls
{
    private const int Times = 6;
    private const int Places = 12;

    public static async Task<int> Fill(string folder, int topics)
    {
        await using var built = Instance.Open(Instance.In(folder));
        var writes = built.GetRequiredService<Writes>();
        var (path, space, actors) = await writes.Do(Draw);
        var first = default(Id<Topic>);
        for (var n = 0; n < topics; n++)
        {
            var number = n;
            var topic = await writes.Do(unit => Post(unit, space, actors, number));
            if (n == 0) first = topic;
        }
        Console.WriteLine($"WALL={path}/gatherings/{space}/wall\nTOPIC={first}");
        return 0;
    }

    private static async Task<(string Path, Id<Space> Space, List<Id<Actor>> Actors)> Draw(Unit unit)
    {
        var community = await unit.Db.The<Community>().SingleAsync();
        var actors = await unit.Db.The<Actor>().Where(a => a.PersonId != null).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync();
        var day = DateOnly.FromDateTime(unit.Now);
        var wish = new GatheringWish(GatheringKind.OpenSpace, "What keeps a town awake for its neighbours?", new GatheringTime(day, new TimeOnly(9, 0), 480, "Etc/UTC"));
        var space = (await unit.CallGathering(actors[0], community.Id, new GatheringHost(community.ScopeId), wish)).As<Space>();
        for (var n = 0; n < Times; n++) await unit.AddSlot(actors[0], space, new SlotWish(day, new TimeOnly(9 + n, 0), 50));
        for (var n = 0; n < Places; n++)
        {
            await unit.AddPlace(actors[0], space, $"Room {n + 1}");
            await unit.Db.SaveChangesAsync();
        }
        await unit.Reach(actors[0], space, Stage.Open);
        return (community.Path, space, actors);
    }

    private static async Task<Id<Topic>> Post(Unit unit, Id<Space> space, List<Id<Actor>> actors, int n)
    {
        var board = await unit.Db.BoardOf(space);
        var by = actors[n % actors.Count];
        return (await unit.PostTopic(by, space, new TopicWish(MadeUpText.Post(n).Split('.')[0], by) { Slot = board.Slots[n / Places % Times].Id, Place = board.Places[n % Places].Id }))!.Value;
    }
}
