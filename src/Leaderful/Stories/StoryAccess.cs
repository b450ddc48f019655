using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Stories;

/// <summary>A story as one reader finds it. One of us has the title of its page, and hangs where that does.</summary>
public sealed record StoryHead(Story It, string Title, Id<Scope> ScopeId, Id<Actor> AuthorId, string Author, DateTime BegunAt)
{
    public DateTime? DeletedAt { get; init; }
    public Id<Actor>? DeletedById { get; init; }

    /// <summary>What the page of a story of us hangs on.</summary>
    public Id<Thing>? OnId { get; init; }

    /// <summary>Whether this reader tells it: their own, or one of a team or a circle of theirs.</summary>
    public bool Tells { get; init; }

    public Id<Story> Id => It.Id;
    public bool IsUs => It.Kind == StoryKind.Us;
}

/// <summary>The one door to stories. Whoever is on its rung reads it, and its teller always; its teller changes it, one of us is its team's.</summary>
public static class StoryAccess
{
    public static async Task<StoryHead?> ForReading(Db db, Viewer viewer, Id<Story> id) => await Find(db, viewer, id) is { DeletedAt: null } found ? found : null;

    public static async Task<StoryHead?> ForTelling(Db db, Viewer viewer, Id<Story> id) => await ForReading(db, viewer, id) is { Tells: true } found ? found : null;

    /// <summary>A story of us is opened as its page is.</summary>
    public static async Task<StoryHead?> ForOpening(Db db, Viewer viewer, Id<Story> id) => await ForTelling(db, viewer, id) is { IsUs: false } found ? found : null;

    public static async Task<StoryHead?> ForTakingDown(Db db, Viewer viewer, Id<Story> id) => await ForReading(db, viewer, id) is { } found && MayTakeDown(viewer, found) ? found : null;

    /// <summary>Who took it down; and a steward what a steward took down.</summary>
    public static async Task<StoryHead?> ForPuttingBack(Db db, Viewer viewer, Id<Story> id) =>
        await Find(db, viewer, id) is { DeletedAt: not null, IsUs: false } found
        && (viewer.Me.ActorId == found.DeletedById || (viewer.Here.IsSteward && found.AuthorId != found.DeletedById)) ? found : null;

    /// <summary>Its teller; and those who tend the community. That of us goes with its page.</summary>
    public static bool MayTakeDown(Viewer viewer, StoryHead head) => !head.IsUs && (head.Tells || viewer.Here.IsSteward);

    private static Task<StoryHead?> Find(Db db, Viewer viewer, Id<Story> id) => db.HeadsOf(viewer, db.The<Thing>(), db.The<Story>().Where(s => s.Id == id)).SingleOrDefaultAsync();
}
