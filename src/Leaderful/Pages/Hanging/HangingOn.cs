using Leaderful.Data;
using Leaderful.Linking;
using Leaderful.Shared.Web;

namespace Leaderful.Pages.Hanging;

public static class HangingOn
{
    /// <summary>What somebody may hang a page on: whatever page or conversation they read, and a circle they belong to.</summary>
    public static async Task<AboutThing?> ThingToHangOn(this Db db, Viewer viewer, Id<Thing>? on) =>
        await db.ThingHungOn(viewer, on) is { } thing && (thing.Kind != ThingKind.Circle || viewer.Me.Circles.Any(c => c.Id.As<Thing>() == thing.Id)) ? thing : null;
}
