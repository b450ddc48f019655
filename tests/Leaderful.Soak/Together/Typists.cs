using System.Diagnostics;

namespace Leaderful.Soak.Together;

/// <summary>A few people on each of some pages, all of whom type, and what must be there for good of what they wrote.</summary>
public sealed class Typists : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Random random;
    private readonly IReadOnlyList<string> pages;
    private readonly string cookie;
    private readonly TimeSpan pause;
    private readonly CancellationTokenSource over = new();
    private readonly List<Task> typing = [];
    private long typed;

    /// <summary>Together they type so many letters a second, in so far as they are connected and the machine keeps up.</summary>
    public Typists(IReadOnlyList<string> pages, string cookie, int people, int rate, Random random)
    {
        (this.pages, this.cookie, this.random) = (pages, cookie, random);
        All = [.. pages.SelectMany(page => Enumerable.Range(0, people).Select(_ => new Typist(page, cookie)))];
        pause = TimeSpan.FromSeconds((double)All.Count / rate);
    }

    public IReadOnlyList<Typist> All { get; }

    public long Typed => Volatile.Read(ref typed);

    public long Kept => All.Sum(t => t.Kept);

    public void Begin()
    {
        foreach (var typist in All) typing.Add(Task.Run(() => Type(typist)));
    }

    public async Task End()
    {
        await over.CancelAsync();
        await Task.WhenAll(typing);
    }

    /// <summary>All of them take up their pages, and again where they are hung up on, until what each has and what the server has is the same.</summary>
    public static Task Join(IEnumerable<Typist> typists, Uri node) => Task.WhenAll(typists.Select(async typist =>
    {
        var begun = Stopwatch.GetTimestamp();
        while (!typist.IsInStep || !typist.IsConnected)
        {
            if (Stopwatch.GetElapsedTime(begun) > Patience) throw new TimeoutException("Somebody did not come back to a page.");
            if (!typist.IsConnected) await typist.Join(node);
            await Task.Delay(5);
        }
    }));

    /// <summary>How many letters are missing to somebody who comes to each page with nothing, of those that were shown to somebody or said to be kept.</summary>
    public async Task<(long Lost, long Certain)> Lost(Uri node)
    {
        var (lost, certain) = (0L, 0L);
        foreach (var page in pages)
        {
            await using var reader = new Typist(page, cookie);
            await Join([reader], node);
            var there = All.Where(t => t.Page == page).SelectMany(t => t.Certain()).GroupBy(c => c.Client).Select(c => (c.Key, c.Max(x => x.Clock))).ToList();
            lost += reader.Lacks(there);
            certain += there.Sum(c => c.Item2);
        }
        return (lost, certain);
    }

    /// <summary>Everybody on a page, and whoever comes to it, has the same.</summary>
    public async Task<bool> AreTheSame(Uri node)
    {
        foreach (var page in pages)
        {
            await using var reader = new Typist(page, cookie);
            await Join([reader], node);
            var here = All.Where(t => t.Page == page).ToList();
            var begun = Stopwatch.GetTimestamp();
            while (here.Exists(t => t.Text != reader.Text))
            {
                if (Stopwatch.GetElapsedTime(begun) > Patience) return false;
                await Task.Delay(20);
            }
        }
        return true;
    }

    /// <summary>Until there was an acknowledgement more than now.</summary>
    public async Task More()
    {
        var (kept, begun) = (Kept, Stopwatch.GetTimestamp());
        while (Kept <= kept)
        {
            if (Stopwatch.GetElapsedTime(begun) > Patience) throw new TimeoutException("Nothing was said to be kept.");
            await Task.Delay(2);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await End();
        foreach (var typist in All) await typist.DisposeAsync();
        over.Dispose();
    }

    private async Task Type(Typist typist)
    {
        try
        {
            double factor;
            lock (random) factor = random.NextDouble();
            await Task.Delay(pause * factor, over.Token);
            using var timer = new PeriodicTimer(pause);
            while (await timer.WaitForNextTickAsync(over.Token))
            {
                if (!typist.IsConnected) continue;
                await typist.Type();
                Interlocked.Increment(ref typed);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
