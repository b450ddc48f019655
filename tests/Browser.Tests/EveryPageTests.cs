using System.Text.RegularExpressions;
using Leaderful.Tests;
using Leaderful.Tests.Crawl;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

public sealed class EveryPageOnAPhoneByDayTests(Hall hall, LivedInWorld world) : EveryPageTests(hall, world, phone: true);

public sealed class EveryPageOnALaptopByLampTests(Hall hall, LivedInWorld world) : EveryPageTests(hall, world, phone: false);

/// <summary>Every page there is, as whoever may see it.</summary>
public abstract partial class EveryPageTests(Hall hall, LivedInWorld world, bool phone) : InHall(hall)
{
    [Fact(Timeout = Hall.Longest)]
    public Task A_stranger_can_see_touch_and_reach_every_page() => Visit(world.Anyone(), withAxe: true, "/parts", "/sign-in", "/sign-in/sent", "/nothing-here");

    [Fact(Timeout = Hall.Longest)]
    public Task A_member_can_see_touch_and_reach_every_page() => Visit(world.Ruth, withAxe: false);

    [Fact(Timeout = Hall.Longest)]
    public Task A_steward_can_see_touch_and_reach_every_page() => Visit(world.Ines, withAxe: true);

    private async Task Visit(Visitor who, bool withAxe, params string[] more)
    {
        var page = await Open(world, who, phone, dark: !phone);
        var (wrong, kinds) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        string[] starts = ["/", "/c/millbrook", $"/c/millbrook/conversations/{world.Garden}", $"/join/{world.Invitation}", .. more];
        await foreach (var (path, _) in new Crawler(who, "en").From(starts))
        {
            if (!kinds.Add(Ids().Replace(path, "*"))) continue;
            await page.GotoAsync(path);
            wrong.AddRange((await Looks.Wrong(Hall, page, withAxe)).Select(w => $"{path}: {w}"));
        }
        Assert.True(kinds.Count >= 8, $"Only {kinds.Count} kinds of page were found.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>One page of each kind is enough.</summary>
    [GeneratedRegex("[A-Za-z0-9_-]{22,}|=[^&]*|/[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Ids();
}
