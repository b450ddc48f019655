using System.Diagnostics;
using Leaderful.ICalendar.Soak;
using Xunit;

namespace Leaderful.ICalendar.Tests;

public class CorporaTests
{
    [Fact]
    public void Every_file_is_read_in_time_and_what_is_written_of_it_is_read_as_the_same()
    {
        foreach (var (path, bytes) in Corpora.All())
        {
            var clock = Stopwatch.StartNew();
            Exhaust.Read(bytes);
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{path} took {clock.Elapsed}");
        }
    }

    [Fact]
    public void The_examples_of_the_standards_hold_their_events()
    {
        var (_, bytes) = Corpora.All().Single(file => file.Path.EndsWith("rfc2446.ics", StringComparison.Ordinal));
        var calendars = ICalReader.Read(bytes).Components;
        Assert.Equal(53, calendars.Count);
        var events = calendars.SelectMany(calendar => calendar.Within("VEVENT")).ToList();
        Assert.NotEmpty(events);
        Assert.All(events, one => Assert.NotNull(one.Property("UID")));
    }
}
