using Microsoft.AspNetCore.Mvc;

namespace Leaderful.Files;

public static class BringingFilesRoute
{
    /// <summary>The few routes that take more than a page of text.</summary>
    public static T BringingFiles<T>(this T route) where T : IEndpointConventionBuilder =>
        route.WithMetadata(new RequestSizeLimitAttribute(Upload.MostRequest));
}
