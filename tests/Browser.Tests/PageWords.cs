using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

/// <summary>What a person looks for on a page: by its words.</summary>
public static class PageWords
{
    public static ILocator Field(this IPage page, string label) => page.GetByLabel(label, new() { Exact = true });

    public static ILocator Button(this IPage page, string words) => page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true });

    public static ILocator Link(this IPage page, string words) => page.GetByRole(AriaRole.Link, new() { Name = words, Exact = true });

    public static ILocator Heading(this IPage page, string words) => page.GetByRole(AriaRole.Heading, new() { Name = words, Exact = true });

    public static ILocator Toast(this IPage page) => page.Locator(".toast");

    /// <summary>The words of a post are shown.</summary>
    public static ILocator Post(this IPage page, string words) => page.Locator(".thread > li").Filter(new() { HasText = words });

    public static Task IsShown(this ILocator locator) => Assertions.Expect(locator).ToBeVisibleAsync();

    public static Task IsGone(this ILocator locator) => Assertions.Expect(locator).ToHaveCountAsync(0);

    /// <summary>Tab after Tab; nothing traps.</summary>
    public static async Task Reach(this IPage page, ILocator what)
    {
        await what.IsShown();
        for (var stop = 0; stop < 80; stop++)
        {
            if (await what.EvaluateAsync<bool>("e => e === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{what} is not reached in eighty steps.");
    }

    /// <summary>With a key, as somebody without a mouse does.</summary>
    public static async Task PressOn(this ILocator locator, string key = "Enter")
    {
        await locator.FocusAsync();
        await locator.PressAsync(key);
    }
}
