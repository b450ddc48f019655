using System.Diagnostics;

namespace Leaderful.Soaking;

/// <summary>
/// Reads mutated input on all cores and looks for exceptions, slowness and growth. <paramref name="make"/> gives the input of a
/// number, the same each time; <paramref name="read"/> reads it through and tells how much came of it. One of them is called
/// <paramref name="what"/>, and what fails is kept in a file that ends with <paramref name="ending"/>.
/// </summary>
internal sealed class MutationSoak(string what, string ending, Func<long, byte[]> make, Func<byte[], long> read)
{
    readonly string what = what;
    readonly string ending = ending;
    readonly Func<long, byte[]> make = make;
    readonly Func<byte[], long> read = read;

    static readonly TimeSpan SlowestAllowed = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Hang = TimeSpan.FromMinutes(2); // by the clock on the wall: a busy machine may leave a thread waiting long

    /// <summary>More than this for one is a failure; by default only told.</summary>
    public long MostMemory { get; init; } = long.MaxValue;

    /// <summary>From one number on, so that what failed once can be looked at alone.</summary>
    public async Task<bool> RunAsync(long count, int seed, long from = 0)
    {
        var workers = new Worker[Environment.ProcessorCount];
        var next = from - 1;
        var clock = Stopwatch.StartNew();
        var tasks = workers.Select((_, i) => Task.Factory.StartNew(
            () => (workers[i] = new Worker(this, seed)).Run(() => Interlocked.Increment(ref next) is var number && number < from + count ? number : -1),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        var all = Task.WhenAll(tasks);
        while (!all.IsCompleted)
        {
            await Task.WhenAny(all, Task.Delay(TimeSpan.FromSeconds(5)));
            foreach (var worker in workers) worker?.ExitIfStuck(Hang);
        }
        await all;
        return Report(workers, count, seed, clock.Elapsed);
    }

    bool Report(Worker[] workers, long count, int seed, TimeSpan elapsed)
    {
        var slowest = workers.MaxBy(worker => worker.Slowest)!;
        var failures = workers.Sum(worker => worker.Failures);
        using var process = Process.GetCurrentProcess();
        var busy = process.TotalProcessorTime.TotalSeconds;
        Console.WriteLine($"{count:N0} mutated {what}s (seed {seed}) in {elapsed.TotalSeconds:N1} s: {count / elapsed.TotalSeconds:N0} {what}s/s, {workers.Sum(w => w.Bytes) / elapsed.TotalSeconds / 1e6:N1} MB/s; processor time {busy:N1} s, mutating included");
        Console.WriteLine($"in {workers.Sum(w => w.Bytes) / 1e6:N0} MB, out {workers.Sum(w => w.Output) / 1e6:N0} MB; slowest {slowest.Slowest.TotalMilliseconds:N1} ms ({what} {slowest.SlowestNumber}, {slowest.SlowestLength:N0} bytes)");
        var greedy = workers.MaxBy(worker => worker.MostAllocated)!;
        Console.WriteLine($"most allocated for one {what} {greedy.MostAllocated / 1e6:N1} MB ({what} {greedy.MostAllocatedNumber})");
        Console.WriteLine($"peak memory {process.PeakWorkingSet64 / 1e6:N0} MB; failures {failures}");
        return failures == 0;
    }

    sealed class Worker(MutationSoak soak, int seed)
    {
        readonly Stopwatch clock = new();
        byte[] current = [];
        long currentNumber;

        public TimeSpan Slowest { get; private set; }

        public long SlowestNumber { get; private set; }

        public int SlowestLength { get; private set; }

        public long MostAllocated { get; private set; }

        public long MostAllocatedNumber { get; private set; }

        public long Bytes { get; private set; }

        public long Output { get; private set; }

        public int Failures { get; private set; }

        public void Run(Func<long> take)
        {
            while (take() is var number and >= 0)
            {
                (current, currentNumber) = (soak.make(number), number);
                var allocated = GC.GetAllocatedBytesForCurrentThread();
                clock.Restart();
                var began = ThreadTime.Now;
                try
                {
                    Output += soak.read(current);
                }
                catch (Exception failure)
                {
                    Fail(failure.ToString());
                }
                allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
                if (allocated > soak.MostMemory) Fail($"took {allocated} bytes");
                if (allocated > MostAllocated) (MostAllocated, MostAllocatedNumber) = (allocated, number);
                Count(ThreadTime.Now - began);
            }
            clock.Reset();
        }

        public void ExitIfStuck(TimeSpan limit)
        {
            if (clock.Elapsed < limit) return;
            Fail($"stuck for {clock.Elapsed}");
            Environment.Exit(1);
        }

        void Count(TimeSpan elapsed)
        {
            Bytes += current.Length;
            if (elapsed > Slowest) (Slowest, SlowestNumber, SlowestLength) = (elapsed, currentNumber, current.Length);
            if (elapsed > SlowestAllowed) Fail($"took {elapsed}");
        }

        void Fail(string why)
        {
            Failures++;
            var file = Path.Combine(Path.GetTempPath(), $"{soak.what}-soak-{seed}-{currentNumber}{soak.ending}");
            if (Failures > 20) return;
            File.WriteAllBytes(file, current);
            Console.WriteLine($"{soak.what} {currentNumber}: {why}\n  kept in {file}");
        }
    }
}
