using Xunit;

namespace Leaderful.Mime.Tests;

public class TextTests
{
    static string Kinds(string text) => string.Join(' ', MailText.Split(text).Select(s => s.Depth > 0 ? $"{s.Kind}{s.Depth}" : s.Kind.ToString()));

    [Fact]
    public void Answers_between_quotations_are_told_apart()
    {
        const string text = "Hi all,\n\nOn Mon, 1 Jan 2026 at 10:00, Ada <ada@example.org> wrote:\n> first\n>\n> > older\n> second\n\nI agree.\n\n> third\nYes.\n-- \nBo\n";
        Assert.Equal("Said Quoted1 Quoted2 Quoted1 Said Quoted1 Said Signature", Kinds(text));
        Assert.Equal("Hi all,\n\n\nI agree.\n\nYes.", MailText.Said(text));
    }

    [Theory]
    [InlineData("On 1 Jan 2026, Ada wrote:")]
    [InlineData("Am 01.01.26 um 10:00 schrieb Ada <ada@example.org>:")]
    [InlineData("Ada schrieb am 1. Januar 2026:")]
    [InlineData("Le 1 janv. 2026 à 10:00, Ada a écrit :")]
    [InlineData("El jue, 1 ene 2026, Ada escribió:")]
    [InlineData("Op 1 jan. 2026 om 10:00 schreef Ada:")]
    [InlineData("Il giorno gio 1 gen 2026, Ada ha scritto:")]
    [InlineData("Em qui., 1 de jan. de 2026, Ada escreveu:")]
    [InlineData("Ada wrote:")]
    [InlineData("On Thu, Jan 1, 2026 at 10:00 AM Ada Lovelace, who has a long name,\n<ada@example.org> wrote:")]
    [InlineData("On 1 Jan 2026, Ada wrote:\n")]
    public void Attributions_belong_to_the_quotation(string attribution)
    {
        var text = $"Fine.\n\n{attribution}\n> quoted\n";
        Assert.Equal("Said Quoted1", Kinds(text));
        Assert.Equal("Fine.\n\n", MailText.Split(text)[0].Of(text).ToString());
    }

    [Theory]
    [InlineData("See this:\n> quoted\n", "Said Quoted1")]
    [InlineData("What he wrote is wrong.\n> quoted\n", "Said Quoted1")]
    [InlineData("a > b\n", "Said")]
    [InlineData("JD> marked\n", "Quoted1")]
    [InlineData(">> deep\n\n> less\n", "Quoted2 Quoted1")]
    [InlineData("> one\r\n\r\n> two\r\n", "Quoted1")]
    [InlineData("", "")]
    public void Quotation_marks_are_read(string text, string kinds) => Assert.Equal(kinds, Kinds(text));

    [Theory]
    [InlineData("Hi\n-- \nAda\nEngine Ltd\n", "Said Signature")]
    [InlineData("Hi\n--\nAda\n", "Said Signature")]
    [InlineData("Hi\n\nSent from my iPhone\n", "Said Signature")]
    [InlineData("Hi\n-- \nAda\n\nOn Monday, Bo wrote:\n> x\n", "Said Signature Quoted1")]
    [InlineData("Hi\n--\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n", "Said")]
    [InlineData("Hi\n\n---------------------------------------------------------------------\nTo unsubscribe, e-mail: dev-unsubscribe@example.org\nFor additional commands, e-mail: dev-help@example.org\n", "Said ListFooter")]
    [InlineData("Hi\n_______________________________________________\nPpp mailing list\nPpp@zzz.org\nhttp://www.zzz.org/mailman/listinfo/ppp\n", "Said ListFooter")]
    [InlineData("Hi\n-- \nAda\n_______________________________________________\nPpp mailing list\n", "Said Signature ListFooter")]
    [InlineData("Heading\n--------------------\nmore words\n", "Said")]
    public void Signatures_and_footers_are_read(string text, string kinds) => Assert.Equal(kinds, Kinds(text));

    [Theory]
    [InlineData("See below.\n\n-----Original Message-----\nFrom: Ada\nSent: Monday\nTo: Bo\nSubject: x\n\nHello Bo\n", "Said ForwardedHeader Quoted1")]
    [InlineData("FYI\n\n---------- Forwarded message ---------\nFrom: Ada\nDate: Monday\nSubject: x\n\nHello\n-- \nAda\n", "Said ForwardedHeader Forwarded")]
    [InlineData("Ja.\n\n-----Ursprüngliche Nachricht-----\nVon: Ada\nGesendet: Montag\n\nHallo\n", "Said ForwardedHeader Quoted1")]
    [InlineData("Yes\n\n________________________________\nFrom: Ada\nSent: Monday\nTo: Bo\nSubject: x\n\nHello\n", "Said ForwardedHeader Quoted1")]
    [InlineData("Begin forwarded message:\n\n> From: Ada\n> hello\n", "ForwardedHeader Quoted1")]
    public void Forwards_and_originals_are_read(string text, string kinds) => Assert.Equal(kinds, Kinds(text));

    [Fact]
    public void A_footer_of_a_real_list_is_found()
    {
        var mail = MailMessage.Parse(Corpora.Bytes("mbox/maven-dev-2017-11.mbox"));
        Assert.NotEmpty(MailText.Split(mail.Body.Plain!));
    }
}
