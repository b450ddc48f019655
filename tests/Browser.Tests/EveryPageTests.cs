using System.Text.RegularExpressions;
using Leaderful.Tests;
using Leaderful.Tests.Crawl;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

/// <summary>Every page there is, as whoever may see it, on a phone by day and on a laptop by lamp.</summary>
public partial class EveryPageTests(Hall hall, LivedInWorld world) : IClassFixture<LivedInWorld>
{
    [Theory]
    [InlineData("anyone")]
    [InlineData("member")]
    [InlineData("steward")]
    public async Task Every_page_can_be_seen_touched_and_reached(string role)
    {
        var paths = await Paths(role);
        Assert.True(paths.Count > 5, $"Only {paths.Count} pages were found.");
        var wrong = new List<string>();
        foreach (var phone in new[] { true, false })
        {
            var page = await hall.Open(world, Visitor(role), phone, dark: !phone);
            foreach (var path in paths)
            {
                await page.GotoAsync(path);
                wrong.AddRange((await Looks.Wrong(hall, page)).Select(w => $"{path} ({(phone ? "phone" : "laptop")}): {w}"));
            }
            await page.Context.CloseAsync();
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>One page of each kind; what a stranger sees too is looked at as a stranger.</summary>
    private async Task<List<string>> Paths(string role)
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        var paths = new List<string>();
        var starts = new[] { "/", "/c/millbrook", "/c/millbrook/conversations/" + world.Garden, "/join/" + world.Invitation, "/parts", "/nothing-here", "/sign-in" };
        await foreach (var (path, _) in new Crawler(Visitor(role), "en").From(starts))
            if (kinds.Add(Ids().Replace(path, "*")) && (role == "anyone" || path is not ("/parts" or "/nothing-here" or "/sign-in"))) paths.Add(path);
        return paths;
    }

    private Visitor Visitor(string role) => role switch { "anyone" => world.Anyone(), "member" => world.Ruth, _ => world.Ines };

    [GeneratedRegex("[A-Za-z0-9_-]{22,}|=[^&]*|/[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Ids();
}
