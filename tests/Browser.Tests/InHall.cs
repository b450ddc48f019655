using Leaderful.Tests;
using Microsoft.Playwright;

namespace Leaderful.Browser.Tests;

/// <summary>Whoever comes into the hall for a test leaves it when the test is over.</summary>
public abstract class InHall(Hall hall) : IAsyncDisposable
{
    private readonly List<IPage> open = [];

    protected Hall Hall => hall;

    protected async Task<IPage> Open(World world, Visitor? who = null, bool phone = true, bool dark = false, bool script = true, string? language = null)
    {
        var page = await hall.Open(world, who, phone, dark, script, language);
        open.Add(page);
        return page;
    }

    protected Task LooksRight(IPage page) => Looks.AreRight(hall, page);

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
