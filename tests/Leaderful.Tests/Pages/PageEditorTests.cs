using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Leaderful.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Leaderful.Tests.Pages;

/// <summary>What the editor's script looks for is what the markup has: neither knows the other but by these names.</summary>
public partial class PageEditorTests(World world) : IClassFixture<World>
{
    private static readonly PageEditorModel Writing = new("7f3a", "p1", "Ruth Abara", 3)
    {
        IsWritable = true,
        Names = "/c/millbrook/names",
        Files = "/files",
        Things = "/things/",
        ThingNames = "/c/millbrook/things",
        WritersAt = "/c/millbrook/pages/7f3a/writers",
        Writers = new Dictionary<long, PageEditorModel.Writer> { [42] = new("Samir \"S\" <b>", 1) },
    };

    [Fact]
    public async Task Everything_the_script_looks_for_is_there()
    {
        var page = await Draw(Writing);
        var parts = Script().SelectMany(s => Part().Matches(s)).Select(m => m.Groups[1].Value);
        var data = Script().SelectMany(s => Data().Matches(s)).Select(m => $"data-{Capital().Replace(m.Groups["name"].Value, c => $"-{c.Value.ToLowerInvariant()}")}");
        var wanted = parts.Concat(data).Distinct(StringComparer.Ordinal).ToList();
        Assert.Contains("data-page-colour", wanted);
        Assert.True(wanted.Count > 15, string.Join(' ', wanted));
        Assert.All(wanted, name => Assert.True(page.QuerySelector($"[{name}]") is not null, name));
    }

    [Fact]
    public async Task Every_sentence_is_said_by_the_script_and_every_one_it_says_is_there()
    {
        var root = (await Draw(Writing)).QuerySelector("[data-page]")!;
        var there = root.Attributes.Where(a => a.Name.StartsWith("data-say-", StringComparison.Ordinal)).ToDictionary(a => a.Name[9..], a => a.Value, StringComparer.Ordinal);
        var script = string.Concat(Script());
        Assert.All(there, said => Assert.Contains($"\"{said.Key}\"", script, StringComparison.Ordinal));
        Assert.All(Sentence().Matches(script).Select(m => m.Groups[1].Value), name => Assert.Contains(name, there.Keys));
        Assert.All(Situation().Match(script).Value.Split('"').Where((_, i) => i % 2 == 1), name => Assert.Contains(name, there.Keys));
        Assert.Equal("""{"one":"{n} change waits for a network","other":"{n} changes wait for a network"}""", there["waits"]);
    }

    [Fact]
    public async Task What_is_drawn_is_in_the_sprite_and_has_a_name()
    {
        var page = await Draw(Writing);
        var sprite = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src/Leaderful/wwwroot/icons.svg"));
        Assert.All(page.QuerySelectorAll("use"), one => Assert.Contains($"id=\"{one.GetAttribute("href")!.Split('#')[1]}\"", sprite, StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("[role=toolbar] button"), one => Assert.NotEqual("", one.GetAttribute("aria-label") ?? ""));
    }

    [Fact]
    public async Task Whoever_only_reads_has_no_tools_and_the_page_stands_without_a_script()
    {
        var page = await Draw(Writing with { IsWritable = false });
        Assert.Null(page.QuerySelector("[data-page-writable], [data-page-tools], [data-page-link], [data-page-picture]"));
        Assert.Equal("Kept words", page.QuerySelector("[data-page-body]")!.TextContent.Trim());
    }

    [Fact]
    public async Task What_the_page_does_not_offer_is_not_shown()
    {
        var page = await Draw(new PageEditorModel("7f3a", "p1", "Ruth", 0) { IsWritable = true });
        Assert.Null(page.QuerySelector("[data-do=mention], [data-do=picture], [data-page-names], [data-page-files], [data-page-writers]"));
    }

    [Fact]
    public async Task Writers_are_told_as_data_and_not_as_markup()
    {
        var page = await Draw(Writing);
        Assert.Null(page.QuerySelector("[data-page] b:not([data-page-unsent] b)"));
        Assert.Contains("\"42\"", page.QuerySelector("[data-page]")!.GetAttribute("data-page-writers"), StringComparison.Ordinal);
    }

    private async Task<IDocument> Draw(PageEditorModel model)
    {
        await using var scope = world.Services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<ILoggerFactory>());
        RenderFragment body = builder => builder.AddMarkupContent(0, "<p>Kept words</p>");
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = model, ["ChildContent"] = body });
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<PageEditor>(parameters)).ToHtmlString());
        return await new HtmlParser().ParseDocumentAsync(html);
    }

    private static IEnumerable<string> Script() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Leaderful/Islands/pages"), "*.ts").Order(StringComparer.Ordinal).Select(File.ReadAllText);

    [GeneratedRegex(@"\[(data-page-[a-z-]+)\]")]
    private static partial Regex Part();

    [GeneratedRegex("""dataset\["(?<name>page\w*)"\]|(?<=[{,] )(?<name>page\w*)(?=[^{}]*\} = (?:this\.)?root\.dataset)""")]
    private static partial Regex Data();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();

    [GeneratedRegex("(?:words|said)\\.(?:text|count)\\(\"([a-z-]+)\"")]
    private static partial Regex Sentence();

    [GeneratedRegex("export type Situation = [^;]*;")]
    private static partial Regex Situation();
}
