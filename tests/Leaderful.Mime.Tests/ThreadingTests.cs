using Xunit;

namespace Leaderful.Mime.Tests;

public class ThreadingTests
{
    static MailThreadEntry Mail(string id, int day, string subject, params string[] references) =>
        new(id, references, [], subject, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day));

    static string Parents(params MailThreadEntry[] mails) =>
        string.Join(' ', MailThreading.Link(mails).Select(link => $"{link.Id}<{link.ParentId}"));

    [Theory]
    [InlineData("Re: Hello", "Hello", true, false)]
    [InlineData("RE: AW: [list] Fwd: Hello", "Hello", true, true)]
    [InlineData("Re[2]: Hello", "Hello", true, false)]
    [InlineData("re (3): Hello", "Hello", true, false)]
    [InlineData("Re^2: Hello", "Hello", true, false)]
    [InlineData("SV: VS: Hello", "Hello", true, false)]
    [InlineData("Antwort: Hello", "Hello", true, false)]
    [InlineData("回复：你好", "你好", true, false)]
    [InlineData("RIF: R: Ciao", "Ciao", true, false)]
    [InlineData("TR : Bonjour", "Bonjour", false, true)]
    [InlineData("WG: Hallo", "Hallo", false, true)]
    [InlineData("Hello (fwd)", "Hello", false, true)]
    [InlineData("[list] [VOTE]  Release   1.0", "Release 1.0", false, false)]
    [InlineData("[list]", "[list]", false, false)]
    [InlineData("Reply: to all", "Reply: to all", false, false)]
    [InlineData("Regarding: x", "Regarding: x", false, false)]
    [InlineData("Re:", "", true, false)]
    [InlineData("", "", false, false)]
    public void Subjects_lose_what_programs_add(string raw, string bare, bool isReply, bool isForward) =>
        Assert.Equal(new MailSubject(bare, isReply, isForward), MailSubject.Normalise(raw));

    [Theory]
    [InlineData("Re: \uFFFE", "\uFFFD")]
    [InlineData("Re: ÄRGER ｆｕｌｌ", "ärger full")]
    public void Subjects_are_compared_by_letters_alone(string raw, string key) => Assert.Equal(key, MailSubject.Normalise(raw).Key);

    [Fact]
    public void Lone_surrogates_in_subjects_do_no_harm() => Assert.Equal("a\uFFFD", MailSubject.Normalise("a" + (char)0xD800).Key);

    [Fact]
    public void The_last_known_reference_is_the_parent() =>
        Assert.Equal("a< b<a c<b", Parents(Mail("a", 0, "x"), Mail("b", 1, "Re: x", "a"), Mail("c", 2, "Re: x", "a", "b", "missing")));

    [Fact]
    public void In_reply_to_serves_where_references_are_missing() =>
        Assert.Equal("a< b<a", Parents(Mail("a", 0, "x"), new MailThreadEntry("b", [], ["a"], "y", null)));

    [Fact]
    public void A_reply_without_references_finds_its_thread_by_subject() =>
        Assert.Equal("a< b<a c<a", Parents(Mail("a", 0, "[list] Plan"), Mail("b", 1, "AW: Plan"), Mail("c", 80, "Re: plan")));

    [Fact]
    public void The_subject_serves_only_replies_and_only_for_a_while() =>
        Assert.Equal("a< b< c<", Parents(Mail("a", 0, "Plan"), Mail("b", 1, "Plan"), Mail("c", 92, "Re: Plan")));

    [Fact]
    public void Answers_to_a_missing_mail_are_one_thread() =>
        Assert.Equal("a< b<a", Parents(Mail("a", 0, "Re: x", "gone"), Mail("b", 1, "Re: y", "gone")));

    [Fact]
    public void Duplicates_are_one_and_loops_are_cut() =>
        Assert.Equal("a<b b<", Parents(Mail("a", 0, "x", "b"), Mail("b", 1, "x", "a"), Mail("a", 3, "x", "a"), Mail("b", 4, "x")));

    [Fact]
    public void A_long_chain_is_quick()
    {
        var chain = Enumerable.Range(0, 200_000).Select(i => Mail($"{i}", i % 3000, "Re: x", $"{i + 1}"));
        Assert.Single(MailThreading.Link(chain).Select(link => link.RootId).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Mails_without_an_id_get_one_that_stays()
    {
        var date = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.FromHours(1));
        var id = MailIds.Synthetic(date, "Ada@example.org", "x", "line \r\nline\r\n\r\n");
        Assert.Equal(id, MailIds.Synthetic(date.ToUniversalTime(), "ada@example.org", "x", "line\nline"));
        Assert.False(string.Equals(id, MailIds.Synthetic(date, "ada@example.org", "xl", "ine\nline"), StringComparison.Ordinal));
        Assert.EndsWith("@synthetic.invalid", id, StringComparison.Ordinal);
        Assert.Equal(MailIds.Of(Reading.Parse("Subject: x\n\nbody")), MailIds.Of(Reading.Parse("Subject: x\r\n\r\nbody\r\n")));
    }

    [Fact]
    public async Task A_list_of_a_month_threads()
    {
        var mails = (await Reading.Mbox(Corpora.Bytes("mbox/maven-dev-2017-11.mbox"))).Select(item => MailThreadEntry.Of(item.Parse())).ToList();
        var links = MailThreading.Link(mails);
        Assert.Equal(mails.Select(m => m.Id).Distinct(StringComparer.Ordinal).Count(), links.Count);
        Assert.True(links.Count(l => l.Reason == MailThreadReason.Reference) > 100);
        Assert.True(links.Count(l => l.Reason == MailThreadReason.Root) < 60);
    }
}
