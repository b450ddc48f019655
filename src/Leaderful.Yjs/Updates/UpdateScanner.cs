namespace Leaderful.Yjs;

/// <summary>
/// Walks through the structs of an update in format V1 without making anything of their content. Whoever walks to the end has
/// proved that the update can be read.
/// </summary>
internal ref struct UpdateScanner
{
    Lib0Reader reader;
    long sectionsLeft;
    long structsLeft;
    long client;
    long clock;
    readonly bool thorough;
    Dictionary<long, long>? ends;

    /// <param name="update">The update.</param>
    /// <param name="thorough">Also parse the JSON in it, which a browser would stumble over.</param>
    public UpdateScanner(ReadOnlySpan<byte> update, bool thorough = false)
    {
        reader = new Lib0Reader(update);
        sectionsLeft = reader.ReadCount();
        this.thorough = thorough;
    }

    /// <summary>A struct whose place is known.</summary>
    public static StructSpan At(ReadOnlySpan<byte> update, int start, long client, long clock)
    {
        var scanner = new UpdateScanner(update) { client = client, clock = clock };
        scanner.reader.Position = start;
        var span = default(StructSpan);
        scanner.Read(ref span);
        return span;
    }

    public bool Next(out StructSpan span)
    {
        span = default;
        while (structsLeft == 0)
        {
            if (sectionsLeft-- <= 0) return false;
            structsLeft = reader.ReadCount();
            Begin(reader.ReadVarUint(), reader.ReadVarUint());
        }
        structsLeft--;
        Read(ref span);
        clock = span.EndClock;
        return true;
    }

    /// <summary>A client that comes again goes on: it has not made two things of one clock.</summary>
    void Begin(long next, long from)
    {
        if (clock > 0) (ends ??= [])[client] = clock;
        (client, clock) = (next, from);
        if (ends is not null && from < ends.GetValueOrDefault(next)) throw new YjsFormatException($"The structs of {next} at {from} are there twice.");
    }

    /// <summary>What the update deletes; to be asked when <see cref="Next"/> has come to the end.</summary>
    public DeleteSet Deletes() => DeleteSet.Read(ref reader);

    public void AddDeletes(DeleteSet deletes) => deletes.Add(ref reader);

    /// <summary>Passes over what the update deletes.</summary>
    public long CountDeletes() => DeleteSet.Check(ref reader);

    void Read(ref StructSpan span)
    {
        (span.Client, span.Clock, span.Start) = (client, clock, reader.Position);
        span.Info = reader.ReadByte();
        (span.Origin, span.RightOrigin) = (YId.None, YId.None);
        if (span.Content is not (ContentRef.Gc or ContentRef.Skip)) ReadHeader(ref span);
        else span.ParentStart = reader.Position;
        span.ContentStart = reader.Position;
        span.Length = SkipContent(span.Content);
        if (span.Length <= 0) throw new YjsFormatException($"The struct {client}:{clock} has no length.");
        if (span.Length > Lib0Reader.LargestInteger - clock) throw new YjsFormatException($"The struct {client}:{clock} is too long.");
        span.End = reader.Position;
    }

    void ReadHeader(ref StructSpan span)
    {
        if ((span.Info & InfoByte.HasOrigin) != 0) span.Origin = Neighbour();
        if ((span.Info & InfoByte.HasRightOrigin) != 0) span.RightOrigin = Neighbour();
        span.ParentStart = reader.Position;
        if (!InfoByte.NamesParent(span.Info)) return;
        if (reader.ReadVarUint() == 1) WireText.Length(reader.ReadBytes());
        else Neighbour();
        if ((span.Info & InfoByte.HasKey) != 0) WireText.Length(reader.ReadBytes());
    }

    /// <summary>Nothing can stand beside or in what its maker made later.</summary>
    YId Neighbour()
    {
        var id = reader.ReadId();
        return id.Client != client || id.Clock < clock ? id : throw new YjsFormatException($"The struct {client}:{clock} leans on {id}, which comes later.");
    }

    long SkipContent(int content)
    {
        switch (content)
        {
            case ContentRef.Gc or ContentRef.Deleted or ContentRef.Skip: return reader.ReadVarUint();
            case ContentRef.String: return WireText.Length(reader.ReadBytes());
            case ContentRef.Any: return SkipAny();
            case ContentRef.Json: return SkipValues();
            case ContentRef.Binary: reader.ReadBytes(); return 1;
            case ContentRef.Embed: SkipJson(reader.ReadBytes()); return 1;
            case ContentRef.Format: SkipText(); SkipJson(reader.ReadBytes()); return 1;
            case ContentRef.Type: SkipType(); return 1;
            case ContentRef.Doc: SkipText(); AnyReader.Skip(ref reader); return 1;
            default: throw new YjsFormatException($"The struct {client}:{clock} has content of an unknown kind.");
        }
    }

    void SkipText() => WireText.Length(reader.ReadBytes());

    long SkipAny()
    {
        var count = reader.ReadCount();
        for (var left = count; left > 0; left--) AnyReader.Skip(ref reader);
        return count;
    }

    long SkipValues()
    {
        var count = reader.ReadCount();
        for (var left = count; left > 0; left--)
        {
            var json = reader.ReadBytes();
            if (!json.SequenceEqual("undefined"u8)) SkipJson(json);
        }
        return count;
    }

    readonly void SkipJson(ReadOnlySpan<byte> json)
    {
        // A JSON reader does not look into every text.
        WireText.Length(json);
        if (thorough) JsonText.Check(json);
    }

    void SkipType()
    {
        var kind = reader.ReadVarUint();
        if (kind > (long)YTypeKind.XmlText) throw new YjsFormatException($"The struct {client}:{clock} has a type that is not known.");
        if (kind is (long)YTypeKind.XmlElement or (long)YTypeKind.XmlHook) SkipText();
    }
}
