using System.Text;
using Leaderful.ICalendar.Soak;
using Xunit;

namespace Leaderful.ICalendar.Tests;

public class DocumentTests
{
    [Fact]
    public void A_feed_says_its_name_and_when_to_ask_again()
    {
        var text = Encoding.UTF8.GetString(Seeds.Feed());
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Leaderful//EN\r\nCALSCALE:GREGORIAN\r\nNAME:Gatherings\r\nX-WR-CALNAME:Gatherings\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\nBEGIN:VTIMEZONE\r\nTZID:America/New_York\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith("END:VEVENT\r\nEND:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("METHOD", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_is_read()
    {
        foreach (var bytes in new[] { Seeds.Feed(), Seeds.Invitation() })
        {
            var read = CalendarDocument.Read(bytes);
            Assert.Empty(read.Problems);
            Assert.Equal(bytes, read.Write());
        }
        var feed = CalendarDocument.Read(Seeds.Feed());
        Assert.Equal(("-//Leaderful//EN", "Gatherings", TimeSpan.FromHours(1), 3, null), (feed.ProductId, feed.Name, feed.RefreshInterval, feed.Events.Count, feed.Method));
        Assert.Equal(CalendarMethod.Request, CalendarDocument.Read(Seeds.Invitation()).Method);
    }

    [Fact]
    public void Every_zone_something_happens_in_is_written_once_and_others_are_not()
    {
        static CalendarEvent In(string zone) => new() { Uid = zone, Stamp = default, Start = CalendarTime.InZone(new DateTime(2026, 1, 1), zone), Summary = "" };
        var document = new CalendarDocument { ProductId = "x", Events = [In("Europe/Berlin"), In("Nowhere"), In("Asia/Tokyo"), In("Europe/Berlin")] };
        Assert.Equal(["Asia/Tokyo", "Europe/Berlin"], document.ToComponent().Within("VTIMEZONE").Select(zone => zone.Property("TZID")!.Text));
    }

    [Fact]
    public void Zones_are_few()
    {
        static string In(int zone) => $"BEGIN:VEVENT\nUID:{zone}\nDTSTART;TZID=Z{zone}:20260101T000000\nDTEND;TZID=Z{zone}:20260101T000000\nEXDATE;TZID=Y{zone}:20260101T000000\nEND:VEVENT\n";
        var read = CalendarDocument.Read($"BEGIN:VCALENDAR\n{string.Concat(Enumerable.Range(0, 20).Select(In))}END:VCALENDAR", new ICalLimits { MaxZones = 5 });
        Assert.Equal(["0", "1", "2"], read.Events.Select(one => one.Uid));
        Assert.Equal([1, 1, 0], read.Events.Select(one => one.Excepted.Count));
    }

    [Theory]
    [InlineData("", ICalProblemKind.Missing, 0)]
    [InlineData("BEGIN:VEVENT\nEND:VEVENT", ICalProblemKind.Missing, 0)]
    [InlineData("BEGIN:VCALENDAR\nMETHOD:DANCE\nEND:VCALENDAR", ICalProblemKind.Value, 0)]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART:20260101\nEND:VEVENT\nEND:VCALENDAR", ICalProblemKind.Missing, 1)]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR", ICalProblemKind.Missing, 0)]
    public void What_is_wrong_is_told_and_the_rest_read(string text, ICalProblemKind kind, int events)
    {
        var read = CalendarDocument.Read(text);
        Assert.Equal(kind, Assert.Single(read.Problems).Kind);
        Assert.Equal(events, read.Events.Count);
    }
}
