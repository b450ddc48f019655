using Xunit;

namespace Leaderful.ICalendar.Tests;

/// <summary>
/// The rules libical is tested with, and the times it expects: lines RRULE, DTSTART, INSTANCES, and START-AT where it only looks from
/// then on. Two are passed over: every few years in week 53, from a day in it that does not fit the rule. The standard leaves open what
/// such a start means; libical counts from its year, and we from the year of its week, as both do where the start fits.
/// </summary>
public class RuleCorpusTests
{
    static IEnumerable<Dictionary<string, string>> Cases(string path)
    {
        Dictionary<string, string> one = [];
        foreach (var line in Corpora.Lines(path).Where(line => line.Contains(':', StringComparison.Ordinal) && !line.StartsWith('#')))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            one[line[..colon]] = line[(colon + 1)..].Trim();
            if (!line.StartsWith("INSTANCES", StringComparison.Ordinal)) continue;
            yield return one;
            one = [];
        }
    }

    static IEnumerable<string> Expand(RecurrenceRule rule, CalendarTime start, string? from)
    {
        if (start.IsDate) return rule.Expand(start.Date, CalendarTime.Parse(from ?? "")?.Date).Select(day => CalendarTime.On(day).ToString());
        var zone = start.Kind == CalendarTimeKind.Utc ? "Z" : "";
        return rule.Expand(start.Clock, null, CalendarTime.Parse(from ?? "")?.Clock).Select(time => CalendarTime.Floating(time) + zone);
    }

    [Fact]
    public void Rules_happen_when_libical_says()
    {
        var tried = 0;
        List<string> wrong = [];
        foreach (var one in Cases("ical/src-test/icalrecur_test.txt"))
        {
            var expected = one["INSTANCES"];
            if (expected.StartsWith("***", StringComparison.Ordinal) || one["RRULE"].Contains("BYWEEKNO=53;INTERVAL", StringComparison.Ordinal)) continue;
            tried++;
            var rule = RecurrenceRule.Parse(one["RRULE"], out var problem);
            var (start, from) = (CalendarTime.Parse(one["DTSTART"])!, one.GetValueOrDefault("START-AT"));
            // What libical lists is sometimes only the beginning.
            var times = rule is null ? problem.ToString() : string.Join(',', Expand(rule, start, null).Take(expected.Count(c => c == ',') + (rule.Count ?? 0) + 2));
            if (times != expected) wrong.Add($"{one["RRULE"]} from {one["DTSTART"]}\n  should be {expected}\n  but is    {times}");
            if (rule is null || from is null) continue;
            var later = string.Join(',', expected.Split(',').Where(time => string.CompareOrdinal(time, from) >= 0));
            if (string.Join(',', Expand(rule, start, from)) != later) wrong.Add($"{one["RRULE"]} looked at from {from} on");
        }
        Assert.True(tried > 140, $"{tried} rules.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Rules_of_other_calendars_are_not_taken_for_ours()
    {
        foreach (var one in Cases("ical/src-test/icalrecur_test_rscale.txt")) Assert.Null(RecurrenceRule.Parse(one["RRULE"]));
    }
}
