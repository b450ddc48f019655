using FsCheck;
using FsCheck.Fluent;
using Leaderful.Assets;
using Leaderful.Shared;
using Xunit;

namespace Leaderful.Tests.Assets;

/// <summary>What holds for every need, every text and every group of words.</summary>
public class NeedLawTests
{
    private static readonly string[] Alphabet = ["driving", "lift", "van", "vans", "bread", "baking", "minding children", "children", "babysit", "law", "lawn", "legal advice", "accounts", "accountant", "car", "care", "перевод", "überbrücken"];
    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>(StringComparer.Ordinal);

    private static readonly Arbitrary<string> Texts = (from words in Gen.Elements(Alphabet).ArrayOf(5) select string.Join(' ', words)).ToArbitrary();
    private static readonly Arbitrary<string> Asked = (from words in Gen.Elements(Alphabet).ArrayOf(3) select string.Join(' ', words)).ToArbitrary();
    private static readonly Arbitrary<string[]> Groups = (from words in Gen.Elements(Alphabet).ArrayOf(4) select words).ToArbitrary();

    [Fact]
    public void One_more_word_in_a_group_never_loses_a_result() => Prop.ForAll(Texts, Asked, Groups, (text, asked, group) =>
    {
        var before = Of(asked, string.Join(',', group)).Score(text);
        return Alphabet.All(more => Of(asked, $"{string.Join(',', group)},{more}").Score(text) >= before);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_words_makes_no_difference() => Prop.ForAll(Texts, Asked, Groups, (text, asked, group) =>
    {
        var words = string.Join(',', group);
        return Of(asked, words).Score(text) == Of(string.Join(' ', asked.Split(' ').Reverse()), string.Join(',', group.Reverse())).Score(string.Join(' ', text.Split(' ').Reverse()));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_written_as_it_was_asked_has_every_word() => Prop.ForAll(Asked, Groups, (asked, group) =>
        Of(asked, string.Join(',', group)) is var need && need.Score(asked) == need.Words).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("bookkeeping", "Treasurer of three societies", 1)]
    [InlineData("van", "I drive, and have a car", 1)]
    [InlineData("minding children", "A kindergarten teacher who babysits: babysitting any evening", 2)]
    [InlineData("children", "Babysitting any evening", 0)]
    [InlineData("solicitor", "Free legal advice", 1)]
    [InlineData("solicitor", "A lawn to sit on", 0)]
    [InlineData("car", "Care for the old", 1)]
    [InlineData("interpreters", "Translations into Twi", 1)]
    [InlineData("Übersetzung", "Ubersetzung und mehr", 1)]
    [InlineData("who can help us", "Nothing of it", 0)]
    public void It_is_found_as_people_would_expect(string asked, string text, int score) =>
        Assert.Equal(score, Need.Of(asked, new HouseWords(new Languages()), []).Score(text));

    [Fact]
    public void The_house_knows_many_words_and_none_of_them_twice_in_one_group()
    {
        var house = new HouseWords(new Languages());
        Assert.True(house.Groups.Count >= 40);
        Assert.All(house.Groups, g => Assert.True(g.Phrases.Count >= 2));
        Assert.All(house.Groups, g => Assert.All(g.Phrases, p => Assert.DoesNotContain('⟦', p.Said)));
    }

    private static Need Of(string asked, string group) => Need.Of(asked, [SameWords.Of(group)], Nothing);
}
