using Xunit;

namespace Leaderful.Mime.Tests;

public class AddressTests
{
    [Theory]
    [InlineData("ada@example.org", "ada@example.org")]
    [InlineData("Ada L <ada@example.org>", "Ada L <ada@example.org>")]
    [InlineData("\"L, Ada\" <ada@example.org>", "L, Ada <ada@example.org>")]
    [InlineData("ada@example.org (Ada (of) L)", "Ada (of) L <ada@example.org>")]
    [InlineData("Ada <ada@example.org>, bo@example.org; Cy <cy@example.org>", "Ada <ada@example.org>|bo@example.org|Cy <cy@example.org>")]
    [InlineData("=?utf-8?Q?J=C3=BCrgen?= Schm <j@example.org>", "Jürgen Schm <j@example.org>")]
    [InlineData("\"=?utf-8?Q?J=C3=BCrgen?=\" <j@example.org>", "Jürgen <j@example.org>")]
    [InlineData("<@relay,@other:ada@example.org>", "ada@example.org")]
    [InlineData("Ada <<ada@example.org>>", "Ada <ada@example.org>")]
    [InlineData("Ada <ada@example.org", "Ada <ada@example.org>")]
    [InlineData("Ada ada@example.org", "Ada <ada@example.org>")]
    [InlineData("ada @ example.org", "ada@example.org")]
    [InlineData("\"ada l\"@example.org", "\"ada l\"@example.org")]
    [InlineData("Ada \"the first\" L. <ada@example.org>", "Ada the first L. <ada@example.org>")]
    [InlineData("\"Ada <ada@example.org>", "\"Ada <ada@example.org>")]
    [InlineData("Ada (oops <ada@example.org>", "Ada (oops <ada@example.org>")]
    [InlineData("undisclosed-recipients:;", "")]
    [InlineData("Team: Ada <ada@example.org>, bo@example.org; cy@example.org", "Ada <ada@example.org>|bo@example.org|cy@example.org")]
    [InlineData("root", "root")]
    [InlineData("Mail Delivery System", "Mail Delivery System <>")]
    [InlineData("<> @, a@b", "a@b")]
    [InlineData("@", "@")]
    [InlineData(",,;, ,", "")]
    public void Lists_are_read(string raw, string expected) =>
        Assert.Equal(expected, string.Join('|', Reading.Parse($"From: {raw}\n\n").From));

    [Fact]
    public void Groups_are_remembered()
    {
        var list = MailAddress.ParseList("Team: a@b, c@d; e@f");
        Assert.Equal("Team|Team|", string.Join('|', list.Select(a => a.Group)));
    }

    [Fact]
    public void Repeated_fields_are_one_list() => Assert.Equal(2, Reading.Parse("To: a@b\nTo: c@d\n\n").To.Count);
}
