using System.Text.Json.Nodes;
using Leaderful.Yjs;

namespace Leaderful.Pages.Together;

/// <summary>
/// Who is here and where their cursor is, as they tell it themselves: kept nowhere, and under the name they have in this house,
/// whatever they say.
/// </summary>
internal sealed class Presence
{
    private const int MostClients = 4;
    private const int LongestState = 4096;

    private readonly Lock gate = new();
    private readonly Dictionary<long, (AwarenessState State, PageSocket Of)> here = [];

    /// <summary>The frame for everybody else, or nothing where there is nothing new in it.</summary>
    public byte[]? Take(PageSocket from, ReadOnlySpan<byte> update)
    {
        var fresh = new List<AwarenessState>();
        lock (gate)
        {
            foreach (var state in AwarenessUpdate.Decode(update))
            {
                if (here.TryGetValue(state.Client, out var known) ? known.Of != from || known.State.Clock > state.Clock : !Fits(from)) continue;
                if (state.Json?.Length > LongestState) continue;
                var named = state with { Json = Named(state.Json, from.Name) };
                if (named.Json is null) here.Remove(state.Client);
                else here[state.Client] = (named, from);
                fresh.Add(named);
            }
        }
        return fresh.Count == 0 ? null : YMessage.AwarenessUpdate(AwarenessUpdate.Encode(fresh));
    }

    /// <summary>Everybody who is here, for somebody who comes.</summary>
    public byte[]? All()
    {
        lock (gate) return here.Count == 0 ? null : YMessage.AwarenessUpdate(AwarenessUpdate.Encode([.. here.Values.Select(h => h.State)]));
    }

    /// <summary>The frame that says somebody went.</summary>
    public byte[]? Leave(PageSocket socket)
    {
        lock (gate)
        {
            var gone = here.Where(h => h.Value.Of == socket).Select(h => h.Value.State).ToList();
            foreach (var state in gone) here.Remove(state.Client);
            return gone.Count == 0 ? null : YMessage.AwarenessUpdate(AwarenessUpdate.Encode(gone.ConvertAll(s => s with { Clock = s.Clock + 1, Json = null })));
        }
    }

    private bool Fits(PageSocket from) => here.Values.Count(h => h.Of == from) < MostClients;

    private static string? Named(string? json, string name)
    {
        if (json is null || JsonNode.Parse(json) is not JsonObject state) return null;
        if (state["user"] is JsonObject user) user["name"] = name;
        return state.ToJsonString();
    }
}
