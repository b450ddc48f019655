namespace Leaderful.Yjs;

/// <summary>
/// Who is here, and what each tells of itself: a name, a colour, a cursor. Nothing of it is kept. Whoever has told nothing for half
/// a minute is gone; clients tell every fifteen seconds that they are still here. Not safe for use from several threads at once.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="mostClients">How many clients are known at once; more are refused.</param>
/// <param name="longestState">How many UTF-16 units a state may have.</param>
public sealed class Awareness(TimeProvider time, int mostClients = 1000, int longestState = 64 * 1024)
{
    /// <summary>How long somebody is here who tells nothing.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromSeconds(30);

    readonly Dictionary<long, (long Clock, string? Json, DateTimeOffset At)> clients = [];

    /// <summary>Those who are here, with what they tell.</summary>
    public IEnumerable<AwarenessState> States => clients.Where(c => c.Value.Json is not null).Select(c => new AwarenessState(c.Key, c.Value.Clock, c.Value.Json));

    /// <summary>Takes in what somebody sent. What is older than what is known is passed over.</summary>
    /// <exception cref="YjsFormatException">It is no awareness update, or beyond a limit; nothing of it is taken then.</exception>
    public AwarenessChange Apply(ReadOnlySpan<byte> update)
    {
        var states = AwarenessUpdate.Decode(update);
        if (states.Any(state => state.Json?.Length > longestState)) throw new YjsFormatException("A state is too long.");
        var unknown = states.Where(state => state.Json is not null && !clients.ContainsKey(state.Client)).DistinctBy(state => state.Client).Count();
        if (clients.Count + unknown > mostClients) throw new YjsFormatException("There are too many clients.");
        List<long> added = [], updated = [], removed = [];
        foreach (var state in states) (Apply(state) switch { Step.Added => added, Step.Updated => updated, Step.Removed => removed, _ => null })?.Add(state.Client);
        return new(added, updated, removed);
    }

    /// <summary>Sets what a client tells, as though it had sent it; null for one that leaves. The first clock is 1: y-protocols believes no 0.</summary>
    public void Set(long client, string? json) => clients[client] = (clients.GetValueOrDefault(client).Clock + 1, json, time.GetUtcNow());

    /// <summary>Lets clients go whose connection has ended.</summary>
    public AwarenessChange Remove(IEnumerable<long> gone)
    {
        ArgumentNullException.ThrowIfNull(gone);
        List<long> removed = [];
        foreach (var client in gone)
        {
            if (!clients.TryGetValue(client, out var known) || known.Json is null) continue;
            // The others hold what they have unless this is newer.
            clients[client] = (known.Clock + 1, null, time.GetUtcNow());
            removed.Add(client);
        }
        return new([], [], removed);
    }

    /// <summary>Lets those go who have told nothing for too long, and forgets those who have been gone as long.</summary>
    public AwarenessChange RemoveOutdated()
    {
        var late = time.GetUtcNow() - Timeout;
        var outdated = clients.Where(c => c.Value.At <= late).ToList();
        foreach (var (client, _) in outdated.Where(c => c.Value.Json is null)) clients.Remove(client);
        return Remove(outdated.Where(c => c.Value.Json is not null).Select(c => c.Key));
    }

    /// <summary>The update that tells of some clients what is known; of those who are gone, that they are.</summary>
    public byte[] Encode(IEnumerable<long> which)
    {
        ArgumentNullException.ThrowIfNull(which);
        return AwarenessUpdate.Encode([.. which.Where(clients.ContainsKey).Select(client => new AwarenessState(client, clients[client].Clock, clients[client].Json))]);
    }

    /// <summary>The update that tells of all who are here.</summary>
    public byte[] Encode() => AwarenessUpdate.Encode([.. States]);

    enum Step { None, Added, Updated, Removed }

    Step Apply(AwarenessState state)
    {
        var known = clients.TryGetValue(state.Client, out var before);
        var newer = state.Clock > before.Clock || (state.Clock == before.Clock && ((known && state.Json is null && before.Json is not null) || (!known && state.Json is not null)));
        if (!newer) return Step.None;
        if (!known && state.Json is null) return Step.None;
        clients[state.Client] = (state.Clock, state.Json, time.GetUtcNow());
        if (!known || (before.Json is null && state.Json is not null)) return Step.Added;
        return state.Json is not null ? Step.Updated : before.Json is not null ? Step.Removed : Step.None;
    }
}
