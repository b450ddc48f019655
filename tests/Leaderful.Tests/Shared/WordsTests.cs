using System.Text.RegularExpressions;
using Leaderful.Shared;
using Xunit;

namespace Leaderful.Tests.Shared;

public partial class WordsTests
{
    private static readonly Languages Spoken = new();

    [Fact]
    public void Every_text_that_is_asked_for_is_there()
    {
        var known = Spoken.English.Keys.ToHashSet(StringComparer.Ordinal);
        var missing = Used().Where(k => !known.Contains(k)).ToList();
        Assert.True(missing.Count == 0, $"Asked for but not in Words/en: {string.Join(", ", missing)}");
    }

    [Fact]
    public void Every_text_that_is_there_is_asked_for()
    {
        var used = Texts().SelectMany(t => Literal().Matches(t)).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var starts = Starts().ToList();
        var idle = Spoken.English.Keys.Where(k => !used.Contains(k) && !starts.Any(s => k.StartsWith(s, StringComparison.Ordinal))).ToList();
        Assert.True(idle.Count == 0, $"In Words/en but asked for nowhere: {string.Join(", ", idle)}");
    }

    [Theory]
    [InlineData("en", 1, "one")]
    [InlineData("en", 0, "other")]
    [InlineData("fr", 0, "one")]
    [InlineData("pl", 22, "few")]
    [InlineData("pl", 12, "many")]
    [InlineData("ru", 21, "one")]
    [InlineData("ru", 11, "many")]
    [InlineData("ar", 2, "two")]
    [InlineData("ar", 103, "few")]
    [InlineData("ja", 1, "other")]
    public void A_number_takes_the_plural_of_its_language(string language, long n, string plural) =>
        Assert.Equal(plural, PluralRules.Of(language, n));

    [Theory]
    [InlineData("fr, de;q=0.8, en;q=0.5", "en")]
    [InlineData("en-GB", "en")]
    [InlineData("qps-plocm", "qps-plocm")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    public void The_first_wish_that_is_spoken_here_is_taken(string? wish, string taken) =>
        Assert.Equal(taken, Spoken.Best(wish).Language);

    [Fact]
    public void The_lengthened_language_leaves_places_and_markup_alone()
    {
        var text = Languages.Lengthen("Hello {name}, <b>welcome</b>");
        Assert.Contains("{name}", text, StringComparison.Ordinal);
        Assert.Contains("<b>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hello", text, StringComparison.Ordinal);
        Assert.True(text.Length > 30);
    }

    [Fact]
    public void What_is_filled_in_is_encoded_in_rich_texts() =>
        Assert.DoesNotContain("<script", Spoken.English.Rich("frame.me", ("name", "<script>")).Value, StringComparison.Ordinal);

    private static IEnumerable<string> Used() => Texts().SelectMany(t => Key().Matches(t)).Select(m => m.Groups[1].Value)
        .Where(k => Spoken.English.Keys.Any(e => e.Split('.')[0] == k.Split('.')[0]));

    private static IEnumerable<string> Starts() => Texts().SelectMany(t => Start().Matches(t)).Select(m => m.Groups[1].Value);

    private static IEnumerable<string> Texts() => Repository.Sources(".cs", ".razor").Select(File.ReadAllText);

    [GeneratedRegex("""(?:T|[Ww]ords|English)(?:\[|\.(?:Say|Count|Rich|Forms)\()\s*"([a-z0-9-]+(?:\.[a-z0-9-]+)+)["]""")]
    private static partial Regex Key();

    [GeneratedRegex("\"([a-z0-9-]+(?:\\.[a-z0-9-]+)+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("""\$"([a-z0-9-]+\.[a-z0-9.-]*)\{""")]
    private static partial Regex Start();
}
