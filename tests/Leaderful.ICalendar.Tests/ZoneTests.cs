using System.Text;
using Xunit;

namespace Leaderful.ICalendar.Tests;

public class ZoneTests
{
    static readonly TimeZoneInfo Berlin = CalendarZone.Find("Europe/Berlin")!;

    static string Utc(string zone, string clock) => CalendarTime.Utc(CalendarZone.ToUtc(CalendarZone.Find(zone)!, CalendarTime.Parse(clock)!.Clock)).ToString();

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("/mozilla.org/20050126_1/Europe/Berlin")]
    [InlineData("/freeassociation.sourceforge.net/Europe/Berlin")]
    public void Zones_are_found_by_their_name(string id) => Assert.Equal(Berlin.BaseUtcOffset, CalendarZone.Find(id)!.BaseUtcOffset);

    [Theory]
    [InlineData("")]
    [InlineData("Nowhere/At_All")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("Europe/Berlin\0")]
    [InlineData("Europe/Berlin\n")]
    [InlineData("Europe")]
    public void What_is_no_zone_is_none(string id) => Assert.Null(CalendarZone.Find(id));

    [Theory]
    [InlineData("20260115T120000", "20260115T110000Z")]
    [InlineData("20260715T120000", "20260715T100000Z")]
    [InlineData("20260329T015959", "20260329T005959Z")]
    [InlineData("20260329T020000", "20260329T010000Z")] // leapt over: read as three
    [InlineData("20260329T023000", "20260329T013000Z")] // as half past three
    [InlineData("20260329T030000", "20260329T010000Z")]
    [InlineData("20261025T015959", "20261024T235959Z")]
    [InlineData("20261025T020000", "20261025T000000Z")] // shown twice: the first
    [InlineData("20261025T025959", "20261025T005959Z")]
    [InlineData("20261025T030000", "20261025T020000Z")]
    public void A_clock_means_a_moment(string clock, string utc) => Assert.Equal(utc, Utc("Europe/Berlin", clock));

    [Theory]
    [InlineData("America/New_York", "20260308T023000", "20260308T073000Z")]
    [InlineData("America/New_York", "20261101T013000", "20261101T053000Z")]
    [InlineData("Asia/Kathmandu", "20260101T000000", "20251231T181500Z")]
    [InlineData("Australia/Lord_Howe", "20261004T021500", "20261003T154500Z")]
    [InlineData("Pacific/Apia", "20111230T120000", "20111230T220000Z")] // a day that was not
    [InlineData("UTC", "20260101T000000", "20260101T000000Z")]
    public void Elsewhere_too(string zone, string clock, string utc) => Assert.Equal(utc, Utc(zone, clock));

    [Fact]
    public void The_ends_of_time_are_moments()
    {
        Assert.Equal(0, CalendarZone.ToUtc(Berlin, DateTime.MinValue).Ticks);
        Assert.Equal(DateTime.MaxValue.Ticks, CalendarZone.ToUtc(CalendarZone.Find("America/New_York")!, DateTime.MaxValue).Ticks);
    }

    [Fact]
    public void A_zone_is_written_with_rules_that_go_on() => Assert.Equal("""
        BEGIN:VTIMEZONE
        TZID:Europe/Berlin
        BEGIN:STANDARD
        DTSTART:20260101T000000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0100
        TZNAME:+01
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:20260329T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        TZNAME:+02
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:20261025T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        TZNAME:+01
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        END:STANDARD
        END:VTIMEZONE

        """, Encoding.UTF8.GetString(ICalWriter.Write(CalendarZone.Component(Berlin, 2026, 2026))), ignoreLineEndingDifferences: true);

    [Theory]
    [InlineData("Europe/Berlin", 1970, 2030)]
    [InlineData("Europe/London", 1960, 2030)]
    [InlineData("Europe/Dublin", 1960, 2030)]
    [InlineData("America/New_York", 1960, 2030)]
    [InlineData("America/Sao_Paulo", 1985, 2030)]
    [InlineData("America/Nuuk", 2000, 2035)]
    [InlineData("Asia/Jerusalem", 1990, 2040)]
    [InlineData("Asia/Kathmandu", 1980, 2030)]
    [InlineData("Asia/Tehran", 1990, 2030)]
    [InlineData("Africa/Casablanca", 2010, 2040)]
    [InlineData("Africa/Cairo", 2000, 2030)]
    [InlineData("Australia/Sydney", 1990, 2030)]
    [InlineData("Australia/Lord_Howe", 1990, 2030)]
    [InlineData("Pacific/Apia", 2005, 2030)]
    [InlineData("America/Caracas", 2000, 2030)]
    [InlineData("UTC", 2000, 2030)]
    public void What_is_written_says_what_the_zone_says(string id, int from, int to)
    {
        var zone = CalendarZone.Find(id)!;
        var written = new WrittenZone(CalendarZone.Component(zone, from, to));
        var end = new DateTime(to + 1, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(-1);
        for (var time = new DateTime(from, 1, 2, 0, 0, 0, DateTimeKind.Utc); time < end; time = time.AddHours(7))
        {
            if (written.OffsetAt(time) != zone.GetUtcOffset(time)) Assert.Fail($"{time:u}: {written.OffsetAt(time)} and not {zone.GetUtcOffset(time)}");
        }
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("Europe/Dublin")]
    [InlineData("Africa/Casablanca")]
    [InlineData("Australia/Sydney")]
    public void Summer_time_is_the_one_that_is_ahead(string id)
    {
        var parts = CalendarZone.Component(CalendarZone.Find(id)!, 2026, 2026).Children;
        string Least(string name) => parts.Where(part => part.Name == name).Select(part => part.Property("TZOFFSETTO")!.Value).Distinct().Single();
        Assert.True(string.CompareOrdinal(Least("STANDARD"), Least("DAYLIGHT")) < 0);
    }

    [Fact]
    public void Years_are_few()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarZone.Component(Berlin, 2026, 2025));
        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarZone.Component(Berlin, 1, 2025));
        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarZone.Component(Berlin, 1800, 2025));
        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarZone.Component(Berlin, 9950, 9999));
    }

    /// <summary>Reads a VTIMEZONE as a client does: all times at which the clock is set, and the offset after each.</summary>
    sealed class WrittenZone
    {
        readonly List<(DateTime Utc, TimeSpan Offset)> set;

        public WrittenZone(ICalComponent zone) => set = [.. zone.Children.SelectMany(Times).OrderBy(time => time.Utc)];

        public TimeSpan OffsetAt(DateTime utc) => set.FindLast(time => time.Utc <= utc).Offset;

        static IEnumerable<(DateTime Utc, TimeSpan Offset)> Times(ICalComponent observance)
        {
            var (from, to) = (Offset(observance.Property("TZOFFSETFROM")!.Value), Offset(observance.Property("TZOFFSETTO")!.Value));
            var times = new RecurrenceSet
            {
                Start = CalendarTime.Read(observance.Property("DTSTART")!)!.Clock,
                Rule = observance.Property("RRULE") is { } rule ? RecurrenceRule.Parse(rule.Value)! : null,
                Added = [.. observance.All("RDATE").SelectMany(CalendarTime.ReadList).Select(time => time.Clock)],
            };
            // The end of a rule is in UTC, and all its times are at the offset before.
            var until = times.Rule?.Until?.Clock + from ?? DateTime.MaxValue;
            times = times with { Rule = times.Rule is null ? null : times.Rule with { Until = null } };
            return times.Expand().TakeWhile(time => time <= until && time.Year < 2060).Select(time => (time - from, to));
        }

        static TimeSpan Offset(string text)
        {
            var offset = TimeSpan.ParseExact(text[1..], text.Length > 5 ? "hhmmss" : "hhmm", System.Globalization.CultureInfo.InvariantCulture);
            return text[0] == '-' ? -offset : offset;
        }
    }
}
