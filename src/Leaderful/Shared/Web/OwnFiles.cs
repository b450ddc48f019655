namespace Leaderful.Shared.Web;

public static class OwnFiles
{
    /// <summary>Fonts, icons, our stylesheet and script. What is asked for with its mark never changes.</summary>
    public static void UseOwnFiles(this IApplicationBuilder app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
            file.Context.Request.Query.ContainsKey("v") || file.File.Name.EndsWith(".woff2", StringComparison.Ordinal)
                ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    });
}
