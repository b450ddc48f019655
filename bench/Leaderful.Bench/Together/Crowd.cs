using System.Diagnostics;
using Leaderful.Yjs;

namespace Leaderful.Bench.Together;

/// <summary>
/// Many people on many pages, all of whom type: so many letters a second whether or not the last arrived, each counted from when
/// it was due until the last of the others on its page has it.
/// </summary>
internal sealed class Crowd(Dialect dialect, int others) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly List<Hand> hands = [];
    private readonly Dictionary<long, Hand> writers = [];
    private readonly List<double> waits = [];
    private long measuredFrom = long.MaxValue;
    private int next;

    public Dialect Dialect => dialect;

    public Hand? Writer(long client) => writers.GetValueOrDefault(client);

    public static async Task<Crowd> Gather(Uri server, Dialect dialect, IReadOnlyList<string> pages, int people, IReadOnlyList<string> cookies)
    {
        var crowd = new Crowd(dialect, people - 1);
        for (var n = 0; n < people; n++)
            foreach (var page in pages) crowd.hands.Add(new Hand(crowd, page));
        foreach (var hand in crowd.hands) crowd.writers[hand.Client] = hand;
        for (var n = 0; n < crowd.hands.Count; n++) await crowd.hands[n].Join(server, cookies[n % cookies.Count]);
        return crowd;
    }

    /// <summary>The last of the others has a letter.</summary>
    public void Wait(long due, long now)
    {
        if (due < Volatile.Read(ref measuredFrom)) return;
        lock (waits) waits.Add(Stopwatch.GetElapsedTime(due, now).TotalMilliseconds);
    }

    public async Task<Step> Type(int rate, TimeSpan warmUp, TimeSpan length, int server)
    {
        lock (waits) waits.Clear();
        Volatile.Write(ref measuredFrom, long.MaxValue);
        await Pump(rate, warmUp);
        using var use = new Use(server);
        var begun = Stopwatch.GetTimestamp();
        Volatile.Write(ref measuredFrom, begun);
        var sent = await Pump(rate, length);
        var (took, cpu, own) = (Stopwatch.GetElapsedTime(begun), use.Server, use.Own);
        for (var end = Stopwatch.GetTimestamp(); Count() < sent && Stopwatch.GetElapsedTime(end) < Patience;) await Task.Delay(20);
        lock (waits)
        {
            waits.Sort();
            return new Step(rate, sent / took.TotalSeconds, (double)waits.Count / sent, Waits.At(waits, 0.5), Waits.At(waits, 0.99), cpu / took, own / took, use.Memory);
        }
    }

    public void Dispose()
    {
        foreach (var hand in hands) hand.Dispose();
    }

    private int Count()
    {
        lock (waits) return waits.Count;
    }

    private async Task<int> Pump(int rate, TimeSpan length)
    {
        var (begun, total, sent) = (Stopwatch.GetTimestamp(), (int)(rate * length.TotalSeconds), 0);
        while (sent < total)
        {
            var elapsed = Stopwatch.GetElapsedTime(begun);
            // Who is so far behind will not catch up.
            if (elapsed > 2 * length) break;
            for (var due = Math.Min(total, (int)(elapsed.TotalSeconds * rate)); sent < due; sent++)
                hands[next++ % hands.Count].Type(begun + (long)((sent + 1.0) / rate * Stopwatch.Frequency), others);
            await Task.Delay(1);
        }
        return sent;
    }
}
