using Leaderful.Search;
using Xunit;

namespace Leaderful.Tests.Search;

public class SnippetTests
{
    [Theory]
    [InlineData("The Schlüssel is here", "schlus", "The <mark>Schl&#xFC;ssel</mark> is here")]
    [InlineData("<script>key()</script>", "key", "&lt;script&gt;<mark>key</mark>()&lt;/script&gt;")]
    [InlineData("a\n\nkey  and\tkeys", "key", "a <mark>key</mark> and <mark>keys</mark>")]
    [InlineData("room garden, garden room", "\"garden room\"", "room garden, <mark>garden</mark> <mark>room</mark>")]
    [InlineData("Don't", "dont", "<mark>Don&#x27;t</mark>")]
    public void Marks_what_was_looked_for_and_encodes_the_rest(string text, string words, string shown) =>
        Assert.Equal(shown, Of(text, words));

    [Fact]
    public void Of_a_long_text_it_shows_where_most_of_the_words_are()
    {
        var text = $"A key first. {string.Concat(Enumerable.Repeat("Nothing of that here. ", 30))}The key of the garden. {string.Concat(Enumerable.Repeat("And so on. ", 30))}";
        var shown = Of(text, "key garden");
        Assert.StartsWith("… ", shown, StringComparison.Ordinal);
        Assert.Contains("<mark>key</mark> of the <mark>garden</mark>", shown, StringComparison.Ordinal);
        Assert.EndsWith("…", shown, StringComparison.Ordinal);
        Assert.InRange(shown.Length, 150, 250);
    }

    [Fact]
    public void A_word_longer_than_a_piece_is_cut()
    {
        Assert.InRange(Of(new string('x', 50_000), "xx").Length, 150, 250);
        Assert.InRange(Of(string.Concat(Enumerable.Repeat("🐝", 5_000)), "bee").Length, 10, 3_000);
    }

    private static string Of(string text, string words) => Snippet.Of(text, SearchWish.Of(words, null, 1).Terms, 200).Value;
}
