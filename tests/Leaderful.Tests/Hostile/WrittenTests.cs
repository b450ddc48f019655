using System.Diagnostics;
using System.Globalization;
using System.Net;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Markdown;
using Leaderful.Tests.Conversations;
using Leaderful.Tests.Crawl;
using Xunit;

namespace Leaderful.Tests.Hostile;

/// <summary>What Markdown can do to a page, sent as people send it: all that its makers thought of, and all that once brought a reader of it down.</summary>
public class WrittenTests(World world) : IClassFixture<World>
{
    private const int InOne = 20;

    /// <summary>Of a reply to the page with it, with everything between, on a machine that is busy.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Every_example_of_CommonMark_is_said_and_the_page_stays_whole()
    {
        foreach (var some in Spread(Examples()).Chunk(InOne))
        {
            var id = await world.Begin(world.Ines, "Examples");
            var said = new List<string>();
            foreach (var text in some)
                if (await IsTaken(id, text)) said.Add(text);
            var page = await world.Ines.Get(Talk.Path(id));
            IsWhole(page, string.Join("\n---\n", some));
            Assert.Equal(said.Count + 1, page.Page.QuerySelectorAll("main .thread > li[id]").Count(p => p.Id!.StartsWith('p')));
            for (var n = 0; n < said.Count; n++)
            {
                var post = await world.Post(id, n + 2);
                Assert.Equal(Clean.Text(said[n]).Trim(), post.Text);
                Assert.True(post.Html.Length <= Most(post.Text), post.Text);
            }
        }
    }

    [Fact]
    public async Task What_once_brought_others_down_is_answered_soon_and_stays_small()
    {
        foreach (var (name, text) in Spread(Burdens()))
        {
            var id = await world.Begin(world.Ines, "Burdens");
            var begun = Stopwatch.GetTimestamp();
            var taken = await IsTaken(id, text);
            var page = await world.Ines.Get(Talk.Path(id));
            var took = Stopwatch.GetElapsedTime(begun);
            Assert.True(took < Soon, $"{name} took {took}");
            IsWhole(page, name);
            Assert.Equal(Clean.Text(text).Trim().Length <= MarkdownText.MaxLength, taken);
            if (taken) Assert.True((await world.Post(id, 2)).Html.Length <= Most(text), name);
        }
    }

    [Fact]
    public async Task Nobody_else_says_it_there()
    {
        var id = await world.Begin(world.Ines, "Ours");
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir })
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Talk.Path(id)}/posts", ("text", "> # [x](y)"))).Status);
        Assert.StartsWith("/sign-in", (await world.Anyone().Post($"{Talk.Path(id)}/posts", ("text", "> # [x](y)"))).Location, StringComparison.Ordinal);
        Assert.Equal(1, (await world.Find(id)).PostCount);
    }

    /// <summary>Otherwise it is refused on its field, with what was typed kept, and only where it must be.</summary>
    private async Task<bool> IsTaken(Id<Conversation> id, string text)
    {
        var answer = await world.Ruth.Post($"{Talk.Path(id)}/posts", ("text", text));
        if (answer.Status == HttpStatusCode.SeeOther) return true;
        Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity, $"{(int)answer.Status} for {text[..Math.Min(200, text.Length)]}");
        Assert.True(Clean.Text(text).Trim().Length is 0 or > MarkdownText.MaxLength, text[..Math.Min(200, text.Length)]);
        Assert.NotNull(answer.Page.QuerySelector("main .wrong"));
        Assert.Equal(Clean.Text(text).TrimStart('\n'), answer.Page.QuerySelector("textarea[name=text]")!.TextContent.TrimStart('\n'));
        return false;
    }

    private static int Most(string text) => (10 * text.Length) + 4096;

    private static IReadOnlyList<string> Examples() =>
        [.. Corpora.Text("commonmark/spec.txt").Split(new string('`', 32)).Where(part => part.StartsWith(" example\n", StringComparison.Ordinal))
            .Select(example => example[" example\n".Length..].Replace('→', '\t').Split("\n.\n")[0])];

    /// <summary>Each as it is, and again as long as a post may be.</summary>
    private static IReadOnlyList<(string Name, string Text)> Burdens()
    {
        string Filled(string text) => string.Concat(Enumerable.Repeat(text, (MarkdownText.MaxLength / text.Length) + 1))[..MarkdownText.MaxLength];
        (string, string)[] own =
        [
            ("a long word", new string('a', MarkdownText.MaxLength)), ("too long", new string('a', MarkdownText.MaxLength + 1)), ("quotations", string.Concat(Enumerable.Repeat("> ", 30_000)) + "x"),
            ("lists", string.Concat(Enumerable.Range(0, 300).Select(n => new string(' ', n * 2) + "- x\n"))), ("links", Filled("[a](b) ")), ("addresses", Filled("a@b.example ")),
            ("references", Filled("[a]: /" + new string('x', 500) + "\n\n") [..60_000] + Filled("[a]")[..5_000]), ("names", Filled("@Ruth ")), ("table", Filled("|a|b\n|-|-\n" + string.Concat(Enumerable.Repeat("|x|y\n", 400)))),
        ];
        return [.. Corpora.Files("commonmark/pathological", "*.md").SelectMany(f => Both(f.Name, System.Text.Encoding.UTF8.GetString(f.Bytes))), .. own];

        IEnumerable<(string, string)> Both(string name, string text) => [(name, text), ($"{name} at full length", Filled(text))];
    }

    private static IEnumerable<T> Spread<T>(IReadOnlyList<T> all) => Environment.GetEnvironmentVariable("LEADERFUL_TEST_ALL") is { Length: > 0 } ? all : all.Where((_, n) => n % 5 == 0);

    private static void IsWhole(Screen page, string what)
    {
        var broken = PageRules.Broken(page, missing: false).ToList();
        Assert.True(broken.Count == 0, string.Create(CultureInfo.InvariantCulture, $"{what}: {string.Join('\n', broken)}"));
        Assert.True(page.Page.QuerySelector("script:not([nonce]):not([src]), iframe, object, embed, base") is null, what);
        Assert.NotNull(page.Page.QuerySelector("main form.reply textarea"));
    }
}
