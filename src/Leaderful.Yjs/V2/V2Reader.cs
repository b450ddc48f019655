namespace Leaderful.Yjs;

/// <summary>The columns of an update in format V2.</summary>
internal ref struct V2Reader
{
    readonly List<string> keys = [];
    DiffRunReader keyClocks;
    UintRunReader clients;
    DiffRunReader leftClocks;
    DiffRunReader rightClocks;
    RunReader infos;
    TextColumnReader texts;
    RunReader parentInfos;
    UintRunReader typeRefs;
    UintRunReader lengths;

    /// <summary>What is in no column: counts, first clocks, values, and the deletions.</summary>
    public Lib0Reader Rest;

    public V2Reader(ReadOnlySpan<byte> update)
    {
        Rest = new Lib0Reader(update);
        if (Rest.ReadVarUint() != 0) throw new YjsFormatException("The update has features that are not known.");
        keyClocks = new(Rest.ReadBytes());
        clients = new(Rest.ReadBytes());
        leftClocks = new(Rest.ReadBytes());
        rightClocks = new(Rest.ReadBytes());
        infos = new(Rest.ReadBytes());
        texts = new(Rest.ReadBytes());
        parentInfos = new(Rest.ReadBytes());
        typeRefs = new(Rest.ReadBytes());
        lengths = new(Rest.ReadBytes());
    }

    public byte ReadInfo() => infos.Read();

    public long ReadClient() => clients.Read();

    public YId ReadLeftId() => new(clients.Read(), leftClocks.Read());

    public YId ReadRightId() => new(clients.Read(), rightClocks.Read());

    public bool ReadParentIsName() => parentInfos.Read() == 1;

    public long ReadTypeRef() => typeRefs.Read();

    public long ReadLength() => lengths.Read();

    public ReadOnlySpan<char> ReadText() => texts.Read();

    public string ReadKey()
    {
        var clock = keyClocks.Read();
        if (clock < keys.Count) return keys[(int)clock];
        var key = texts.Read().ToString();
        keys.Add(key);
        return key;
    }
}
