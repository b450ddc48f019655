using Leaderful.Data;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OneToOnes.Years;

public sealed record YearsModel(IReadOnlyList<Met> All, DateTime Now);

/// <summary>A quiet picture of whom one met; it is nobody else's.</summary>
public static class YearsEndpoints
{
    public static void MapYears(this RouteGroupBuilder mine) =>
        mine.MapGet("/years", async (Viewer viewer, Db db, TimeProvider time) => Screen.Show<YearsPage, YearsModel>(new(await db.MetOf(viewer, time.Utc()), time.Utc())));
}
