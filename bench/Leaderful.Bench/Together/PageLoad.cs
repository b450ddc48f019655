using System.Globalization;

namespace Leaderful.Bench.Together;

/// <summary>The most letters a second that a server takes in time: the rate rises until it does not.</summary>
internal static class PageLoad
{
    private const double Rise = 1.2;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(4);

    public static async Task<int> Find(PageServer server, int pages, int people, int from)
    {
        using var crowd = await Crowd.Gather(server.Address, server.Dialect, [.. server.Pages.Take(pages)], people, server.Cookies);
        // The first turns of a program are its slowest.
        await crowd.Type(from, TimeSpan.Zero, server.WarmUp, server.Process);
        Step? best = null;
        for (double rate = from; ; rate *= Rise)
        {
            var step = await crowd.Type((int)rate, WarmUp, Length, server.Process);
            // Of a machine that others use too, a bad moment is no limit.
            if (!step.IsInTime) step = await crowd.Type((int)rate, WarmUp, Length, server.Process);
            Console.Error.WriteLine(step);
            if (!step.IsInTime) break;
            best = step;
        }
        Console.WriteLine(best is null ? $"{pages}x{people} {server.Name}: less than {from} edits/s" : string.Create(CultureInfo.InvariantCulture,
            $"{pages}x{people} {server.Name}: {best.Sent:F0} edits/s, p50 {best.Median:F0} ms, p99 {best.P99:F0} ms; server {100 * best.Server:F0} % of a core, {best.Memory} MiB; load {100 * best.Own:F0} %"));
        return best is null ? 1 : 0;
    }
}
