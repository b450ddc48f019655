using System.Diagnostics;
using System.Globalization;

namespace Leaderful.Bench;

/// <summary>What a crowd saw: of each change when it was due, how many lack it, and when the last had it. The first are not counted.</summary>
internal sealed class Seen(int unseen, int changes, int people)
{
    private readonly long[] due = new long[changes];
    private readonly int[] lacking = [.. Enumerable.Repeat(people, changes)];
    private readonly double[] last = new double[changes];
    private readonly long begin = Stopwatch.GetTimestamp();
    private long deliveries;
    private long bytes;
    private long firstAt;
    private long lastAt;
    private int open;
    private int whole;

    public int Open => Volatile.Read(ref open);
    public bool IsAll => Volatile.Read(ref whole) == changes;

    public void Opened() => Interlocked.Increment(ref open);

    public void Count(int length) => Interlocked.Add(ref bytes, length);

    public void Begin(int n)
    {
        if (n == unseen) (firstAt, bytes, deliveries) = (Stopwatch.GetTimestamp(), 0, 0);
        Volatile.Write(ref due[n], Stopwatch.GetTimestamp());
    }

    /// <summary>Somebody has these changes, which came at once.</summary>
    public void Arrive(int from, int to)
    {
        Interlocked.Increment(ref deliveries);
        for (var n = from; n <= to; n++) Arrive(n);
    }

    private void Arrive(int n)
    {
        if (Interlocked.Decrement(ref lacking[n]) != 0) return;
        last[n] = Stopwatch.GetElapsedTime(Volatile.Read(ref due[n])).TotalMilliseconds;
        lastAt = Stopwatch.GetTimestamp();
        Interlocked.Increment(ref whole);
    }

    public void Say(string name, double perPerson, List<double> pages, int wrong)
    {
        var took = Stopwatch.GetElapsedTime(firstAt, lastAt == 0 ? Stopwatch.GetTimestamp() : lastAt).TotalSeconds;
        double[] waits = [.. last.Skip(unseen).Where(l => l > 0).Order()];
        pages.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {people} watch, {whole} of {changes} changes seen by all  deliveries/s {deliveries / took:F0}  last p50 {Waits.At(waits, 0.5):F0} ms  p99 {Waits.At(waits, 0.99):F0} ms  {perPerson:F1} KiB each  {bytes / Math.Max(1.0, deliveries):F0} bytes a delivery{(pages.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"  page p50 {Waits.At(pages, 0.5):F0} p90 {Waits.At(pages, 0.9):F0} p99 {Waits.At(pages, 0.99):F0} ms of {pages.Count}"))}  errors {wrong}"));
    }
}
