using Leaderful.Tests;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Leaderful.Browser.Tests.Hall))]

namespace Leaderful.Browser.Tests;

/// <summary>One Chromium for all tests; each person gets a browser context of their own.</summary>
public sealed class Hall : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Headless = true, Args = Arguments });
    }

    /// <summary>A phone (360 px wide) or a laptop (1280 px) in somebody's hands.</summary>
    public async Task<IPage> Open(World world, Visitor? who = null, bool phone = true, bool dark = false)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = world.Address.ToString(), Locale = "en-GB", TimezoneId = "Europe/Berlin",
            ViewportSize = phone ? new() { Width = 360, Height = 740 } : new() { Width = 1280, Height = 800 },
            HasTouch = phone, IsMobile = phone, DeviceScaleFactor = phone ? 2 : 1,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        if (who?.Token is { } token)
            await context.AddCookiesAsync([new() { Name = "leaderful", Value = token, Url = world.Address.ToString(), HttpOnly = true, SameSite = SameSiteAttribute.Lax }]);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
