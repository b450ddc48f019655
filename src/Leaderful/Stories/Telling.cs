using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Pages;
using Leaderful.Pages.Bringing;
using Leaderful.Search;
using Leaderful.Shared;
using Leaderful.Stories.Moments;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Stories;

/// <summary>A story from its beginning to its end.</summary>
public static class Telling
{
    /// <summary>On its teller's own rung; they open it when they like.</summary>
    public static async Task<Id<Story>> TellStory(this Unit unit, Id<Actor> by, Id<Scope> own, Id<Community> community, StoryKind kind, StoryWish wish)
    {
        var story = new Story { Id = Id<Story>.New(), CommunityId = community, Kind = kind };
        story.Tell(wish);
        unit.Db.Add(new Thing { Id = story.Id.As<Thing>(), Kind = ThingKind.Story, CommunityId = community, ScopeId = own, AuthorId = by, CreatedAt = unit.Now });
        unit.Db.Add(story);
        unit.Journal(by, "story.told", story.Id.Value, community, inverse: "story.taken-down");
        unit.Reindex(story.Id.As<Thing>());
        await unit.Db.SaveChangesAsync();
        return story.Id;
    }

    /// <summary>A story of us: a live page on what its tellers have in common, begun with what to gather. Sent twice with the same key it is begun once.</summary>
    public static async Task<Id<Story>> BeginStoryOfUs(this Unit unit, Id<Actor> by, Id<Community> community, Id<Scope> rung, Id<Thing> on, string title, string text, Id<Page>? key = null)
    {
        var page = await unit.BeginPage(by, community, rung, title, on, MarkdownPage.Change(text, isTemplate: true), key);
        var id = page.As<Story>();
        if (!await unit.Db.The<Story>().AnyAsync(s => s.Id == id)) unit.Db.Add(new Story { Id = id, CommunityId = community, Kind = StoryKind.Us });
        await unit.Db.SaveChangesAsync();
        return id;
    }

    public static async Task SetStory(this Unit unit, Id<Actor> by, Id<Story> id, StoryWish wish)
    {
        var story = await unit.FindStory(id);
        story.Tell(wish);
        unit.Journal(by, "story.set", id.Value, story.CommunityId);
        unit.Reindex(id.As<Thing>());
    }

    /// <summary>What kinds of value it shows.</summary>
    public static async Task ShowValues(this Unit unit, Id<Story> id, IReadOnlyList<ValueKind> kinds) => (await unit.FindStory(id)).Show(kinds);

    /// <summary>On another rung: what others allowed in it for fewer people does not go along, they are asked anew.</summary>
    public static async Task OpenStory(this Unit unit, Id<Actor> by, Id<Story> id, Rung from, Rung to, string reason)
    {
        var (story, thing) = (await unit.FindStory(id), await unit.ThingOf(id.As<Thing>()));
        (thing.ScopeId, story.Reason) = (to.Id, to.IsWiderThan(from) ? reason : "");
        await unit.AskMomentsAnew(id, to.Id, to.IsWiderThan(from));
        unit.Journal(by, "story.moved", id.Value, story.CommunityId);
        unit.Reindex(thing.Id);
    }

    public static async Task TakeDownStory(this Unit unit, Id<Actor> by, Id<Story> id)
    {
        if (await unit.PutInBin(by, id.As<Thing>(), StoryPurging.KindOfWork) is not { } thing) return;
        unit.Journal(by, "story.taken-down", id.Value, thing.CommunityId, inverse: "story.put-back");
        unit.Reindex(thing.Id);
    }

    /// <summary>False where the thirty days are over.</summary>
    public static async Task<bool> PutBackStory(this Unit unit, Id<Actor> by, Id<Story> id)
    {
        if (await unit.TakeFromBin(id.As<Thing>()) is not { } thing) return false;
        unit.Journal(by, "story.put-back", id.Value, thing.CommunityId, inverse: "story.taken-down");
        unit.Reindex(thing.Id);
        return true;
    }

    private static Task<Story> FindStory(this Unit unit, Id<Story> id) => unit.Db.The<Story>().AsTracking().SingleAsync(s => s.Id == id);
}
