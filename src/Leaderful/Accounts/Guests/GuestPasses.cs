using System.Collections.Concurrent;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts.Guests;

/// <summary>Finds the guest behind a cookie. What was read is remembered for twenty seconds, and forgotten at once when the pass changes.</summary>
public sealed class GuestPasses : IDisposable
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(20);
    private const int MostRemembered = 20_000;

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider time;
    private readonly IDisposable listening;
    private long changes;

    public GuestPasses(IServiceScopeFactory scopes, TimeProvider time, Signals signals)
    {
        (this.scopes, this.time) = (scopes, time);
        listening = signals.Listen(Hear);
    }

    public static string StreamOf(Id<GuestPass> pass) => $"guest:{pass}";

    public async ValueTask<RoomGuest?> Find(string token)
    {
        var now = time.Utc();
        if (entries.TryGetValue(token, out var known) && known.Until > now) return known.Guest;
        var heard = Volatile.Read(ref changes);
        var ended = known?.Ended ?? new CancellationTokenSource();
        var guest = await Read(token, now, ended.Token);
        if (guest is null)
        {
            if (entries.TryRemove(token, out var gone)) await gone.Ended.CancelAsync();
            return null;
        }
        // What changed while we read may have been read half: use it once, do not remember it.
        if (heard == Volatile.Read(ref changes)) Remember(token, new Entry(guest, now + Remembered, ended));
        return guest;
    }

    public void Dispose() => listening.Dispose();

    private async Task<RoomGuest?> Read(string token, DateTime now, CancellationToken ended)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var (hash, oldest) = (CapabilityLink.Hash(token), now - GuestPass.Lasts);
        var found = await (
            from pass in db.The<GuestPass>()
            join actor in db.The<Actor>() on pass.ActorId equals actor.Id
            join community in db.The<Community>() on pass.CommunityId equals community.Id
            join room in db.The<Thing>() on pass.RoomId equals room.Id
            where pass.TokenHash == hash && pass.EndedAt == null && pass.BegunAt > oldest && room.DeletedAt == null
            select new { pass.Id, pass.RoomId, pass.ActorId, actor.Name, community }).AsNoTracking().SingleOrDefaultAsync(CancellationToken.None);
        return found is null ? null : new RoomGuest
        {
            PassId = found.Id, RoomId = found.RoomId, ActorId = found.ActorId, Name = found.Name, Ended = ended,
            Around = new Here(found.community.Id, found.community.ScopeId, found.community.Slug, found.community.Name, found.community.Dye, found.community.Mark, found.community.StewardWord, IsSteward: false, Members: 0),
        };
    }

    private void Remember(string token, Entry entry)
    {
        if (entries.Count >= MostRemembered)
            foreach (var (old, _) in entries.Where(e => e.Value.Until < time.Utc()))
                Forget(old);
        entries[token] = entry;
    }

    private void Hear(string stream)
    {
        if (stream != Signals.Everything && !stream.StartsWith("guest:", StringComparison.Ordinal)) return;
        Interlocked.Increment(ref changes);
        foreach (var (token, entry) in entries)
            if (stream == Signals.Everything || stream == StreamOf(entry.Guest.PassId))
                Forget(token);
    }

    private void Forget(string token)
    {
        if (entries.TryRemove(token, out var entry)) entry.Ended.Cancel();
    }

    private sealed record Entry(RoomGuest Guest, DateTime Until, CancellationTokenSource Ended);
}
