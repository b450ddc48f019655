using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Files;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Wall;

/// <summary>The picture of the paper on which a topic was written: one at most, for whoever sees the wall.</summary>
internal static class Papers
{
    /// <summary>The name under which it is kept and sent.</summary>
    public const string FileName = "paper";

    public static async Task SetPaper(this Unit unit, Id<Community> community, Id<Topic> id, KeptFile? paper)
    {
        await unit.DropPapers([id]);
        if (paper is null) return;
        // A file hangs on a row that is there.
        await unit.Db.SaveChangesAsync();
        await unit.Attach(community, id.As<Thing>(), [paper]);
    }

    /// <summary>What they put up, and what somebody else put up for them: a name may stand on the paper itself.</summary>
    public static async Task DropPapersOf(this Unit unit, Id<Actor> who) => await unit.DropPapers(await unit.Db.The<Topic>()
        .Where(t => t.ConvenerId == who || unit.Db.The<Thing>().Any(x => x.Id == t.Id.As<Thing>() && x.AuthorId == who)).Select(t => t.Id).ToListAsync());

    public static Task DropPapers(this Unit unit, IReadOnlyList<Id<Topic>> topics)
    {
        var things = topics.Select(t => t.As<Thing>()).ToList();
        return unit.DropFiles(unit.Db.The<Attachment>().Where(a => things.Contains(a.ThingId)));
    }
}
