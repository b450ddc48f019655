using Leaderful.Shared;
using Leaderful.Tests;
using Leaderful.Tests.Crawl;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

/// <summary>Longer words from right to left, and paper.</summary>
public class DirectionTests(Hall hall, LivedInWorld world) : InHall(hall)
{
    [Fact(Timeout = Hall.Longest)]
    public async Task A_longer_language_from_right_to_left_turns_every_page_and_fits_a_phone()
    {
        var page = await Open(world, world.Ines, language: Languages.Mirrored);
        var wrong = new List<string>();
        foreach (var path in new[] { "/", "/me", "/communities", "/communities/new", "/parts", "/c/millbrook", "/c/millbrook/conversations", $"/c/millbrook/conversations/{world.Garden}", "/c/millbrook/conversations/new",
            "/c/millbrook/people", "/c/millbrook/agreements", "/c/millbrook/invitations", "/c/millbrook/requests", "/c/millbrook/stewards", "/c/millbrook/settings", "/c/millbrook/about", "/c/millbrook/leaving", "/c/millbrook/bin", $"/join/{world.Invitation}" })
        {
            await page.GotoAsync(path);
            await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
            wrong.AddRange((await Looks.Wrong(Hall, page, withAxe: false)).Where(w => !w.StartsWith("a target", StringComparison.Ordinal)).Select(w => $"{path}: {w}"));
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task The_margin_and_the_way_back_stand_on_the_other_side()
    {
        var page = await Open(world, world.Ines, phone: false, language: Languages.Mirrored);
        await page.GotoAsync($"/c/millbrook/conversations/{world.Garden}");
        var places = (await page.Locator(".contents").BoundingBoxAsync())!;
        var matter = (await page.Locator(".matter").First.BoundingBoxAsync())!;
        Assert.True(places.X > matter.X + matter.Width, "The places stand on the left of the page.");
    }

    [Fact(Timeout = Hall.Longest)]
    public async Task On_paper_there_is_what_was_said_and_nothing_to_press()
    {
        var page = await Open(world, world.Ines, phone: false, dark: true);
        await page.GotoAsync($"/c/millbrook/conversations/{world.Garden}");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var away in new[] { ".mast", ".bar", ".contents", ".reply", ".post-foot", ".skip" })
            await Assertions.Expect(page.Locator(away).First).ToBeHiddenAsync();
        await page.Locator(".post .read").First.IsShown();
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("() => getComputedStyle(document.body.parentElement).backgroundColor"));
        Assert.NotEmpty(await page.PdfAsync());
    }
}
