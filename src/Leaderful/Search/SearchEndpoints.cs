using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace Leaderful.Search;

/// <summary>A page of what was found. <c>In</c> is the community that was chosen on the page over all of them.</summary>
public sealed record SearchModel(SearchWish Wish, IReadOnlyList<Found> Found, bool More, Here? In, string Path)
{
    /// <summary>The same search, narrowed or turned to another page.</summary>
    public string To(FoundKind? kind, Here? community, int page = 1) => QueryHelpers.AddQueryString(Path, new Dictionary<string, string?>
    {
        ["q"] = Wish.IsEmpty ? null : Wish.Text,
        ["kind"] = kind?.Key(),
        ["in"] = community?.Slug,
        ["page"] = page > 1 ? page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
    });
}

public static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder app)
    {
        app.MapGroup("/search").ForPeople("it finds only what they may read").MapGet("", Everywhere);
        app.MapGroup("/c/{community}/search").ForMembers("it finds what is their community's").MapGet("", InOne);
    }

    private static async Task<IResult> Everywhere(Viewer viewer, Db db, TimeProvider time, string? q, string? kind, string? @in, int page = 1)
    {
        var chosen = @in is { Length: > 0 } slug ? viewer.Me.In(slug) : null;
        return await Answer(db, SearchPlace.Of(viewer.Me, chosen, time.Utc()), SearchWish.Of(q, kind, page), chosen, "/search");
    }

    private static Task<IResult> InOne(Viewer viewer, Db db, TimeProvider time, string? q, string? kind, int page = 1) =>
        Answer(db, SearchPlace.Of(viewer.Me, viewer.Here, time.Utc()), SearchWish.Of(q, kind, page), null, $"{viewer.Here.Path}/search");

    private static async Task<IResult> Answer(Db db, SearchPlace place, SearchWish wish, Here? chosen, string path)
    {
        var page = await db.Search(place, wish);
        var found = await db.Show(place, wish, [.. page.Take(SearchQueries.PageSize)]);
        return Screen.Show<SearchPage, SearchModel>(new SearchModel(wish, found, page.Count > SearchQueries.PageSize, chosen, path));
    }
}
