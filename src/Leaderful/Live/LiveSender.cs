using System.Collections.Concurrent;

namespace Leaderful.Live;

/// <summary>
/// Writes what waits to all event streams, in the order in which they asked and a few at a time: whoever asks for a page while
/// thousands watch stands behind a few of them, never behind all.
/// </summary>
public sealed class LiveSender : IThreadPoolWorkItem
{
    private const int AtOnce = 12;

    private readonly ConcurrentQueue<LiveConnection> ready = new();
    private int isRunning;

    public void Add(LiveConnection connection)
    {
        ready.Enqueue(connection);
        Run();
    }

    void IThreadPoolWorkItem.Execute()
    {
        for (var n = 0; n < AtOnce && ready.TryDequeue(out var connection); n++) connection.Write();
        // All the way, before it looks: else whoever asks in this moment takes it for running, and it takes the queue for empty.
        Interlocked.Exchange(ref isRunning, 0);
        if (!ready.IsEmpty) Run();
    }

    private void Run()
    {
        if (Interlocked.Exchange(ref isRunning, 1) == 0) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }
}
