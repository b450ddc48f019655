using System.Collections.Concurrent;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts;

/// <summary>
/// Finds the session behind a device's cookie. What was read is remembered for twenty seconds and forgotten at once when
/// the person, or one of their communities or circles, changes, on whichever node that happened.
/// </summary>
public sealed class Sessions : IDisposable
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan SeenEvery = TimeSpan.FromHours(1);

    private const int MostRemembered = 20_000;

    private long changes;
    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider time;
    private readonly IDisposable listening;

    public Sessions(IServiceScopeFactory scopes, TimeProvider time, Signals signals)
    {
        (this.scopes, this.time) = (scopes, time);
        listening = signals.Listen(Hear);
    }

    public async ValueTask<Session?> Find(string token)
    {
        var now = time.Utc();
        if (entries.TryGetValue(token, out var known) && known.Until > now) return known.Session;
        var heard = Volatile.Read(ref changes);
        var ended = known?.Ended ?? new CancellationTokenSource();
        var session = await Read(token, now, ended.Token);
        if (session is null)
        {
            if (entries.TryRemove(token, out var gone)) await gone.Ended.CancelAsync();
            return null;
        }
        // What changed while we read may have been read half: use it once, do not remember it.
        if (heard == Volatile.Read(ref changes)) Remember(token, new Entry(session, now + Remembered, ended));
        return session;
    }

    public void Dispose() => listening.Dispose();

    private async Task<Session?> Read(string token, DateTime now, CancellationToken ended)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var (hash, oldest) = (CapabilityLink.Hash(token), now - DeviceCookie.Lasts);
        var found = await (
            from device in db.The<Device>()
            join person in db.The<Person>() on device.PersonId equals person.Id
            join actor in db.The<Actor>() on person.ActorId equals actor.Id
            where device.TokenHash == hash && device.EndedAt == null && device.LastSeenAt > oldest && person.LeftAt == null
            select new { device, person, actor.Name }).SingleOrDefaultAsync(CancellationToken.None);
        if (found is null) return null;
        var isBack = now - found.device.LastSeenAt > SeenEvery;
        if (isBack) await Seen(scope.ServiceProvider, found.device.Id);
        return await db.SessionOf(found.person, found.Name, found.device, isBack, ended);
    }

    private static Task Seen(IServiceProvider services, Id<Device> id) =>
        services.GetRequiredService<Writes>().Do(async unit =>
        {
            await unit.Db.The<Device>().Where(d => d.Id == id).ExecuteUpdateAsync(d => d.SetProperty(x => x.LastSeenAt, unit.Now));
        });

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

    private void Hear(string stream)
    {
        // Most signals are about what people wrote; looking through every session for each would stop the writer.
        if (stream != Signals.Everything && !Streams.IsAboutPeople(stream)) return;
        Interlocked.Increment(ref changes);
        foreach (var (token, entry) in entries)
            if (stream == Signals.Everything || entry.Concerns(stream))
                Forget(token);
    }

    private void Forget(string token)
    {
        if (entries.TryRemove(token, out var entry)) entry.Ended.Cancel();
    }

    private sealed record Entry(Session Session, DateTime Until, CancellationTokenSource Ended)
    {
        public bool Concerns(string stream) =>
            stream == Streams.Of(Session.PersonId) || Session.Communities.Any(c => stream == Streams.Of(c.Id))
            || Session.Circles.Any(c => stream == Streams.Of(c.Id));
    }
}
