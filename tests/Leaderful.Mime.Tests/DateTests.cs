using System.Globalization;
using Xunit;

namespace Leaderful.Mime.Tests;

public class DateTests
{
    [Theory]
    [InlineData("Wed, 17 May 2000 19:35:05 -0400", "2000-05-17T19:35:05-04:00")]
    [InlineData("17 May 2000 19:35 +0200 (CEST)", "2000-05-17T19:35:00+02:00")]
    [InlineData("Wed,17 May 2000 19:35:05 GMT", "2000-05-17T19:35:05+00:00")]
    [InlineData("Wed, 17 May 00 19:35:05 EDT", "2000-05-17T19:35:05-04:00")]
    [InlineData("17 May 100 19:35:05 UT", "2000-05-17T19:35:05+00:00")]
    [InlineData("17-May-2000 19:35:05 +0530", "2000-05-17T19:35:05+05:30")]
    [InlineData("Wed May 17 19:35:05 2000", "2000-05-17T19:35:05+00:00")]
    [InlineData("Wed May 17 19:35:05 PDT 2000", "2000-05-17T19:35:05-07:00")]
    [InlineData("Wed May  7 19:35:05 2000 +0200", "2000-05-07T19:35:05+02:00")]
    [InlineData("2000-05-17T19:35:05Z", "2000-05-17T19:35:05+00:00")]
    [InlineData("2000-05-17T19:35:05.123+02:00", "2000-05-17T19:35:05+02:00")]
    [InlineData("2000-05-17 19:35:05 +0200", "2000-05-17T19:35:05+02:00")]
    [InlineData("Wed, 17 May 2000 7:35:05 PM -0400", "2000-05-17T19:35:05-04:00")]
    [InlineData("Wed, 17 May 2000 12:00 AM", "2000-05-17T00:00:00+00:00")]
    [InlineData("Wed, 17 May 2000 19:35:05 GMT+0200", "2000-05-17T19:35:05+02:00")]
    [InlineData("Wed, 17 May 2000 19:35:60 +0000", "2000-05-17T19:35:59+00:00")]
    [InlineData("Wed, 17 May 2000 19:35:05 +9999", "2000-05-17T19:35:05+00:00")]
    [InlineData("Wed, 17 May 2000 19:35:05", "2000-05-17T19:35:05+00:00")]
    [InlineData("Mi, 17 Mai 2000 19:35:05 +0200", "2000-05-17T19:35:05+02:00")]
    [InlineData("Wednesday, May 17, 2000 19:35:05 -0400", "2000-05-17T19:35:05-04:00")]
    [InlineData("17 May 2000 19.35.05 +0100", "2000-05-17T19:35:05+01:00")]
    [InlineData("Thu, 1 Jan 1970 00:00:00 -0000", "1970-01-01T00:00:00+00:00")]
    public void Dates_are_read(string text, string expected)
    {
        var date = MailDate.Parse(text);
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), date);
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture).Offset, date!.Value.Offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Whenever")]
    [InlineData("31 Feb 2000 10:00:00 +0000")]
    [InlineData("17 May 2000 25:00:00 +0000")]
    [InlineData("5/6/2000 10:00")]
    [InlineData("99999999999999999999 May 2000 10:00")]
    [InlineData("::: 1 2 3")]
    public void Others_are_not(string text) => Assert.Null(MailDate.Parse(text));

    [Fact]
    public void Where_the_date_is_broken_the_arrival_stands_in()
    {
        var mail = Reading.Parse("From ada@x Thu May 18 00:00:00 2000\nReceived: from a by b; Wed, 17 May 2000 20:00:00 +0000\nReceived: older; Wed, 17 May 2000 19:00:00 +0000\nDate: soon\n\n");
        Assert.Null(mail.Date);
        Assert.Equal(20, mail.ReceivedDate!.Value.Hour);
        Assert.Equal(mail.ReceivedDate, mail.BestDate);
        Assert.Equal(18, mail.FromLine!.Date!.Value.Day);
        Assert.Contains(mail.Problems, p => p.Kind == MailProblemKind.Date);
    }
}
