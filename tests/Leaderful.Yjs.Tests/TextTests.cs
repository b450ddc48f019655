using Xunit;

namespace Leaderful.Yjs.Tests;

public class TextTests
{
    readonly YDoc doc = new(1);

    YText Text => doc.GetText("text");

    static Dictionary<string, object?> Bold(object? value) => new() { ["bold"] = value };

    static string Runs(YText text) => string.Concat(text.ToRuns().Select(run => run.Formats.Count == 0 ? run.Text : $"[{run.Text}]"));

    [Fact]
    public void A_change_is_one_update()
    {
        var update = doc.Transact(() =>
        {
            Text.Insert(0, "hello world");
            Text.Delete(0, 6);
            Text.Insert(5, "!");
        })!;
        var other = new YDoc(2);
        other.ApplyUpdate(update);
        Assert.Equal("world!", other.GetText("text").ToString());
    }

    [Fact]
    public void Where_nothing_changes_there_is_no_update() => Assert.Null(doc.Transact(() => Text.Delete(0, 0)));

    [Fact]
    public void A_change_that_fails_half_way_keeps_its_first_half_and_the_document_goes_on()
    {
        Assert.Throws<InvalidOperationException>(() => doc.Transact(() =>
        {
            Text.Insert(0, "half");
            throw new InvalidOperationException();
        }));
        Text.Insert(4, " and more");
        Assert.Equal("half and more", Text.ToString());
    }

    [Fact]
    public void Formats_begin_and_end()
    {
        Text.Insert(0, "abcdef");
        Text.Format(2, 2, Bold(true));
        Assert.Equal("ab[cd]ef", Runs(Text));
        Text.Format(3, 2, Bold(true));
        Assert.Equal("ab[cde]f", Runs(Text));
        Text.Format(0, 6, Bold(null));
        Assert.Equal("abcdef", Runs(Text));
    }

    [Fact]
    public void What_is_put_in_has_the_formats_of_what_stands_before_it_or_its_own()
    {
        Text.Insert(0, "ab", Bold(true));
        Text.Insert(2, "c");
        Text.Insert(3, "d", new Dictionary<string, object?>());
        Text.Insert(1, "x", new Dictionary<string, object?>());
        Assert.Equal("[a]x[bc]d", Runs(Text));
    }

    [Fact]
    public void Formats_of_which_nothing_is_left_are_gone()
    {
        Text.Insert(0, "abc");
        Text.Format(1, 1, Bold(true));
        Text.Delete(1, 1);
        Text.Insert(1, "x");
        Assert.Equal("axc", Runs(Text));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(4, 0)]
    [InlineData(0, 4)]
    [InlineData(2, 2)]
    [InlineData(0, -1)]
    public void Beyond_the_text_nothing_is_deleted_or_formatted(long index, long length)
    {
        Text.Insert(0, "abc");
        Assert.Throws<ArgumentOutOfRangeException>(() => Text.Delete(index, length));
        Assert.Throws<ArgumentOutOfRangeException>(() => Text.Format(index, length, Bold(true)));
        Assert.Equal("abc", Text.ToString());
    }

    [Fact]
    public void Who_wrote_what()
    {
        Text.Insert(0, "hello world");
        var other = new YDoc(2);
        other.ApplyUpdate(doc.EncodeStateAsUpdate());
        doc.ApplyUpdate(other.Transact(() => other.GetText("text").Insert(5, ", dear"))!);
        Text.Delete(0, 1);
        Assert.Equal([(1L, 0L, "ello"), (2L, 4L, ", dear"), (1L, 10L, " world")], Text.ToAuthors().Select(run => (run.Client, run.Index, run.Text)));
    }

    [Fact]
    public void A_pair_of_surrogates_that_is_cut_is_lost()
    {
        Text.Insert(0, "a😀b");
        Text.Insert(2, "x");
        Assert.Equal("a\uFFFDx\uFFFDb", Text.ToString());
    }

    [Fact]
    public void The_content_of_what_is_deleted_goes_or_stays()
    {
        var keeping = new YDoc(1, collectGarbage: false);
        foreach (var each in new[] { doc, keeping })
        {
            each.GetText("text").Insert(0, "secret");
            each.GetText("text").Delete(0, 6);
        }
        Assert.Equal(-1, doc.EncodeStateAsUpdate().AsSpan().IndexOf("secret"u8));
        Assert.NotEqual(-1, keeping.EncodeStateAsUpdate().AsSpan().IndexOf("secret"u8));
    }

    [Fact]
    public void Somebody_who_writes_under_the_same_id_makes_the_document_take_another()
    {
        var other = new YDoc(1);
        other.GetText("text").Insert(0, "x");
        doc.ApplyUpdate(other.EncodeStateAsUpdate());
        Assert.NotEqual(1, doc.ClientId);
    }

    [Fact]
    public void A_name_is_of_one_kind()
    {
        Text.Insert(0, "x");
        Assert.Throws<InvalidOperationException>(() => doc.GetArray("text"));
    }

    /// <summary>Random edits beside a string that is edited the same, so that indexes found by markers are right.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Edits_anywhere_are_where_they_should_be(int seed)
    {
        var random = new Random(seed);
        var expected = new System.Text.StringBuilder();
        for (var i = 0; i < 5000; i++)
        {
            var at = random.Next(expected.Length + 1);
            if (random.Next(3) == 0)
            {
                var length = Math.Min(random.Next(20), expected.Length - at);
                Text.Delete(at, length);
                expected.Remove(at, length);
            }
            else
            {
                var words = new string((char)random.Next('a', 'z'), random.Next(1, 10));
                Text.Insert(at, words);
                expected.Insert(at, words);
            }
            if (i % 100 == 0) Assert.Equal(expected.ToString(), Text.ToString());
        }
        Assert.Equal(expected.ToString(), Text.ToString());
        Assert.Equal(expected.Length, Text.Length);
    }

    /// <summary>The same in a list, and with changes from elsewhere in between.</summary>
    [Fact]
    public void Elements_anywhere_are_where_they_should_be()
    {
        var random = new Random(7);
        var array = doc.GetArray("array");
        var other = new YDoc(2);
        List<double> expected = [];
        for (var i = 0; i < 3000; i++)
        {
            var at = random.Next(expected.Count + 1);
            if (random.Next(20) == 0)
            {
                other.ApplyUpdate(doc.EncodeStateAsUpdate(other.GetStateVector()));
                doc.ApplyUpdate(other.Transact(() => other.GetArray("array").Insert(at, i))!);
                expected.Insert(at, i);
            }
            else if (random.Next(3) == 0 && at < expected.Count)
            {
                array.Delete(at);
                expected.RemoveAt(at);
            }
            else
            {
                array.Insert(at, i);
                expected.Insert(at, i);
            }
        }
        Assert.Equal(expected, array.ToList().Cast<double>());
    }
}
