namespace Leaderful.Yjs;

/// <summary>The columns of an update in format V2, as they are written.</summary>
internal sealed class V2Writer
{
    readonly DiffRunWriter keyClocks = new();
    readonly UintRunWriter clients = new();
    readonly DiffRunWriter leftClocks = new();
    readonly DiffRunWriter rightClocks = new();
    readonly RunWriter infos = new();
    readonly TextColumnWriter texts = new();
    readonly RunWriter parentInfos = new();
    readonly UintRunWriter typeRefs = new();
    readonly UintRunWriter lengths = new();
    long keys;

    /// <summary>What is in no column.</summary>
    public Lib0Writer Rest { get; } = new();

    public void WriteInfo(byte info) => infos.Write(info);

    public void WriteClient(long client) => clients.Write(client);

    public void WriteLeftId(YId id)
    {
        clients.Write(id.Client);
        leftClocks.Write(id.Clock);
    }

    public void WriteRightId(YId id)
    {
        clients.Write(id.Client);
        rightClocks.Write(id.Clock);
    }

    public void WriteParentIsName(bool named) => parentInfos.Write(named ? (byte)1 : (byte)0);

    public void WriteTypeRef(long kind) => typeRefs.Write(kind);

    public void WriteLength(long length) => lengths.Write(length);

    public void WriteText(string text) => texts.Write(text);

    /// <summary>Yjs gives every key a new number, so that old readers understand it; so does this.</summary>
    public void WriteKey(string key)
    {
        keyClocks.Write(keys++);
        texts.Write(key);
    }

    /// <summary>The whole update; <paramref name="rest"/> comes last, without its length.</summary>
    public byte[] Finish(ReadOnlySpan<byte> rest)
    {
        var writer = new Lib0Writer(rest.Length + 256);
        writer.WriteVarUint(0);
        writer.WriteBytes(keyClocks.Finish());
        writer.WriteBytes(clients.Finish());
        writer.WriteBytes(leftClocks.Finish());
        writer.WriteBytes(rightClocks.Finish());
        writer.WriteBytes(infos.Finish());
        writer.WriteBytes(texts.Finish());
        writer.WriteBytes(parentInfos.Finish());
        writer.WriteBytes(typeRefs.Finish());
        writer.WriteBytes(lengths.Finish());
        writer.WriteRaw(rest);
        return writer.ToArray();
    }
}
