using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Leaderful.ICalendar.Tests;

public class RuleTests
{
    static DateTime At(string time) => CalendarTime.Parse(time)!.Clock;

    static IEnumerable<DateTime> Expand(string rule, string start, TimeZoneInfo? zone = null, string? from = null) =>
        RecurrenceRule.Parse(rule, out var problem)?.Expand(At(start), zone, from is null ? null : At(from)) ?? throw new InvalidOperationException(problem.ToString());

    static string Written(IEnumerable<DateTime> times) => string.Join(' ', times.Select(time => time.ToString(time.TimeOfDay == TimeSpan.FromHours(19) ? "yyyyMMdd" : "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)));

    /// <summary>Gatherings at seven in the evening, as communities have them.</summary>
    [Theory]
    [InlineData("FREQ=DAILY;COUNT=3", "20260227T190000", "20260227 20260228 20260301")]
    [InlineData("FREQ=DAILY;INTERVAL=10;UNTIL=20260320", "20260301T190000", "20260301 20260311")]
    [InlineData("FREQ=WEEKLY;COUNT=3", "20260303T190000", "20260303 20260310 20260317")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=5", "20260303T190000", "20260303 20260305 20260317 20260319 20260331")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;COUNT=4", "20260301T190000", "20260301 20260309 20260315 20260323")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;COUNT=4;WKST=SU", "20260301T190000", "20260301 20260302 20260315 20260316")]
    [InlineData("FREQ=MONTHLY;BYDAY=1TU;COUNT=3", "20260303T190000", "20260303 20260407 20260505")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "20260303T190000", "20260327 20260424 20260529")]
    [InlineData("FREQ=MONTHLY;BYDAY=5MO;COUNT=3", "20260301T190000", "20260330 20260629 20260831")]
    [InlineData("FREQ=MONTHLY;COUNT=4", "20260131T190000", "20260131 20260331 20260531 20260731")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4", "20260131T190000", "20260131 20260228 20260331 20260430")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3", "20260101T190000", "20260130 20260227 20260331")]
    [InlineData("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3", "20260101T190000", "20260213 20260313 20261113")]
    [InlineData("FREQ=MONTHLY;BYDAY=2FR;BYMONTHDAY=13;COUNT=2", "20260101T190000", "20260213 20260313")]
    [InlineData("FREQ=MONTHLY;INTERVAL=3;BYMONTH=1,2,3;COUNT=3", "20260110T190000", "20260110 20270110 20280110")]
    [InlineData("FREQ=YEARLY;COUNT=3", "20240229T190000", "20240229 20280229 20320229")]
    [InlineData("FREQ=YEARLY;BYMONTH=5;BYDAY=2SU;COUNT=3", "20260101T190000", "20260510 20270509 20280514")]
    [InlineData("FREQ=YEARLY;BYDAY=-1SU;COUNT=2", "20260101T190000", "20261227 20271226")]
    [InlineData("FREQ=YEARLY;BYMONTH=3,10;COUNT=3", "20260315T190000", "20260315 20261015 20270315")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=60,-1;COUNT=4", "20260101T190000", "20260301 20261231 20270301 20271231")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=1;COUNT=3", "20260101T190000", "20260101 20270107 20280106")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;COUNT=2", "20260101T190000", "20261228 20321227")]
    [InlineData("FREQ=YEARLY;BYMONTHDAY=10;COUNT=2", "20260310T190000", "20260310 20270310")]
    [InlineData("FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR;COUNT=3", "20260101T190000", "20260213 20260313 20261113")]
    [InlineData("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=-1;COUNT=2", "20270101T190000", "20270228 20280229")]
    public void Gatherings_come_again(string rule, string start, string times) => Assert.Equal(times, Written(Expand(rule, start)));

    [Theory]
    [InlineData("FREQ=DAILY;BYHOUR=9,17;BYMINUTE=30,0;COUNT=4", "20260301T093000", "20260301T093000 20260301T170000 20260301T173000 20260302T090000")]
    [InlineData("FREQ=HOURLY;INTERVAL=5;COUNT=3", "20260301T201500", "20260301T201500 20260302T011500 20260302T061500")]
    [InlineData("FREQ=HOURLY;BYMINUTE=0,30;BYHOUR=9,10;BYDAY=MO;COUNT=3", "20260301T000000", "20260302T090000 20260302T093000 20260302T100000")]
    [InlineData("FREQ=MINUTELY;INTERVAL=90;COUNT=3", "20260301T230000", "20260301T230000 20260302T003000 20260302T020000")]
    [InlineData("FREQ=MINUTELY;BYHOUR=9;BYMINUTE=5;BYSECOND=10,20;COUNT=3", "20260301T000000", "20260301T090510 20260301T090520 20260302T090510")]
    [InlineData("FREQ=SECONDLY;INTERVAL=40;COUNT=3", "20260301T235930", "20260301T235930 20260302T000010 20260302T000050")]
    [InlineData("FREQ=SECONDLY;BYMONTH=12;BYMONTHDAY=31;BYHOUR=23;BYMINUTE=59;BYSECOND=60;COUNT=2", "20260101T000000", "20261231T235959 20271231T235959")]
    public void Shorter_units_count_as_well(string rule, string start, string times) => Assert.Equal(times, Written(Expand(rule, start)));

    [Fact]
    public void The_end_is_a_moment_where_the_clock_has_a_zone()
    {
        var berlin = CalendarZone.Find("Europe/Berlin")!;
        // 18:00 UTC is seven in the evening in winter, and eight in summer.
        Assert.Equal("20260326 20260327", Written(Expand("FREQ=DAILY;UNTIL=20260327T180000Z", "20260326T190000", berlin)));
        Assert.Equal("20260326", Written(Expand("FREQ=DAILY;UNTIL=20260327T175959Z", "20260326T190000", berlin)));
        Assert.Equal("20260401 20260402", Written(Expand("FREQ=DAILY;UNTIL=20260402T170000Z", "20260401T190000", berlin)));
        Assert.Equal("20260401", Written(Expand("FREQ=DAILY;UNTIL=20260402T165959Z", "20260401T190000", berlin)));
        Assert.Equal("20260401 20260402", Written(Expand("FREQ=DAILY;UNTIL=20260402", "20260401T190000", berlin)));
        Assert.Equal("20260401", Written(Expand("FREQ=DAILY;UNTIL=20260402T180000", "20260401T190000", berlin)));
        // The clock shows half past two twice that night; the first counts, which is before the end.
        Assert.Equal("20261024T023000 20261025T023000", Written(Expand("FREQ=DAILY;UNTIL=20261025T003000Z", "20261024T023000", berlin)));
        Assert.Equal("20261024T023000", Written(Expand("FREQ=DAILY;UNTIL=20261025T002959Z", "20261024T023000", berlin)));
    }

    [Theory]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,FR;BYSETPOS=1,-1,2")]
    [InlineData("FREQ=HOURLY;BYMINUTE=0,30;BYSETPOS=-1")]
    [InlineData("FREQ=SECONDLY;INTERVAL=7;COUNT=40")]
    public void Two_may_go_through_the_same_times_at_once(string rule)
    {
        var times = Expand(rule, "20260301T190000");
        var expected = times.Take(40).ToList();
        Assert.Equal(expected.Zip(expected), times.Zip(times).Take(40));
    }

    [Fact]
    public void Days_have_no_hours()
    {
        static string Days(string rule, DateOnly? from = null) => string.Join(' ', RecurrenceRule.Parse(rule)!.Expand(new DateOnly(2026, 3, 3), from).Select(day => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)));

        Assert.Equal("20260303 20260305", Days("FREQ=DAILY;INTERVAL=2;COUNT=2;BYHOUR=9,10;BYMINUTE=5"));
        Assert.Equal("20260303 20260304", Days("FREQ=DAILY;UNTIL=20260304T000000Z"));
        Assert.Equal("20260304 20260305", Days("FREQ=DAILY;COUNT=3", new DateOnly(2026, 3, 4)));
        Assert.Equal("20260303", Days("FREQ=DAILY;BYHOUR=9;BYSETPOS=1;COUNT=1"));
        Assert.Equal("20260303 20260304", Days("FREQ=HOURLY;INTERVAL=5;COUNT=2"));
        Assert.Equal("20270101 20280101", Days("FREQ=SECONDLY;INTERVAL=5;BYYEARDAY=1;BYSETPOS=1;COUNT=2"));
    }

