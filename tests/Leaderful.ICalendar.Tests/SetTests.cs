using Xunit;

namespace Leaderful.ICalendar.Tests;

public class SetTests
{
    static DateTime Day(int day, int hour = 19) => new(2026, 3, day, hour, 0, 0);

    static readonly RecurrenceSet Weekly = new() { Start = Day(3), Rule = RecurrenceRule.Parse("FREQ=WEEKLY;COUNT=4") };

    [Fact]
    public void Without_a_rule_it_is_the_start() => Assert.Equal([Day(3)], new RecurrenceSet { Start = Day(3) }.Expand());

    [Fact]
    public void Times_are_added_and_excepted() => Assert.Equal(
        [Day(1), Day(3), Day(4), Day(24)],
        (Weekly with { Added = [Day(4), Day(1), Day(3), Day(17)], Excepted = [Day(10), Day(17), Day(30)] }).Expand());

    [Fact]
    public void Days_are_excepted_whole() => Assert.Equal([Day(3), Day(17), Day(24)], (Weekly with { ExceptedDays = [new DateOnly(2026, 3, 10)] }).Expand());

    [Fact]
    public void The_start_is_among_them_even_if_the_rule_does_not_say_so() => Assert.Equal(
        [Day(4), Day(10), Day(17)], new RecurrenceSet { Start = Day(4), Rule = RecurrenceRule.Parse("FREQ=WEEKLY;BYDAY=TU;COUNT=2") }.Expand());

    [Fact]
    public void Later_ones_can_be_asked_for() => Assert.Equal([Day(17), Day(20), Day(24)], (Weekly with { Added = [Day(4), Day(20)] }).Expand(Day(11)));

    [Fact]
    public void Nothing_may_be_left() => Assert.Empty(new RecurrenceSet { Start = Day(3), Excepted = [Day(3)] }.Expand());

    [Fact]
    public void It_may_go_on_for_ever() => Assert.Equal(Day(10).AddYears(0), (Weekly with { Rule = RecurrenceRule.Parse("FREQ=WEEKLY"), Excepted = [Day(3)] }).Expand().First());
}
