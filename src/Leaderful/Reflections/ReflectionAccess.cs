using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Reflections;

/// <summary>A reflection with what it looks back at, where its writer still sees that.</summary>
public sealed record ListedReflection(Reflection It, string? Initiative, DateTime BegunAt, DateTime? DeletedAt)
{
    public Id<Reflection> Id => It.Id;
}

/// <summary>The one door to reflections: each is there for whoever writes it.</summary>
public static class ReflectionAccess
{
    public static async Task<ListedReflection?> ForWriting(Db db, Viewer viewer, Id<Reflection> id) => await Find(db, viewer, id) is { DeletedAt: null } found ? found : null;

    public static async Task<ListedReflection?> ForPuttingBack(Db db, Viewer viewer, Id<Reflection> id) => await Find(db, viewer, id) is { DeletedAt: not null } found ? found : null;

    private static Task<ListedReflection?> Find(Db db, Viewer viewer, Id<Reflection> id) => db.ReflectionsOf(viewer, db.The<Thing>(), db.The<Reflection>().Where(r => r.Id == id)).SingleOrDefaultAsync();
}
