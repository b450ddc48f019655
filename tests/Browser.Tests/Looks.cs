using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

/// <summary>What is true of every page as it is shown: nothing axe would call serious, nothing too wide, too small or unseen.</summary>
public static class Looks
{
    private static readonly string Own = new StreamReader(typeof(Looks).Assembly.GetManifestResourceStream("looks.js")!).ReadToEnd();

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    public static async Task<IReadOnlyList<string>> Wrong(Hall hall, IPage page)
    {
        await page.EvaluateAsync("() => document.fonts.ready");
        var wrong = new List<string>(await page.EvaluateAsync<string[]>(Own));
        wrong.AddRange(hall.Troubles(page).Select(t => $"the console says: {t}"));
        var result = await page.RunAxe(Rules);
        wrong.AddRange(result.Violations.Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{v.Id} ({v.Impact}): {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        hall.Troubles(page);
        return wrong;
    }

    public static async Task AreRight(Hall hall, IPage page) =>
        Assert.Empty(await Wrong(hall, page));
}
