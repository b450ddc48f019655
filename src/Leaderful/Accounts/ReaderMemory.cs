using System.Collections.Concurrent;
using Leaderful.Data;

namespace Leaderful.Accounts;

/// <summary>
/// Whoever is behind a token, as it was read: remembered for twenty seconds and forgotten at once when what it says changes, on whichever
/// node that happened.
/// </summary>
public sealed class ReaderMemory<T>(TimeProvider time, Func<string, bool> isHeard, Func<T, string, bool> concerns) where T : Reader
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(20);

    private const int MostRemembered = 20_000;

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private long changes;

    public async ValueTask<T?> Find(string token, Func<string, DateTime, CancellationToken, Task<T?>> read)
    {
        var now = time.Utc();
        if (entries.TryGetValue(token, out var known) && known.Until > now) return known.Reader;
        var heard = Volatile.Read(ref changes);
        var ended = known?.Ended ?? new CancellationTokenSource();
        var reader = await read(token, now, ended.Token);
        if (reader is null)
        {
            if (entries.TryRemove(token, out var gone)) await gone.Ended.CancelAsync();
            return null;
        }
        // What changed while we read may have been read half: use it once, do not remember it.
        if (heard != Volatile.Read(ref changes)) return reader;
        Remember(token, new Entry(reader, now + Remembered, ended));
        // Whoever heard something before it stood there did not see it.
        if (heard != Volatile.Read(ref changes)) Forget(token);
        return reader;
    }

    public void Hear(string stream)
    {
        // Most signals are about what people wrote; looking through everybody for each would stop the writer.
        if (stream != Signals.Everything && !isHeard(stream)) return;
        Interlocked.Increment(ref changes);
        foreach (var (token, entry) in entries)
            if (stream == Signals.Everything || concerns(entry.Reader, stream))
                Forget(token);
    }

    private void Remember(string token, Entry entry)
    {
        if (entries.Count >= MostRemembered)
            foreach (var (old, _) in entries.Where(e => e.Value.Until < time.Utc()))
                Forget(old);
        // Of two who read at once one is remembered; what already runs for the other looks again.
        Entry? other = null;
        entries.AddOrUpdate(token, entry, (_, before) => { other = before; return entry; });
        if (other is not null && other.Ended != entry.Ended) other.Ended.Cancel();
    }

    private void Forget(string token)
    {
        if (entries.TryRemove(token, out var entry)) entry.Ended.Cancel();
    }

    private sealed record Entry(T Reader, DateTime Until, CancellationTokenSource Ended);
}
