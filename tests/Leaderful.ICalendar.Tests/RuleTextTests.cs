using Xunit;

namespace Leaderful.ICalendar.Tests;

public class RuleTextTests
{
    [Theory]
    [InlineData("FREQ=DAILY")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;COUNT=10;BYDAY=MO,WE;WKST=SU")]
    [InlineData("FREQ=MONTHLY;UNTIL=20261231T225959Z;BYDAY=1TU,-1FR")]
    [InlineData("FREQ=MONTHLY;UNTIL=20261231;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")]
    [InlineData("FREQ=YEARLY;BYSECOND=0,60;BYMINUTE=59;BYHOUR=23;BYMONTHDAY=-31,31;BYYEARDAY=-366,366;BYMONTH=12;BYSETPOS=366")]
    [InlineData("FREQ=YEARLY;BYDAY=53MO,-53SU")]
    [InlineData("FREQ=YEARLY;BYDAY=MO;BYWEEKNO=-53,53")]
    [InlineData("FREQ=SECONDLY;BYYEARDAY=1")]
    public void Rules_are_written_as_they_were_read(string text)
    {
        var rule = RecurrenceRule.Parse(text, out var problem);
        Assert.Equal(RecurrenceProblem.None, problem);
        Assert.Equal(text, rule!.ToString());
        Assert.Equal(rule, RecurrenceRule.Parse(text));
        Assert.Equal(rule.GetHashCode(), RecurrenceRule.Parse(text)!.GetHashCode());
    }

    [Theory]
    [InlineData("byday=+1mo; freq=monthly ;wkst=mo;interval=01;", "FREQ=MONTHLY;BYDAY=1MO")]
    [InlineData("FREQ=DAILY;UNTIL=20261231t225959z", "FREQ=DAILY;UNTIL=20261231T225959Z")]
    public void Case_order_blanks_and_a_semicolon_at_the_end_do_not_matter(string text, string written) =>
        Assert.Equal(written, RecurrenceRule.Parse(text)!.ToString());

    [Theory]
    [InlineData("", RecurrenceProblem.Frequency)]
    [InlineData("COUNT=1", RecurrenceProblem.Frequency)]
    [InlineData("FREQ=HOURY", RecurrenceProblem.Frequency)]
    [InlineData("FREQ=3", RecurrenceProblem.Frequency)]
    [InlineData("FREQ=DAILY;FREQ=DAILY", RecurrenceProblem.Part)]
    [InlineData("FREQ=DAILY;X", RecurrenceProblem.Part)]
    [InlineData("FREQ=DAILY;=1", RecurrenceProblem.Part)]
    [InlineData("FREQ=DAILY;RSCALE=CHINESE", RecurrenceProblem.Part)]
    [InlineData("FREQ=DAILY;INTERVAL=0", RecurrenceProblem.Interval)]
    [InlineData("FREQ=DAILY;INTERVAL=-1", RecurrenceProblem.Interval)]
    [InlineData("FREQ=DAILY;INTERVAL=2147483648", RecurrenceProblem.Interval)]
    [InlineData("FREQ=DAILY;COUNT=0", RecurrenceProblem.Count)]
    [InlineData("FREQ=DAILY;COUNT=", RecurrenceProblem.Count)]
    [InlineData("FREQ=DAILY;UNTIL=2026", RecurrenceProblem.Until)]
    [InlineData("FREQ=DAILY;UNTIL=20260101;COUNT=1", RecurrenceProblem.Until)]
    [InlineData("FREQ=DAILY;WKST=XX", RecurrenceProblem.WeekStart)]
    [InlineData("FREQ=DAILY;BYSECOND=61", RecurrenceProblem.Seconds)]
    [InlineData("FREQ=DAILY;BYSECOND=-1", RecurrenceProblem.Seconds)]
    [InlineData("FREQ=DAILY;BYMINUTE=60", RecurrenceProblem.Minutes)]
    [InlineData("FREQ=DAILY;BYHOUR=24", RecurrenceProblem.Hours)]
    [InlineData("FREQ=DAILY;BYHOUR=1,,2", RecurrenceProblem.Hours)]
    [InlineData("FREQ=MONTHLY;BYDAY=0MO", RecurrenceProblem.Days)]
    [InlineData("FREQ=MONTHLY;BYDAY=54MO", RecurrenceProblem.Days)]
    [InlineData("FREQ=MONTHLY;BYDAY=M", RecurrenceProblem.Days)]
    [InlineData("FREQ=WEEKLY;BYDAY=1MO", RecurrenceProblem.Days)]
    [InlineData("FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO", RecurrenceProblem.Days)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0", RecurrenceProblem.MonthDays)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32", RecurrenceProblem.MonthDays)]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=1", RecurrenceProblem.MonthDays)]
    [InlineData("FREQ=MONTHLY;BYYEARDAY=1", RecurrenceProblem.YearDays)]
    [InlineData("FREQ=YEARLY;BYYEARDAY=367", RecurrenceProblem.YearDays)]
    [InlineData("FREQ=MONTHLY;BYWEEKNO=1", RecurrenceProblem.Weeks)]
    [InlineData("FREQ=YEARLY;BYWEEKNO=54", RecurrenceProblem.Weeks)]
    [InlineData("FREQ=DAILY;BYMONTH=13", RecurrenceProblem.Months)]
    [InlineData("FREQ=DAILY;BYMONTH=5L", RecurrenceProblem.Months)]
    [InlineData("FREQ=DAILY;BYSETPOS=1", RecurrenceProblem.Positions)]
    [InlineData("FREQ=DAILY;BYHOUR=1;BYSETPOS=0", RecurrenceProblem.Positions)]
    public void What_is_wrong_is_said(string text, RecurrenceProblem expected)
    {
        Assert.Null(RecurrenceRule.Parse(text, out var problem));
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void A_long_rule_is_not_read()
    {
        Assert.Null(RecurrenceRule.Parse("FREQ=DAILY;BYMONTH=" + string.Join(',', Enumerable.Repeat("1", 3000)), out var problem));
        Assert.Equal(RecurrenceProblem.TooLong, problem);
    }

    [Fact]
    public void A_rule_put_together_wrongly_is_found_and_not_expanded()
    {
        var rule = new RecurrenceRule { Frequency = RecurrenceFrequency.Weekly, MonthDays = [1] };
        Assert.Equal(RecurrenceProblem.MonthDays, rule.Check());
        Assert.Throws<InvalidOperationException>(() => rule.Expand(new DateTime(2026, 1, 1)));
        Assert.Equal(RecurrenceProblem.Frequency, new RecurrenceRule { Frequency = (RecurrenceFrequency)9 }.Check());
        Assert.Equal(RecurrenceProblem.Until, new RecurrenceRule { Frequency = RecurrenceFrequency.Daily, Until = CalendarTime.InZone(default, "Europe/Berlin") }.Check());
    }
}
