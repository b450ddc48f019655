using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Leaderful.Shared.Markdown;
using Xunit;

namespace Leaderful.Tests.Shared.Markdown;

public class TextDiffTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("a", "a", "a")]
    [InlineData("", "a", "{+a}")]
    [InlineData("a", "", "{-a}")]
    [InlineData("we meet on Monday", "we meet on Friday", "we meet on {-Monday}{+Friday}")]
    [InlineData("one\ntwo\nthree\n", "one\nthree\n", "one\n{-two\n}three\n")]
    [InlineData("one\nthree\n", "one\ntwo\nthree\n", "one\n{+two\n}three\n")]
    [InlineData("the cat sat", "a dog lay, the end", "{-the cat sat}{+a dog lay, the end}")]
    [InlineData("don't stop now", "don't go now", "don't {-stop}{+go} now")]
    [InlineData("we meet on Monday at ten in the hall", "we meet on Friday at two in the hall", "we meet on {-Monday at ten}{+Friday at two} in the hall")]
    [InlineData("- sofas\n- a kettle\n- light for the door", "We need light at the door, a kettle and two sofas.", "{-- sofas\n- a kettle\n- light for the door}{+We need light at the door, a kettle and two sofas.}")]
    [InlineData("Bring bread, and tell Ruth before noon.", "Bring warm bread, and please tell Ruth before noon.", "Bring {+warm }bread, and{+ please} tell Ruth before noon.")]
    [InlineData("我们明天见面", "我们后天见面", "我们{-明}{+后}天见面")]
    public void Changes_are_shown_by_words(string before, string after, string expected) =>
        Assert.Equal(expected, Show(TextDiff.Compare(before, after)));

    [Fact]
    public void What_stayed_and_what_was_added_is_the_new_text_and_the_rest_the_old()
    {
        var words = Gen.Elements("a", "b", "c", " ", " ", "\n", "\r\n", "é", "e\u0301", "\uD83D", "😀", ".", "我").ListOf().Select(parts => string.Concat(parts));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(words.Two().ToArbitrary(), texts => Holds(texts.Item1, texts.Item2)));
        Check.QuickThrowOnFailure(Prop.ForAll<string?, string?>((before, after) => Holds(before ?? "", after ?? "")));
    }

    [Fact]
    public void Long_and_different_texts_end_soon()
    {
        var random = new Random(1);
        string Text() => string.Concat(Enumerable.Range(0, 30_000).Select(_ => random.Next(0, 9) + (random.Next(0, 8) == 0 ? "\n" : " ")));
        var start = Stopwatch.GetTimestamp();
        Holds(Text(), Text());
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
    }

    private static void Holds(string before, string after)
    {
        var segments = TextDiff.Compare(before, after);
        Assert.Equal(before, string.Concat(segments.Where(segment => segment.Kind != DiffKind.Added).Select(segment => segment.Text)));
        Assert.Equal(after, string.Concat(segments.Where(segment => segment.Kind != DiffKind.Removed).Select(segment => segment.Text)));
        Assert.DoesNotContain(segments, segment => segment.Text.Length == 0);
    }

    private static string Show(IEnumerable<DiffSegment> segments) => string.Concat(segments.Select(segment => segment.Kind switch
    {
        DiffKind.Removed => $"{{-{segment.Text}}}",
        DiffKind.Added => $"{{+{segment.Text}}}",
        _ => segment.Text,
    }));
}
