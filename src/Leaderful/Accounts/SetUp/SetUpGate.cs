namespace Leaderful.Accounts;

public static class SetUpGate
{
    public const string Path = "/set-up";

    /// <summary>While nobody is there, every page leads to the set-up.</summary>
    public static void UseSetUpGate(this IApplicationBuilder app)
    {
        var state = app.ApplicationServices.GetRequiredService<SetUpState>();
        app.Use(async (context, next) =>
        {
            if (IsLook(context) || context.Request.Path == Path || await state.IsDone()) await next(context);
            else context.Response.Redirect(Path);
        });
    }

    /// <summary>The stylesheet, script and fonts of the page itself.</summary>
    private static bool IsLook(HttpContext context) => System.IO.Path.HasExtension(context.Request.Path.Value);
}
