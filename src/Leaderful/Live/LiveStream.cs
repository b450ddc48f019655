using System.Diagnostics.CodeAnalysis;
using Leaderful.Data;
using Leaderful.Shared;

namespace Leaderful.Live;

/// <summary>
/// One thing that is watched. It is rendered once for each language that watches it, from the version last rendered, so
/// nothing is skipped; whoever joins with an older page is first brought up to date alone.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore holds nothing to give back: its wait handle is never asked for.")]
public sealed class LiveStream(string name, string id, ILiveSource source, Languages languages, IServiceScopeFactory scopes, LiveFailures failures)
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly Dictionary<string, Audience> audiences = new(StringComparer.Ordinal);
    private readonly List<LiveConnection> lost = [];
    private int asked;

    public int Watching { get; private set; }

    /// <summary>True for whoever must now run <see cref="Render"/>; further signals before it begins are included in it.</summary>
    public bool Ask() => Interlocked.Exchange(ref asked, 1) == 0;

    public async Task Join(LiveConnection connection, long version)
    {
        await turn.WaitAsync();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            // Whoever claims to have seen what is yet to come must not keep it from those who join after them.
            if (!audiences.TryGetValue(connection.Language, out var audience))
                audiences[connection.Language] = audience = new Audience(languages.Best(connection.Language), Math.Min(version, await source.Version(db, id)));
            if (version < audience.Version) await Bring(db, [connection], audience.Words, version);
            audience.Members.Add(connection);
            Watching++;
            await Bring(db, connection.Language, audience);
        }
        finally
        {
            turn.Release();
        }
    }

    public async Task Leave(LiveConnection connection)
    {
        await turn.WaitAsync();
        try
        {
            if (!audiences.TryGetValue(connection.Language, out var audience) || !audience.Members.Remove(connection)) return;
            Watching--;
            if (audience.Members.Count == 0) audiences.Remove(connection.Language);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Nobody waits for it, so what goes wrong in it is told here: those who watch keep what they have, and hear of the next change.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails, fails for this stream alone.")]
    public async Task Render()
    {
        try
        {
            await RenderAll();
        }
        catch (Exception failure)
        {
            failures.Tell(source.Kind, failure);
        }
    }

    private async Task RenderAll()
    {
        await turn.WaitAsync();
        try
        {
            Volatile.Write(ref asked, 0);
            if (audiences.Count == 0) return;
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            foreach (var (language, audience) in audiences.ToList()) await Bring(db, language, audience);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task Bring(Db db, string language, Audience audience)
    {
        audience.Version = await Bring(db, audience.Members, audience.Words, audience.Version);
        // It went where they do not read. Back again, they would have missed something: only a fresh page is right then.
        foreach (var connection in lost) if (audience.Members.Remove(connection)) Watching--;
        // Whoever joins next begins with what is so then.
        if (audience.Members.Count == 0) audiences.Remove(language);
    }

    private async Task<long> Bring(Db db, IReadOnlyCollection<LiveConnection> to, Words words, long version)
    {
        lost.Clear();
        // Nothing is rendered for readers who were let go meanwhile, however old the version they asked with.
        while (to.Any(c => c.IsOpen) && await source.Since(db, id, version, words) is { } change && change.Version > version)
        {
            var bytes = LiveEvents.Change(name, change);
            foreach (var connection in to)
            {
                if (change.IsFor(connection.Reader)) connection.Send(bytes);
                else lost.Add(connection);
            }
            version = change.Version;
        }
        return version;
    }

    private sealed class Audience(Words words, long version)
    {
        public Words Words => words;
        public long Version { get; set; } = version;
        public HashSet<LiveConnection> Members { get; } = [];
    }
}
