using Leaderful.Tests;
using Microsoft.Playwright;

namespace Leaderful.Browser.Tests;

/// <summary>Whoever comes into the hall for a test leaves it when the test is over.</summary>
public abstract class InHall(Hall hall) : IAsyncDisposable
{
    private readonly List<IPage> open = [];
    private int kept;

    protected Hall Hall => hall;

    protected async Task<IPage> Open(World world, Visitor? who = null, bool phone = true, bool dark = false, bool script = true, string? language = null, bool policy = true)
    {
        var page = await hall.Open(world, who, phone, dark, script, language, policy);
        open.Add(page);
        return page;
    }

    protected async Task LooksRight(IPage page)
    {
        await Looks.AreRight(hall, page);
        await Keep(page);
    }

    /// <summary>For whoever wants to see what was looked at, in its order.</summary>
    protected async Task Keep(IPage page)
    {
        if (Environment.GetEnvironmentVariable("LEADERFUL_PICTURES") is not { } folder) return;
        await page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(folder, FormattableString.Invariant($"{GetType().Name}-{++kept:00}-{page.ViewportSize!.Width}.png")) });
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var page in open) await Leave(page);
    }

    /// <summary>One that does not close in time is closed with the browser.</summary>
    private static async Task Leave(IPage page)
    {
        try
        {
            await page.Context.CloseAsync().WaitAsync(TimeSpan.FromSeconds(30));
        }
        catch (TimeoutException)
        {
        }
    }
}
