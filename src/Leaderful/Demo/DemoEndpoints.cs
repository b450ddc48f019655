using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Demo;

/// <summary>Coming in as somebody made up. Without the demo's setting there is no such route.</summary>
public static class DemoEndpoints
{
    public static void MapDemo(this WebApplication app)
    {
        app.MapGroup("/demo").ForAnyone("only where the demo runs: everybody is made up").MapPost("/arrivals", Arrive).RequireRateLimiting(RateLimits.Knocking);
        app.Lifetime.ApplicationStarted.Register(() => Announce(app));
    }

    private static async Task<IResult> Arrive(HttpContext context, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (Guest.All.FirstOrDefault(g => g.Key == form["who"]) is not { } guest) return Results.NotFound();
        var key = Person.KeyOf(guest.Address);
        if (await db.The<Person>().SingleOrDefaultAsync(p => p.EmailKey == key) is not { } person) return Results.NotFound();
        var came = await writes.Do(unit => unit.LetIn(person, viewer.Session, DeviceName.Of(context, viewer.Words)));
        if (came.Token is { } cookie) DeviceCookie.Give(context, cookie);
        return Screen.Go("/");
    }

    private static void Announce(WebApplication app)
    {
        var words = app.Services.GetRequiredService<Languages>().English;
        var who = string.Join(", ", Guest.All.Select(g => g.Name));
        Console.WriteLine($"\n  {words.Say("demo.console", ("who", who))}\n\n    {app.Urls.FirstOrDefault() ?? ""}/sign-in\n");
    }
}
