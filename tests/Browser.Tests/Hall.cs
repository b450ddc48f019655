using System.Collections.Concurrent;
using Leaderful.Tests;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Leaderful.Browser.Tests.Hall))]
[assembly: AssemblyFixture(typeof(Leaderful.Browser.Tests.LiveWorld))]
[assembly: AssemblyFixture(typeof(Leaderful.Browser.Tests.LivedInWorld))]

namespace Leaderful.Browser.Tests;

/// <summary>One Chromium for all tests; each person gets a browser context of their own.</summary>
public sealed class Hall : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    /// <summary>In milliseconds; a machine with two cores and other work to do is slow, not wrong.</summary>
    private const float Patience = 30_000;

    /// <summary>In milliseconds. No test is as long; one that is waits for a browser that has stopped answering.</summary>
    public const int Longest = 240_000;

    private readonly ConcurrentDictionary<IPage, ConcurrentQueue<string>> troubles = new();
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience / 2);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Headless = true, Args = Arguments });
    }

    /// <summary>A phone (360 px wide) or a laptop (1280 px) in somebody's hands; without our policy, one that would run whatever it is given.</summary>
    public async Task<IPage> Open(World world, Visitor? who = null, bool phone = true, bool dark = false, bool script = true, string? language = null, bool policy = true)
    {
        // Passkeys want a name, not a number, so people come by localhost.
        var address = world.Address.ToString().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address, Locale = language is null ? "en-GB" : null, TimezoneId = "Europe/Berlin", JavaScriptEnabled = script,
            ViewportSize = phone ? new() { Width = 360, Height = 740 } : new() { Width = 1280, Height = 800 },
            HasTouch = phone, IsMobile = phone, DeviceScaleFactor = 1,
            BypassCSP = !policy, ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce,
            ExtraHTTPHeaders = language is null ? null : [KeyValuePair.Create("Accept-Language", language)],
        });
        if (who?.Token is { } token)
            await context.AddCookiesAsync([new() { Name = "leaderful", Value = token, Url = address, HttpOnly = true, SameSite = SameSiteAttribute.Lax }]);
        return await OpenIn(context);
    }

    /// <summary>Another tab in somebody's browser.</summary>
    public async Task<IPage> OpenIn(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        Listen(page);
        return page;
    }

    /// <summary>What the browser complained about since this was last asked.</summary>
    public IReadOnlyList<string> Troubles(IPage page)
    {
        var said = new List<string>();
        while (troubles[page].TryDequeue(out var one)) said.Add(one);
        return said;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private void Listen(IPage page)
    {
        var said = troubles[page] = new();
        page.PageError += (_, error) => said.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !IsThePageItself(page, message)) said.Enqueue(message.Text);
        };
    }

    /// <summary>A page that says 404 or 422 is meant to.</summary>
    private static bool IsThePageItself(IPage page, IConsoleMessage message) =>
        message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(page.Url.Split('#')[0], StringComparison.Ordinal);
}
