using Xunit;

namespace Leaderful.ICalendar.Tests;

public class ValueTests
{
    [Theory]
    [InlineData("a\\nb\\Nc", "a\nb\nc")]
    [InlineData("a\\,b\\;c\\\\n", "a,b;c\\n")]
    [InlineData("a\\:b\\\"c", "a:b\"c")]
    [InlineData("end\\", "end\\")]
    [InlineData("plain", "plain")]
    public void Text_is_unescaped(string value, string text) => Assert.Equal(text, ICalText.Unescape(value));

    [Fact]
    public void Text_is_escaped_and_loses_what_could_break_a_line()
    {
        Assert.Equal("a\\nb\\nc\\nd\\ne\\nf g\\\\\\,\\;", ICalText.Escape("a\r\nb\rc\nd\u2028e\u0085f\ag\\,;"));
        Assert.Equal("\uFFFD", ICalText.Escape("\uD83D"));
        Assert.Equal("😀", ICalText.Escape("😀"));
        Assert.Equal("a b", ICalText.OneLine(" a\r\nb\n"));
    }

    [Fact]
    public void Lists_are_cut_where_a_comma_is_not_escaped() => Assert.Equal(["a,b", "c\\", "", "d\n"], ICalText.SplitList("a\\,b,c\\\\,,d\\n"));