    [Fact]
    public void What_never_comes_ends()
    {
        var clock = Stopwatch.StartNew();
        foreach (var rule in new[]
        {
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31", "FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31", "FREQ=HOURLY;BYMONTH=4;BYMONTHDAY=31", "FREQ=SECONDLY;BYMONTH=4;BYMONTHDAY=31",
            "FREQ=HOURLY;INTERVAL=24;BYHOUR=3", "FREQ=SECONDLY;INTERVAL=60;BYSECOND=7", "FREQ=MINUTELY;INTERVAL=1440;BYHOUR=3", "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1", "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
            "FREQ=DAILY;BYHOUR=1;BYSETPOS=2", "FREQ=WEEKLY;INTERVAL=2147483647;BYDAY=SU;BYMONTH=12",
        }) Assert.Empty(Expand(rule, "20260201T000000"));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"It took {clock.Elapsed}.");
    }

    [Theory]
    [InlineData("FREQ=DAILY", 2_914_636)]
    [InlineData("FREQ=WEEKLY", 416_377)]
    [InlineData("FREQ=YEARLY;INTERVAL=1000", 8)]
    [InlineData("FREQ=HOURLY;INTERVAL=2147483647", 1)]
    public void Without_an_end_it_goes_on_to_the_last_year(string rule, int count)
    {
        var last = default(DateTime);
        var counted = 0;
        foreach (var time in Expand(rule, "20191231T190000")) (last, counted) = (time, counted + 1);
        Assert.Equal(count, counted);
        Assert.True(last <= DateTime.MaxValue);
    }

    [Theory]
    [InlineData("FREQ=SECONDLY;INTERVAL=7")]
    [InlineData("FREQ=MINUTELY;INTERVAL=13;BYSECOND=1,2")]
    [InlineData("FREQ=HOURLY;INTERVAL=7;BYMINUTE=5,6;BYSETPOS=-1")]
    [InlineData("FREQ=DAILY;INTERVAL=3;BYHOUR=1,23")]
    [InlineData("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SU")]
    [InlineData("FREQ=MONTHLY;INTERVAL=5;BYDAY=-1SU")]
    [InlineData("FREQ=YEARLY;INTERVAL=3;BYWEEKNO=1,53")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29")]
    public void What_comes_long_after_is_found_without_counting(string rule)
    {
        var near = Expand(rule, "20260101T120000", from: "20260601T000000").Take(5).ToList();
        Assert.Equal(Expand(rule, "20260101T120000").SkipWhile(time => time < new DateTime(2026, 6, 1)).Take(5), near);
        var clock = Stopwatch.StartNew();
        var far = Expand(rule, "20260101T120000", from: "90000101T000000").Take(5).ToList();
        Assert.Equal(5, far.Count);
        Assert.True(far[0] >= new DateTime(9000, 1, 1));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"It took {clock.Elapsed}.");
    }

    [Fact]
    public void Counted_times_count_from_the_start()
    {
        Assert.Equal("20260303 20260304", Written(Expand("FREQ=DAILY;COUNT=4", "20260301T190000", from: "20260303T000000")));
        // Too many to be gone through.
        Assert.Empty(Expand("FREQ=SECONDLY;COUNT=2147483647", "20260101T000000", from: "20270101T000000"));
    }

    [Fact]
    public void A_day_full_of_times_is_never_laid_out()
    {
        var all = "BYHOUR=" + string.Join(',', Enumerable.Range(0, 24)) + ";BYMINUTE=" + string.Join(',', Enumerable.Range(0, 60)) + ";BYSECOND=" + string.Join(',', Enumerable.Range(0, 60));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("20261231T190000", Written(Expand("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31;" + all, "20261231T190000").Take(1)).Replace("20261231", "20261231T190000", StringComparison.Ordinal));
        Assert.Equal("20261231T235959", Written(Expand("FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-1;" + all, "20260101T190000").Take(1)));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1024 * 1024);
    }
}
