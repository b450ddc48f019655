using Leaderful.Assets;
using Leaderful.Care;
using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Initiatives;
using Leaderful.OneToOnes;
using Leaderful.OpenSpace.Wall;
using Leaderful.OpenSpace.Preparing;
using Leaderful.OpenSpace.Debriefs;
using Leaderful.OpenSpace.Reviews;
using Leaderful.Pages;
using Leaderful.Pages.Beside;
using Leaderful.Rounds;
using Leaderful.Reflections;
using Leaderful.Search;
using Leaderful.Stories;
using Leaderful.Stories.Changes;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Conversations;

public static class ErasingWords
{
    /// <summary>
    /// Blanks everything these actors said, every version of it, and takes it down in their own name, so that nobody puts
    /// back an empty place. A conversation nobody else wrote in goes with it; the title of one that others answered in is
    /// theirs too and stays. What they wrote on pages goes from those.
    /// </summary>
    public static async Task EraseWords(this Unit unit, IReadOnlyCollection<Id<Actor>> actors)
    {
        var said = unit.Db.The<Thing>().Where(t => actors.Contains(t.AuthorId));
        var conversations = await unit.Db.The<Post>().Where(p => said.Any(t => t.Id == p.Id.As<Thing>())).Select(p => p.ConversationId).Distinct().ToListAsync();
        // In the order of their ids, so that two who go at once wait for each other instead of both.
        foreach (var conversation in conversations.OrderBy(c => c.Value)) await unit.EraseIn(conversation, said);
        unit.UnindexGone(actors);
        await unit.Db.The<Passage>().Where(p => p.Instead != null && said.Any(t => t.Id == p.ConversationId.As<Thing>())).ExecuteUpdateAsync(p => p.SetProperty(x => x.Instead, (string?)null));
        await unit.EraseCare(actors);
        await unit.EraseOnPages(actors);
        await unit.EraseCommitments(actors);
        await unit.EraseReviews(actors);
        await unit.EraseDebriefs(actors);
        await unit.EraseSpaces(actors);
        await unit.EraseGatherings(actors);
        await unit.EraseTopics(actors);
        await unit.EraseInitiatives(actors);
        await unit.EraseOneToOnes(actors);
        await unit.EraseRounds(actors);
        await unit.EraseReflections(actors);
        await unit.EraseStories(actors);
        await unit.EraseChanges(actors);
        await unit.EraseAssets(actors);
    }

    private static async Task EraseIn(this Unit unit, Id<Conversation> id, IQueryable<Thing> said)
    {
        await unit.Hold(id);
        var posts = unit.Db.The<Post>().Where(p => p.ConversationId == id && said.Any(t => t.Id == p.Id.As<Thing>()));
        var takenDown = await unit.TakeDown(said.Where(t => posts.Any(p => p.Id.As<Thing>() == t.Id)));
        var version = await unit.Change(id, takenDown);
        await unit.Blank(posts);
        await posts.ExecuteUpdateAsync(p => p.SetProperty(x => x.Version, version));
        var isOthersToo = await unit.Db.The<Post>().AnyAsync(p => p.ConversationId == id && p.MovedPostId == null && !said.Any(t => t.Id == p.Id.As<Thing>()));
        var itself = said.Where(t => t.Id == id.As<Thing>());
        if (isOthersToo || !await itself.AnyAsync()) return;
        await unit.TakeDown(itself);
        await unit.Db.The<Conversation>().Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Title, ""));
    }

    /// <summary>In their author's own name. How many stood until now. What a steward had taken down is withdrawn by its author now, too.</summary>
    internal static async Task<int> TakeDown(this Unit unit, IQueryable<Thing> things)
    {
        var stood = await things.Where(t => t.DeletedAt == null).ExecuteUpdateAsync(t => t.SetProperty(x => x.DeletedAt, unit.Now));
        await things.ExecuteUpdateAsync(t => t.SetProperty(
            x => x.DeletedById, x => unit.Db.The<Actor>().Where(a => a.Id == x.AuthorId).Select(a => (Id<Actor>?)(a.ClaimedById ?? a.Id)).First()));
        return stood;
    }
}