    [Theory]
    [InlineData("20260301", CalendarTimeKind.Date, "2026-03-01T00:00:00")]
    [InlineData("20260301T090807", CalendarTimeKind.Floating, "2026-03-01T09:08:07")]
    [InlineData("20260301T090807Z", CalendarTimeKind.Utc, "2026-03-01T09:08:07")]
    [InlineData(" 20240229t235960z", CalendarTimeKind.Utc, "2024-02-29T23:59:59")]
    public void Times_are_read(string value, CalendarTimeKind kind, string clock)
    {
        var time = CalendarTime.Parse(value)!;
        Assert.Equal((kind, clock), (time.Kind, time.Clock.ToString("s")));
        Assert.Equal(time, CalendarTime.Parse(time.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("20260230")]
    [InlineData("20250229")]
    [InlineData("00000101")]
    [InlineData("20261301")]
    [InlineData("20260301T240000")]
    [InlineData("20260301T096000")]
    [InlineData("20260301 090000")]
    [InlineData("20260301T090000+")]
    [InlineData("+2026301")]
    [InlineData("２０２６０３０１")]
    [InlineData("19970701T2000000Z")]
    public void What_is_no_time_is_none(string value) => Assert.Null(CalendarTime.Parse(value));

    [Fact]
    public void Times_are_written_with_what_they_need()
    {
        static string Line(CalendarTime time)
        {
            var line = time.ToProperty("DTSTART");
            Assert.Equal(time, CalendarTime.Read(line));
            return $"{string.Concat(line.Parameters.Select(p => $"{p.Name}={p.Values[0]};"))}{line.Value}";
        }

        Assert.Equal("VALUE=DATE;20260301", Line(CalendarTime.On(new DateOnly(2026, 3, 1))));
        Assert.Equal("TZID=Europe/Berlin;20260301T090000", Line(CalendarTime.InZone(new DateTime(2026, 3, 1, 9, 0, 0, 999), "Europe/Berlin")));
        Assert.Equal("20260301T080000Z", Line(CalendarTime.Utc(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.FromHours(1)))));
        Assert.Equal("20260301T090000", Line(CalendarTime.Floating(new DateTime(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc))));
        Assert.Throws<ArgumentException>(() => CalendarTime.InZone(default, " "));
    }

    [Fact]
    public void A_time_is_a_moment_where_its_zone_is_known()
    {
        Assert.Equal("2026-03-01T08:00:00", CalendarTime.Parse("20260301T090000", "Europe/Berlin")!.ToMoment()!.Value.UtcDateTime.ToString("s"));
        Assert.Null(CalendarTime.Parse("20260301T090000", "Nowhere")!.ToMoment());
        Assert.Equal("2026-02-28T23:00:00", CalendarTime.Parse("20260301")!.ToMoment(CalendarZone.Find("Europe/Berlin"))!.Value.UtcDateTime.ToString("s"));
    }

    [Fact]
    public void Lists_of_times_leave_out_what_is_none()
    {
        var line = new ICalProperty("RDATE", "20260301T090000,x,20260302T090000/PT1H,20260303T090000Z", [new ICalParameter("TZID", "Europe/Berlin")]);
        Assert.Equal(["20260301T090000", "20260302T090000", "20260303T090000Z"], CalendarTime.ReadList(line).Select(time => time.ToString()));
    }

    [Theory]
    [InlineData("PT15M", 0, "00:15:00", "PT15M")]
    [InlineData("-P1DT2H3M4S", -1, "-02:03:04", "-P1DT2H3M4S")]
    [InlineData("+P2W", 14, "00:00:00", "P14D")]
    [InlineData("PT3600S", 0, "01:00:00", "PT1H")]
    [InlineData("pt1h1s", 0, "01:00:01", "PT1H0M1S")]
    [InlineData("P0D", 0, "00:00:00", "PT0S")]
    [InlineData("PT36H", 0, "1.12:00:00", "PT36H")]
    public void Durations_are_read_and_written(string value, int days, string time, string written)
    {
        var duration = CalendarDuration.Parse(value)!.Value;
        Assert.Equal((days, time, written), (duration.Days, duration.Time.ToString(), duration.ToString()));
        Assert.Equal(duration, CalendarDuration.Parse(written));
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("P1H")]
    [InlineData("PT1D")]
    [InlineData("P1")]
    [InlineData("P-1D")]
    [InlineData("P999999999D")]
    [InlineData("PT99999999H99999999H")]
    public void What_is_no_duration_is_none(string value) => Assert.Null(CalendarDuration.Parse(value));

    [Fact]
    public void Days_are_of_the_calendar_and_hours_pass()
    {
        // The night in which Berlin sets its clocks forward.
        var evening = CalendarTime.Parse("20260328T200000", "Europe/Berlin")!;
        Assert.Equal("20260329T200000", evening.Add(CalendarDuration.Parse("P1D")!.Value)!.ToString());
        Assert.Equal("20260329T210000", evening.Add(CalendarDuration.Parse("PT24H")!.Value)!.ToString());
        Assert.Equal("20260329T200000", CalendarTime.Floating(evening.Clock).Add(CalendarDuration.Parse("PT24H")!.Value)!.ToString());
        Assert.Null(CalendarTime.Parse("99991231T200000", "Europe/Berlin")!.Add(CalendarDuration.Parse("PT24H")!.Value));
        Assert.Null(CalendarTime.Parse("00010101")!.Add(CalendarDuration.Parse("-P4000000D")!.Value));
    }

    [Theory]
    [InlineData("mailto:ada@example.org", "ada@example.org")]
    [InlineData("MAILTO:Ada.L+x@Example.org ", "Ada.L+x@Example.org")]
    [InlineData("ada@example.org", "ada@example.org")]
    [InlineData("mailto:a%25b@example.org", "a%b@example.org")]
    [InlineData("mailto:jürgen@müller.example", "jürgen@müller.example")]
    public void Addresses_are_read(string value, string address)
    {
        Assert.Equal(address, CalendarAddress.Read(value));
        Assert.Equal(address, CalendarAddress.Read(CalendarAddress.Write(address)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("mailto:")]
    [InlineData("mailto:a@b?bcc=c@d")]
    [InlineData("mailto:a@b,c@d")]
    [InlineData("mailto:a@b%0D%0ABcc:c@d")]
    [InlineData("mailto:a b@c")]
    [InlineData("mailto:<a@b>")]
    [InlineData("mailto:\"a\"@b")]
    [InlineData("mailto:a@b@c")]
    [InlineData("mailto:a@[127.0.0.1]")]
    [InlineData("mailto:.a@b")]
    [InlineData("mailto:a..b@c")]
    [InlineData("mailto:a@b.")]
    [InlineData("mailto:a@-b")]
    [InlineData("http://example.org/a")]
    [InlineData("urn:uuid:1")]
    [InlineData("mailto:a\u202Eb@c")]
    public void Strange_addresses_are_none(string value) => Assert.Null(CalendarAddress.Read(value));

    [Fact]
    public void A_long_address_is_none()
    {
        Assert.Null(CalendarAddress.Read($"mailto:{new string('a', 65)}@b"));
        Assert.Null(CalendarAddress.Read($"mailto:a@{new string('b', 260)}"));
        Assert.Throws<ArgumentException>(() => CalendarAddress.Write("a b@c"));
    }
}
