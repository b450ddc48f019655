namespace Leaderful.Shared.Web;

/// <summary>Fonts, icons, our stylesheet and script, compressed when published. What is asked for with its mark never changes.</summary>
public static class OwnFiles
{
    private const string ForGood = "public, max-age=31536000, immutable";

    public static void MapOwnFiles(this WebApplication app) =>
        app.MapStaticAssets().ForAnyone("the look of a page is no secret").WithMetadata(new Ours());

    /// <summary>
    /// Only for these files, whatever the address says: a page with a mark in its address is still somebody's own. Fonts keep
    /// their names for as long as they keep their shapes.
    /// </summary>
    public static string? CacheFor(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Ours>() is not null
        && (context.Request.Query.ContainsKey("v") || context.Request.Path.StartsWithSegments("/fonts", StringComparison.Ordinal)) ? ForGood : null;

    private sealed record Ours;
}
