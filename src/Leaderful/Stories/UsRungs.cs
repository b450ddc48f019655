using Leaderful.Data;
using Leaderful.Initiatives;
using Leaderful.Linking;
using Leaderful.Shared.Web;

namespace Leaderful.Stories;

public static class UsRungs
{
    /// <summary>Who reads a story of us at first: whoever sees the initiative, or the circle's own; nothing where it is not theirs to tell.</summary>
    internal static async Task<Id<Scope>?> RungOfUs(this Db db, Viewer viewer, AboutThing place) => place.Kind switch
    {
        ThingKind.Initiative => (await InitiativeAccess.ForCarrying(db, viewer, place.Id.As<Initiative>()))?.ScopeId,
        ThingKind.Circle => viewer.Me.Circles.FirstOrDefault(c => c.Id.As<Thing>() == place.Id)?.ScopeId,
        _ => null,
    };
}
