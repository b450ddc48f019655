using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Leaderful.Tests.Live;

/// <summary>A page that stays open: it takes what comes over the event stream as the browser does.</summary>
public sealed class Watcher : IAsyncDisposable
{
    private static readonly HtmlParser Parser = new();

    private readonly HttpResponseMessage response;
    private readonly StreamReader lines;
    private readonly CancellationTokenSource closing = new();

    private Watcher(HttpResponseMessage response, Stream stream, IDocument page)
    {
        (this.response, Page) = (response, page);
        lines = new StreamReader(stream);
    }

    public IDocument Page { get; }
    public long Version { get; private set; }
    public string? Ended { get; private set; }
    public List<(string Stream, long Version, string Html)> Changes { get; } = [];

    public static string NameOn(Screen page) => page.Page.QuerySelector("[data-live]")!.GetAttribute("data-live")!;

    public static Task<Watcher> Open(Visitor who, Screen page) =>
        Ask(who, page, $"{NameOn(page)}@{page.Page.QuerySelector("[data-live]")!.GetAttribute("data-version")}");

    public static async Task<Watcher> Ask(Visitor who, Screen page, string wish, string? language = null, string? then = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/live?s={Uri.EscapeDataString(wish)}{(then is null ? "" : $"&s={Uri.EscapeDataString(then)}")}");
        if (language is not null) request.Headers.Add("Accept-Language", language);
        var answer = await who.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new Watcher(answer, await answer.Content.ReadAsStreamAsync(), page.Page);
    }

    public HttpResponseMessage Response => response;

    /// <summary>Reads until the stream has brought the page to this version, or has ended.</summary>
    public async Task Until(long version)
    {
        // A beat comes every few seconds, so a stream that brings nothing more is read no longer than this.
        for (var begun = Stopwatch.GetTimestamp(); Version < version && Ended is null && await Next();)
            if (Stopwatch.GetElapsedTime(begun) > TimeSpan.FromMinutes(1)) throw new TimeoutException($"It brought version {Version}, not {version}.");
    }

    /// <summary>Reads one event, the comments between them included.</summary>
    public async Task<bool> Next()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(closing.Token);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        string kind = "", data = "";
        while (await lines.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal)) kind = line[7..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal)) data = line[6..];
            else if (line.Length == 0) return Take(kind, data);
        }
        Ended ??= "closed";
        return false;
    }

    private bool Take(string kind, string data)
    {
        if (kind == "ended") Ended = data;
        if (kind != "change") return true;
        using var json = JsonDocument.Parse(data);
        var (version, html) = (json.RootElement.GetProperty("version").GetInt64(), json.RootElement.GetProperty("html").GetString()!);
        if (version <= Version) return true;
        Version = version;
        Changes.Add((json.RootElement.GetProperty("stream").GetString()!, version, html));
        Apply(html);
        return true;
    }

    /// <summary>An id that is there is replaced; one that is not goes into <c>data-into</c>, by <c>data-order</c>.</summary>
    private void Apply(string html)
    {
        foreach (var fresh in Parser.ParseFragment(html, Page.Body!).OfType<IElement>().Where(e => e.Id is { Length: > 0 }).ToList())
        {
            if (fresh.HasAttribute("data-gone")) Page.GetElementById(fresh.Id!)?.Remove();
            else if (Page.GetElementById(fresh.Id!) is { } old) Replace(old, fresh);
            else if (fresh.GetAttribute("data-into") is { } into && Page.GetElementById(into) is { } list) Insert(list, fresh);
        }
    }

    /// <summary>What says that it moves goes where it belongs, or from the page where that is not on it.</summary>
    private void Replace(IElement old, IElement fresh)
    {
        old.Replace(fresh);
        if (!fresh.HasAttribute("data-moves") || fresh.GetAttribute("data-into") is not { } into || fresh.ParentElement?.Id == into) return;
        fresh.Remove();
        if (Page.GetElementById(into) is { } there) Insert(there, fresh);
    }

    private static void Insert(IElement list, IElement fresh)
    {
        var next = list.Children.FirstOrDefault(c => c.HasAttribute("data-order") && Order(c) > Order(fresh));
        if (next is null) list.AppendChild(fresh);
        else list.InsertBefore(fresh, next);
    }

    private static double Order(IElement element) => double.Parse(element.GetAttribute("data-order")!, CultureInfo.InvariantCulture);

    /// <summary>What everybody sees alike, without the words of delivery and without a reader's own line.</summary>
    public static string Shared(IDocument page)
    {
        var parts = new[] { "#title", "#standing", "#count", "#closed", "#posts, #some-posts" }.Select(s => page.QuerySelector(s)!.Clone()).OfType<IElement>().ToList();
        foreach (var one in parts.SelectMany(p => p.QuerySelectorAll("*").Append(p)))
        {
            foreach (var name in new[] { "data-into", "data-announce", "data-version" }) one.RemoveAttribute(name);
            if (one.ClassName == "since") one.Remove();
        }
        return string.Join('\n', parts.Select(p => p.OuterHtml));
    }

    public ValueTask DisposeAsync()
    {
        closing.Cancel();
        lines.Dispose();
        response.Dispose();
        closing.Dispose();
        return ValueTask.CompletedTask;
    }
}
