using System.Text;

namespace Leaderful.Yjs;

/// <summary>Awareness updates as bytes: of each client its id, its clock and its state as JSON, <c>null</c> for one that is gone.</summary>
public static class AwarenessUpdate
{
    /// <summary>Reads an update; each state is valid JSON.</summary>
    /// <exception cref="YjsFormatException">It is no awareness update.</exception>
    public static IReadOnlyList<AwarenessState> Decode(ReadOnlySpan<byte> update)
    {
        var reader = new Lib0Reader(update);
        List<AwarenessState> states = [];
        for (var left = reader.ReadCount(); left > 0; left--)
        {
            var (client, clock) = (reader.ReadVarUint(), reader.ReadVarUint());
            var json = reader.ReadString();
            JsonText.Check(Encoding.UTF8.GetBytes(json));
            states.Add(new(client, clock, json == "null" ? null : json));
        }
        return states;
    }

    /// <summary>The bytes y-protocols would write.</summary>
    public static byte[] Encode(IReadOnlyCollection<AwarenessState> states)
    {
        ArgumentNullException.ThrowIfNull(states);
        var writer = new Lib0Writer();
        writer.WriteVarUint(states.Count);
        foreach (var state in states)
        {
            writer.WriteId(new(state.Client, state.Clock));
            writer.WriteString(state.Json ?? "null");
        }
        return writer.ToArray();
    }
}
