using Leaderful.Data;
using Leaderful.Gatherings;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Debriefs;

public static class ErasingDebriefs
{
    /// <summary>The words these actors wrote last go. Which way was chosen was said by all of them, and stays.</summary>
    internal static Task EraseDebriefs(this Unit unit, IReadOnlyCollection<Id<Actor>> actors) =>
        unit.Db.The<DebriefAnswer>().Where(a => actors.Contains(a.WrittenById)).ExecuteUpdateAsync(a => a.SetProperty(x => x.Text, "").SetProperty(x => x.Edition, x => x.Edition + 1));

    /// <summary>With a gathering's words goes the talk about it.</summary>
    internal static async Task BlankDebriefs(this Unit unit, IReadOnlyCollection<Id<Gathering>> gatherings)
    {
        var ids = gatherings.Select(g => g.As<DebriefConversation>()).ToList();
        await unit.Db.The<DebriefAnswer>().Where(a => ids.Contains(a.DebriefId)).ExecuteDeleteAsync();
        await unit.Db.The<DebriefConversation>().Where(d => ids.Contains(d.Id)).ExecuteDeleteAsync();
    }
}
