namespace Leaderful.Yjs;

/// <summary>How much of each client's work somebody has: the clock that is expected next. What a client sends to say what it lacks.</summary>
public sealed class StateVector
{
    readonly Dictionary<long, long> clocks = [];

    /// <summary>The clock expected next from a client; 0 for one that is not known.</summary>
    public long this[long client]
    {
        get => clocks.GetValueOrDefault(client);
        internal set => clocks[client] = value;
    }

    /// <summary>The clients of whom something is known.</summary>
    public IReadOnlyCollection<long> Clients => clocks.Keys;

    /// <summary>Reads a state vector as Yjs encodes it (V1).</summary>
    /// <exception cref="YjsFormatException">The bytes are no state vector.</exception>
    public static StateVector Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new Lib0Reader(bytes);
        var vector = new StateVector();
        for (var left = reader.ReadCount(); left > 0; left--) vector[reader.ReadVarUint()] = reader.ReadVarUint();
        return vector;
    }

    /// <summary>The bytes Yjs would write: higher clients first.</summary>
    public byte[] Encode()
    {
        var writer = new Lib0Writer(16);
        writer.WriteVarUint(clocks.Count);
        foreach (var (client, clock) in clocks.OrderByDescending(c => c.Key)) writer.WriteId(new(client, clock));
        return writer.ToArray();
    }
}
