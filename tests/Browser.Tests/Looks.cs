using Microsoft.Playwright;
using Xunit;

namespace Leaderful.Browser.Tests;

/// <summary>What is true of every page as it is shown: nothing axe would call serious, nothing too wide, too small or unseen.</summary>
public static class Looks
{
    private static readonly string Axe = Text(typeof(Deque.AxeCore.Commons.AxeRunOptions), "Deque.AxeCore.Commons.Resources.axe.min.js");
    private static readonly string Own = Text(typeof(Looks), "looks.js");

    /// <summary>The letters in a person's ring are a drawing, not the name of a link; axe's own rule of thumb takes them for words.</summary>
    private const string Ask = """
        async () => (await axe.run(document, {
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
          rules: { "label-content-name-mismatch": { enabled: false } }, resultTypes: ["violations"], elementRef: false,
        })).violations.filter(v => v.impact === "serious" || v.impact === "critical")
          .map(v => `${v.id} (${v.impact}): ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html).join(" | ")}`)
        """;

    public static async Task<IReadOnlyList<string>> Wrong(Hall hall, IPage page, bool withAxe = true)
    {
        await Soon(page.EvaluateAsync("() => document.fonts.ready.then(() => true)"), page);
        var wrong = new List<string>(await Soon(page.EvaluateAsync<string[]>(Own), page));
        wrong.AddRange(hall.Troubles(page).Select(t => $"the console says: {t}"));
        if (!withAxe) return wrong;
        await Soon(page.EvaluateAsync(Axe), page);
        wrong.AddRange(await Soon(page.EvaluateAsync<string[]>(Ask), page));
        hall.Troubles(page);
        return wrong;
    }

    public static async Task AreRight(Hall hall, IPage page)
    {
        var wrong = await Wrong(hall, page);
        Assert.True(wrong.Count == 0, $"{page.Url}:\n{string.Join('\n', wrong)}");
    }

    /// <summary>What a page is asked has no patience of its own.</summary>
    private static async Task<T> Soon<T>(Task<T> answer, IPage page)
    {
        try
        {
            return await answer.WaitAsync(TimeSpan.FromMinutes(1));
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{page.Url} did not answer within a minute.", late);
        }
    }

    private static string Text(Type from, string name)
    {
        using var reader = new StreamReader(from.Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
