namespace Leaderful.Yjs;

/// <summary>What has come of one client and is not in the document yet, and who waits for it.</summary>
internal sealed class IncomingClient(ClientLog log)
{
    readonly PriorityQueue<IncomingClient, long> waiting = new();
    IncomingRun? current;

    /// <summary>Runs that came while another was there, by their first clock. Mostly none.</summary>
    SortedDictionary<long, IncomingRun>? others;

    (ClientLog Log, long Clock)? waitsFor;

    public ClientLog Log => log;

    public bool IsEmpty => current is null && others is not { Count: > 0 };

    public bool IsAwaited => waiting.Count > 0;

    /// <summary>All runs that are left.</summary>
    public IEnumerable<IncomingRun> Runs => (current is null ? [] : new[] { current }).Concat(others?.Values ?? Enumerable.Empty<IncomingRun>());

    public void Add(IncomingRun run)
    {
        if (current is null) current = run;
        else Keep(run);
    }

    /// <summary>The run that comes first, or null; one that is used up is gone.</summary>
    public IncomingRun? First()
    {
        if (current is { Current: null }) current = null;
        if (others is not { Count: > 0 }) return current;
        var (clock, run) = others.First();
        if (current is not null && current.Clock <= clock) return current;
        others.Remove(clock);
        if (current is not null) Keep(current);
        return current = run;
    }

    /// <summary>Waits until somebody else has more than a clock.</summary>
    public void WaitFor(IncomingClient other, long clock)
    {
        if (waitsFor == (other.Log, clock)) return;
        waitsFor = (other.Log, clock);
        other.waiting.Enqueue(this, clock);
    }

    /// <summary>Gives one of those whom this one need not keep waiting any more.</summary>
    public bool TryWake(out IncomingClient? woken)
    {
        woken = null;
        if (!waiting.TryPeek(out _, out var clock) || clock >= log.State) return false;
        woken = waiting.Dequeue();
        woken.waitsFor = null;
        return true;
    }

    /// <summary>What came twice is kept once, in its longer form.</summary>
    void Keep(IncomingRun run)
    {
        others ??= [];
        if (!others.TryGetValue(run.Clock, out var same) || same.End < run.End) others[run.Clock] = run;
    }
}
