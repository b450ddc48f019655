using Leaderful.Assets.Calls;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Assets;

/// <summary>Who can help with what was asked; or, where nothing was, what was offered last.</summary>
public sealed record AssetsModel(string Asked, FoundAssets Found, IReadOnlyList<AssetHolder> Lately, DateTime Now)
{
    public IReadOnlyList<ListedExchange> Exchanges { get; init; } = [];
    public CallsShown Calls { get; init; } = new([], null);
}

public static class AssetEndpoints
{
    public static void MapAssets(this IEndpointRouteBuilder app)
    {
        var assets = app.MapGroup("/c/{community}/assets").ForMembers("it finds what each opened to its reader");
        assets.MapGet("", Show);
        assets.MapSynonyms();
        assets.MapExchanges();
        app.MapCalls();
        app.MapCallByLink();
    }

    private static async Task<IResult> Show(Viewer viewer, Db db, HouseWords house, TimeProvider time, string? q)
    {
        var (asked, now) = (Clean.Line(q ?? "") is { Length: > Need.LongestText } most ? most[..Need.LongestText] : Clean.Line(q ?? ""), time.Utc());
        if (asked.Length > 0)
        {
            var need = Need.Of(asked, house, await db.SynonymsIn(viewer.Here.Id));
            return Screen.Show<AssetsPage, AssetsModel>(new(asked, await db.WhoCanHelp(viewer, now, need), [], now));
        }
        return Screen.Show<AssetsPage, AssetsModel>(new("", new([], []), await db.LatelyOffered(viewer, now), now)
        {
            Exchanges = await db.MyExchanges(viewer.Me, viewer.Here),
            Calls = new(await db.OpenCalls(viewer, now), await db.CallWordsOf(viewer.Me.PersonId, viewer.Here.Id)),
        });
    }
}
