using System.Text.Json.Nodes;
using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Yjs;

namespace Leaderful.Pages.Together;

/// <summary>
/// Who is here and where their cursor is, as they tell it themselves: kept nowhere, and under the name they have in this house,
/// whatever they say. Nobody speaks for another. Whoever follows the page on another node is here too, as long as they say so.
/// </summary>
internal sealed class Presence(TimeProvider time)
{
    /// <summary>A state is told to other nodes in one piece.</summary>
    public const int LongestState = 4096;

    private const int MostClients = 4;
    private const int MostElsewhere = 500;

    private readonly Lock gate = new();
    private readonly Dictionary<long, One> here = [];

    /// <summary>What is new in it, under their own name.</summary>
    public IReadOnlyList<Told> Take(PageSocket from, ReadOnlySpan<byte> update)
    {
        var fresh = new List<Told>();
        lock (gate)
        {
            foreach (var state in AwarenessUpdate.Decode(update))
            {
                var told = new Told(state with { Json = Named(state.Json, from.Name) }, from.Reader.ActorId);
                if (told.State.Json?.Length > LongestState || !MaySay(told, from)) continue;
                if (!here.ContainsKey(state.Client) && here.Values.Count(h => h.Of == from) >= MostClients) continue;
                Note(told, from);
                fresh.Add(told);
            }
        }
        return fresh;
    }

    /// <summary>What is new of what another node tells.</summary>
    public IReadOnlyList<Told> TakeFromElsewhere(IReadOnlyList<Told> all)
    {
        var fresh = new List<Told>();
        lock (gate)
        {
            foreach (var told in all)
            {
                if (!MaySay(told, null) || (!here.ContainsKey(told.State.Client) && here.Count >= MostElsewhere)) continue;
                Note(told, null);
                fresh.Add(told);
            }
        }
        return fresh;
    }

    /// <summary>Everybody who is here, for somebody who comes.</summary>
    public IReadOnlyList<Told> All()
    {
        lock (gate)
        {
            // A node that died has not said that its people went.
            var late = time.Utc() - Awareness.Timeout;
            foreach (var (client, one) in here)
                if (one.Of is null && one.At < late) here.Remove(client);
            return [.. here.Values.Select(h => h.Told)];
        }
    }

    /// <summary>Those who follow it on this node, for the others.</summary>
    public IReadOnlyList<Told> Ours()
    {
        lock (gate) return [.. here.Values.Where(h => h.Of is not null).Select(h => h.Told)];
    }

    /// <summary>That somebody went: under the same clock, so that they are believed when they come back and go on counting.</summary>
    public IReadOnlyList<Told> Leave(PageSocket socket)
    {
        lock (gate)
        {
            var gone = here.Values.Where(h => h.Of == socket).Select(h => h.Told).ToList();
            foreach (var told in gone) here.Remove(told.State.Client);
            return gone.ConvertAll(t => t with { State = t.State with { Json = null } });
        }
    }

    /// <summary>The frame for whoever follows the page, or nothing where there is nothing to tell.</summary>
    public static byte[]? Frame(IReadOnlyList<Told> told) =>
        told.Count == 0 ? null : YMessage.AwarenessUpdate(AwarenessUpdate.Encode([.. told.Select(t => t.State)]));

    /// <summary>
    /// Whoever comes back before it was noticed that they went says it over another wire, or on another node; what was said here
    /// is not said again by one that heard it earlier.
    /// </summary>
    private bool MaySay(Told told, PageSocket? of) =>
        !here.TryGetValue(told.State.Client, out var known)
        || (known.Told.By == told.By && (known.Told.State.Clock < told.State.Clock || (known.Told.State.Clock == told.State.Clock && (of is not null || known.Of is null))));

    private void Note(Told told, PageSocket? of)
    {
        if (told.State.Json is null) here.Remove(told.State.Client);
        else here[told.State.Client] = new One(told, of, time.Utc());
    }

    private static string? Named(string? json, string name)
    {
        if (json is null || JsonNode.Parse(json) is not JsonObject state) return null;
        if (state["user"] is JsonObject user) user["name"] = name;
        return state.ToJsonString();
    }

    /// <summary>What was told last, over which wire; over none, where it was on another node.</summary>
    private sealed record One(Told Told, PageSocket? Of, DateTime At);
}

/// <summary>What a client tells of itself, and whose it is.</summary>
internal sealed record Told(AwarenessState State, Id<Actor> By);
