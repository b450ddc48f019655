namespace Leaderful.Yjs;

/// <summary>
/// One message as y-websocket and y-protocols frame it: a channel (0 sync, 1 awareness, 2 auth, 3 query), on the channels for sync and
/// auth what sort of message, then the payload with its length.
/// </summary>
/// <param name="Kind">What it says.</param>
/// <param name="Payload">What it carries; a part of the frame it was read from, not a copy. Checked by nobody yet.</param>
public readonly record struct YMessage(YMessageKind Kind, ReadOnlyMemory<byte> Payload)
{
    const int Sync = 0;
    const int Awareness = 1;
    const int Auth = 2;
    const int Query = 3;

    /// <summary>Reads a message.</summary>
    /// <exception cref="YjsFormatException">The frame is no message, or of a kind that is not known.</exception>
    public static YMessage Read(ReadOnlyMemory<byte> frame)
    {
        var reader = new Lib0Reader(frame.Span);
        var kind = Kinds(ref reader);
        if (kind == YMessageKind.QueryAwareness) return new(kind, default);
        var length = reader.ReadCount();
        return new(kind, frame.Slice(reader.Position, length));
    }

    /// <summary>The frame for this state.</summary>
    public static byte[] SyncStep1(StateVector state) => Frame(Sync, (int)YMessageKind.SyncStep1, state.Encode());

    /// <summary>The frame for what somebody lacks.</summary>
    public static byte[] SyncStep2(ReadOnlySpan<byte> update) => Frame(Sync, (int)YMessageKind.SyncStep2, update);

    /// <summary>The frame for an update.</summary>
    public static byte[] Update(ReadOnlySpan<byte> update) => Frame(Sync, (int)YMessageKind.Update, update);

    /// <summary>The frame for an awareness update.</summary>
    public static byte[] AwarenessUpdate(ReadOnlySpan<byte> update) => Frame(Awareness, null, update);

    /// <summary>The frame that asks who is here.</summary>
    public static byte[] QueryAwareness() => [Query];

    /// <summary>The frame that says no, and why.</summary>
    public static byte[] PermissionDenied(string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var writer = new Lib0Writer(reason.Length + 16);
        writer.WriteVarUint(Auth);
        writer.WriteVarUint(0);
        writer.WriteString(reason);
        return writer.ToArray();
    }

    static YMessageKind Kinds(ref Lib0Reader reader) => (reader.ReadVarUint(), reader.Remaining) switch
    {
        (Sync, _) when reader.ReadVarUint() is var step and <= (int)YMessageKind.Update => (YMessageKind)step,
        (Awareness, _) => YMessageKind.Awareness,
        (Auth, _) when reader.ReadVarUint() == 0 => YMessageKind.PermissionDenied,
        (Query, _) => YMessageKind.QueryAwareness,
        _ => throw new YjsFormatException("A message is of an unknown kind."),
    };

    static byte[] Frame(int channel, int? step, ReadOnlySpan<byte> payload)
    {
        var writer = new Lib0Writer(payload.Length + 16);
        writer.WriteVarUint(channel);
        if (step is { } kind) writer.WriteVarUint(kind);
        writer.WriteBytes(payload);
        return writer.ToArray();
    }
}
