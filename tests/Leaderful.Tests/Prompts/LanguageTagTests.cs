using Leaderful.Prompts;
using Leaderful.Shared;
using Xunit;

namespace Leaderful.Tests.Prompts;

public class LanguageTagTests
{
    [Theory]
    [InlineData("en", "en")]
    [InlineData(" PT-br ", "pt-BR")]
    [InlineData("zh_hant_tw", "zh-Hant-TW")]
    [InlineData("tlh", "tlh")]
    [InlineData("de-1996", "de-1996")]
    public void One_language_has_one_spelling(string typed, string kept) => Assert.Equal(kept, LanguageTag.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("e")]
    [InlineData("English")]
    [InlineData("en-")]
    [InlineData("en\"><script>")]
    [InlineData("e2")]
    [InlineData("en-abcdefgh-abcdefgh-abcdefgh-abcdefgh")]
    public void What_is_no_tag_is_told_from_one(string typed) => Assert.Null(LanguageTag.Read(typed));

    [Fact]
    public void The_first_wish_there_is_is_read_and_otherwise_what_was_written()
    {
        var house = new Languages().English;
        Assert.Equal("uk", new Tongue(house, ["fr", "uk-UA", "en"]).Choose("en", ["uk", "pl"]));
        Assert.Equal("pt-BR", new Tongue(house, ["pt-BR"]).Choose("en", ["pt-PT", "pt-BR"]));
        Assert.Equal("de", new Tongue(house, ["fr"]).Choose("de", ["uk"]));
        Assert.Equal("de", new Tongue(house, ["de", "uk"]).Choose("de", ["uk"]));
    }

    [Fact]
    public void A_language_is_called_what_its_speakers_call_it() => Assert.Equal("français", LanguageTag.NameOf("fr"));
}
