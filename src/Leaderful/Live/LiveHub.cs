using System.Collections.Concurrent;
using Leaderful.Data;
using Leaderful.Shared;

namespace Leaderful.Live;

/// <summary>Everything that is being watched on this node. What nobody watches is not kept.</summary>
public sealed class LiveHub : IDisposable
{
    private const int AtOnce = 20;

    private readonly ConcurrentDictionary<string, LiveStream> streams = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<LiveConnection, byte> connections = [];
    private readonly Dictionary<string, ILiveSource> sources;
    private readonly LiveNames names;
    private readonly Languages languages;
    private readonly IServiceScopeFactory scopes;
    private readonly IDisposable listening;
    private readonly Lock joining = new();
    private readonly LiveFailures failures;

    public LiveHub(IEnumerable<ILiveSource> sources, LiveNames names, Languages languages, IServiceScopeFactory scopes, Signals signals, LiveFailures failures)
    {
        this.sources = sources.ToDictionary(s => s.Kind, StringComparer.Ordinal);
        (this.names, this.languages, this.scopes, this.failures) = (names, languages, scopes, failures);
        listening = signals.Listen(Hear);
    }

    public int Streams => streams.Count;
    public int Connections => connections.Count;

    public ILiveSource? Source(string kind) => sources.GetValueOrDefault(kind);

    public void Open(LiveConnection connection) => connections.TryAdd(connection, 0);

    public async Task Join(LiveConnection connection, LiveWish wish)
    {
        // A stream that just lost its last watcher may be on its way out: then a new one is made.
        while (true)
        {
            var stream = streams.GetOrAdd(wish.Key, _ => new LiveStream(names.Sign(wish.Kind, wish.Id), wish.Id, sources[wish.Kind], languages, scopes, failures));
            await stream.Join(connection, wish.Version);
            lock (joining) if (streams.TryGetValue(wish.Key, out var kept) && kept == stream) return;
            await stream.Leave(connection);
        }
    }

    public async Task Leave(LiveConnection connection, LiveWish wish)
    {
        if (!streams.TryGetValue(wish.Key, out var stream)) return;
        await stream.Leave(connection);
        lock (joining) if (stream.Watching == 0) streams.TryRemove(new KeyValuePair<string, LiveStream>(wish.Key, stream));
    }

    public void Close(LiveConnection connection) => connections.TryRemove(connection, out _);

    /// <summary>One beat for all: each looks whether it may go on, and answers. Thousands take their time over it.</summary>
    public async Task Beat(TimeSpan within = default, CancellationToken stopping = default)
    {
        var pause = within * AtOnce / Math.Max(1, connections.Count);
        var looked = 0;
        foreach (var (connection, _) in connections)
        {
            connection.Look();
            if (++looked % AtOnce == 0) await Task.Delay(pause, stopping);
        }
    }

    public void Dispose()
    {
        listening.Dispose();
        foreach (var (connection, _) in connections) connection.LetGo();
    }

    private void Hear(string signal)
    {
        if (signal == Signals.Everything)
            foreach (var (_, stream) in streams) Render(stream);
        else if (streams.TryGetValue(signal, out var stream)) Render(stream);
    }

    private static void Render(LiveStream stream)
    {
        if (stream.Ask()) ThreadPool.UnsafeQueueUserWorkItem(static one => _ = one.Render(), stream, preferLocal: false);
    }
}

/// <summary>A stream somebody would like, and the version their page shows.</summary>
public readonly record struct LiveWish(string Kind, string Id, long Version)
{
    public string Key => $"{Kind}:{Id}";
}
