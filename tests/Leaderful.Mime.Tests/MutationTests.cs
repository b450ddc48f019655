using System.Diagnostics;
using Leaderful.Mime.Soak;
using Xunit;

namespace Leaderful.Mime.Tests;

public class MutationTests
{
    const int Mails = 20_000;

    /// <summary>A slice of what the soak program does for hours. Skips nothing without corpora: there are mails of our own.</summary>
    [Fact]
    public async Task Mutated_mails_are_read_without_exception_in_time_and_without_growth()
    {
        var mutator = new Mutator(await Seeds.ReadAsync(), seed: 20260301);
        Parallel.For(0, Mails, new ParallelOptions { MaxDegreeOfParallelism = 2 }, number =>
        {
            var mail = mutator.Make(number);
            var clock = Stopwatch.StartNew();
            try
            {
                Exhaust.Read(mail);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Mail {number} of the seed.", failure);
            }
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"Mail {number} took {clock.Elapsed}."); // mostly under a millisecond; the machine may be busy
        });
    }
}
