using System.Collections.Concurrent;

namespace Leaderful.Data;

/// <summary>Carries hints of committed changes to whoever listens on this node. Listeners must be quick and must not throw.</summary>
public sealed class Signals
{
    /// <summary>Told after a gap in listening: whoever waits for anything should look.</summary>
    public const string Everything = "*";

    private readonly ConcurrentDictionary<Action<string>, byte> listeners = new();

    public IDisposable Listen(Action<string> listener)
    {
        listeners.TryAdd(listener, 0);
        return new Listening(() => listeners.TryRemove(listener, out _));
    }

    public void Publish(IReadOnlyList<string> streams)
    {
        foreach (var stream in streams)
            foreach (var listener in listeners.Keys)
                listener(stream);
    }

    private sealed class Listening(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}
