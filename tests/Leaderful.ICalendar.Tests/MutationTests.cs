using System.Diagnostics;
using Leaderful.ICalendar.Soak;
using Xunit;

namespace Leaderful.ICalendar.Tests;

public class MutationTests
{
    const int Calendars = 10_000;

    /// <summary>So much memory is taken by no one calendar, all that was made and dropped on the way counted.</summary>
    const long MostAllocated = 64 * 1024 * 1024;

    /// <summary>A slice of what the soak program does for hours. Skips nothing without corpora: there are calendars of our own.</summary>
    [Fact]
    public void Mutated_calendars_are_read_without_exception_in_time_and_without_growth()
    {
        var mutator = new Mutator(Seeds.Read(), seed: 20260301);
        Parallel.For(0, Calendars, new ParallelOptions { MaxDegreeOfParallelism = 2 }, number =>
        {
            var calendar = mutator.Make(number);
            var clock = Stopwatch.StartNew();
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                Exhaust.Read(calendar);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Calendar {number} of the seed.", failure);
            }
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            Assert.True(allocated < MostAllocated, $"Calendar {number} took {allocated} bytes.");
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"Calendar {number} took {clock.Elapsed}."); // mostly a millisecond; the machine may be busy
        });
    }
}
