using System.Text.RegularExpressions;

namespace Leaderful.Tests.Crawl;

/// <summary>Follows every link of our own from page to page, one page of each kind. What is to be taken along is no page, and tools the reader is not shown are left alone.</summary>
public sealed partial class Crawler(Visitor visitor, string language)
{
    private const int MostOfAKind = 3;

    private readonly Dictionary<string, int> kinds = new(StringComparer.Ordinal);

    public async IAsyncEnumerable<(string Path, Screen Screen)> From(params string[] starts)
    {
        visitor.Client.DefaultRequestHeaders.Remove("Accept-Language");
        visitor.Client.DefaultRequestHeaders.Add("Accept-Language", language);
        var waiting = new Queue<string>(starts);
        var seen = new HashSet<string>(starts, StringComparer.Ordinal);
        while (waiting.TryDequeue(out var path))
        {
            var kind = Ids().Replace(path, "*");
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            if (kinds[kind] > MostOfAKind) continue;
            var screen = await visitor.Follow(await visitor.Get(path));
            yield return (path, screen);
            foreach (var link in screen.Page.QuerySelectorAll("a[href^='/']:not([download])").Where(a => a.Closest(".own") is null).Select(a => a.GetAttribute("href")!.Split('#')[0]))
                if (seen.Add(link)) waiting.Enqueue(link);
        }
    }

    [GeneratedRegex("[A-Za-z0-9_-]{22,}|=[^&]*|/[0-9]+")]
    private static partial Regex Ids();
}
