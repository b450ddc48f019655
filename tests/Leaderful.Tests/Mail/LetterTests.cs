using Leaderful.Mail;
using Leaderful.Shared;
using Xunit;

namespace Leaderful.Tests.Mail;

public class LetterTests
{
    private static readonly Languages Spoken = new();

    [Fact]
    public void Plain_text_says_everything_the_page_says()
    {
        var letter = Letter(Spoken.English, "Body <one>");
        Assert.Equal("Body <one>\n\nDo it:\nhttps://x.example/?a=1&b=2\n\nAfter\n", LetterText.Plain(letter));
    }

    [Fact]
    public void What_people_called_themselves_is_no_markup()
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(LetterText.Html(Letter(Spoken.English, "<img src=x onerror=alert(1)>")));
        Assert.Empty(page.QuerySelectorAll("img, script"));
        Assert.Equal("<img src=x onerror=alert(1)>", page.QuerySelector("p")!.TextContent);
        Assert.Equal("https://x.example/?a=1&b=2", page.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void A_language_from_right_to_left_is_written_so() =>
        Assert.Contains("dir=\"rtl\"", LetterText.Html(Letter(Spoken.Best(Languages.Mirrored), "x")), StringComparison.Ordinal);

    private static Letter Letter(Words words, string body) =>
        new(words, "a@b.example", "S") { Body = [body], Link = new LetterLink("Do it", "https://x.example/?a=1&b=2"), After = ["After"] };
}
