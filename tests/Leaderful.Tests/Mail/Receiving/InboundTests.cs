using Leaderful.Mail.Receiving;
using Xunit;

namespace Leaderful.Tests.Mail.Receiving;

/// <summary>Which addresses are ours.</summary>
public class InboundTests
{
    private static readonly Inbound Ours = new(new Settings { MailIn = MailInWorld.Inbox });

    [Theory]
    [InlineData("answers@leaderful.example", "")]
    [InlineData("Answers@Leaderful.Example", "")]
    [InlineData("answers+0aF@leaderful.example", "0af")]
    [InlineData("answers+a+b@leaderful.example", "a+b")]
    [InlineData("answers+@leaderful.example", "")]
    [InlineData("answersx@leaderful.example", null)]
    [InlineData("x+answers@leaderful.example", null)]
    [InlineData("answers@leaderful.example.org", null)]
    [InlineData("answers+a@elsewhere.example", null)]
    [InlineData("answers", null)]
    [InlineData("@leaderful.example", null)]
    [InlineData("", null)]
    public void An_address_is_ours_with_its_tag_or_is_not(string address, string? tag) => Assert.Equal(tag, Ours.TagOf(address));

    [Theory]
    [InlineData("no address")]
    [InlineData("with+tag@leaderful.example")]
    [InlineData("a-name-that-leaves-no-room-for-tags@leaderful.example")]
    public void An_address_that_cannot_be_one_is_said_at_the_start(string address) => Assert.Throws<InvalidOperationException>(() => new Inbound(new Settings { MailIn = address }));

    [Fact]
    public void Without_an_address_nothing_is_ours()
    {
        var closed = new Inbound(new Settings());
        Assert.False(closed.IsOpen);
        foreach (var address in new[] { "", "@", "a@b.example", "+x@" }) Assert.Null(closed.TagOf(address));
    }
}
