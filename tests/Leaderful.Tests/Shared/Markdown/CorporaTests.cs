using System.Diagnostics;
using Leaderful.Shared.Markdown;
using Xunit;

namespace Leaderful.Tests.Shared.Markdown;

/// <summary>Collections of hostile and odd texts that others gathered.</summary>
public class CorporaTests
{
    [Fact]
    public void No_known_attack_survives()
    {
        foreach (var vector in Corpora.Json("xss-owasp/vectors.json").EnumerateArray())
        {
            var payload = vector.GetProperty("payload").GetString()!;
            CheckAll(payload);
        }
    }

    [Fact]
    public void Naughty_strings_are_only_strings()
    {
        foreach (var text in Corpora.Json("naughty-strings/blns.json").EnumerateArray()) CheckAll(text.GetString()!);
    }

    [Fact]
    public void Every_example_of_CommonMark_comes_out_safe()
    {
        var parts = Corpora.Text("commonmark/spec.txt").Split(new string('`', 32));
        foreach (var example in parts.Where(part => part.StartsWith(" example\n", StringComparison.Ordinal)))
        {
            var sides = example[" example\n".Length..].Replace('→', '\t').Split("\n.\n");
            foreach (var side in sides) CheckAll(side);
        }
    }

    [Fact]
    public void Pathological_texts_end_soon_and_stay_small()
    {
        foreach (var file in Directory.GetFiles(Corpora.PathOf("commonmark/pathological"), "*.md"))
        {
            var text = File.ReadAllText(file);
            var start = Stopwatch.GetTimestamp();
            var result = MarkdownText.ToHtml(text);
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(2), file);
            Assert.True(result.Html.Length <= (10 * text.Length) + 4096, file);
            Assert.False(string.IsNullOrEmpty(result.Html), file);
            SafetyLaw.HoldsAndIsStable(result);
        }
    }

    private static void CheckAll(string text)
    {
        SafetyLaw.HoldsAndIsStable(HtmlAllowList.Rebuild(text));
        SafetyLaw.HoldsAndIsStable(MarkdownText.ToHtml(text));
        SafetyLaw.HoldsAndIsStable(PlainText.ToHtml(text));
    }
}
