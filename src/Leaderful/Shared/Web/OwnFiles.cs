namespace Leaderful.Shared.Web;

/// <summary>Fonts, icons, our stylesheet and script, compressed when published. What is asked for with its mark never changes.</summary>
public static class OwnFiles
{
    private const string ForGood = "public, max-age=31536000, immutable";

    public static void MapOwnFiles(this WebApplication app) =>
        app.MapStaticAssets().ForAnyone("the look of a page is no secret");

    /// <summary>Fonts keep their names for as long as they keep their shapes.</summary>
    public static string? CacheFor(HttpRequest request) =>
        request.Query.ContainsKey("v") || request.Path.StartsWithSegments("/fonts", StringComparison.Ordinal) ? ForGood : null;
}
