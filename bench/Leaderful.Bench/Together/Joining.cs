using System.Diagnostics;
using System.Globalization;

namespace Leaderful.Bench.Together;

/// <summary>Somebody opens a page that has a long life behind it, with nothing of it kept: from the first word to all there is.</summary>
internal static class Joining
{
    public static async Task<int> Run(PageServer server, int times)
    {
        var (took, bytes) = (new List<double>(), 0);
        for (var time = 0; time < times; time++)
        {
            var begun = Stopwatch.GetTimestamp();
            using var wire = await server.Join(server.Pages[0], message => bytes = Math.Max(bytes, server.Dialect.Update(message)?.Length ?? 0));
            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        var first = took[0];
        took.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"joined {server.Name}: first {first:F1} ms, middle {took[times / 2]:F1} ms, longest {took[^1]:F1} ms of {times}, {bytes / 1024} KiB"));
        return 0;
    }
}
