namespace Leaderful.Yjs;

/// <summary>Format V2 to V1: struct by struct, each field from its column.</summary>
internal static class V2ToV1
{
    /// <summary>A few bytes of columns can claim any number of structs, so what is made of them has an end: so many, and so many more for each byte.</summary>
    const long MostStructs = 100_000;
    const long StructsPerByte = 8;

    /// <summary>A key may be named again and again for nothing, so the size of what is made has an end too.</summary>
    const int Largest = 8 * 1024 * 1024;
    const long MostGrowth = 16;

    public static byte[] Convert(ReadOnlySpan<byte> update)
    {
        var reader = new V2Reader(update);
        var writer = new Lib0Writer(update.Length + 64);
        var left = MostStructs + (update.Length * StructsPerByte);
        var limit = Math.Max(Largest, update.Length * MostGrowth);
        var sections = reader.Rest.ReadCount();
        writer.WriteVarUint(sections);
        for (; sections > 0; sections--) Section(ref reader, writer, ref left, limit);
        Deletes(ref reader.Rest, writer);
        return writer.ToArray();
    }

    static void Section(ref V2Reader reader, Lib0Writer writer, ref long left, long limit)
    {
        var structs = reader.Rest.ReadVarUint();
        if ((left -= structs) < 0) throw TooLarge();
        writer.WriteVarUint(structs);
        writer.WriteVarUint(reader.ReadClient());
        writer.WriteVarUint(reader.Rest.ReadVarUint());
        for (; structs > 0; structs--)
        {
            Struct(ref reader, writer);
            if (writer.Length > limit) throw TooLarge();
        }
    }

    static void Struct(ref V2Reader reader, Lib0Writer writer)
    {
        var info = reader.ReadInfo();
        writer.WriteByte(info);
        switch (InfoByte.Content(info))
        {
            case ContentRef.Gc: writer.WriteVarUint(reader.ReadLength()); break;
            case ContentRef.Skip: writer.WriteVarUint(reader.Rest.ReadVarUint()); break;
            default:
                Header(ref reader, writer, info);
                Content(ref reader, writer, InfoByte.Content(info));
                break;
        }
    }

    static void Header(ref V2Reader reader, Lib0Writer writer, byte info)
    {
        if ((info & InfoByte.HasOrigin) != 0) writer.WriteId(reader.ReadLeftId());
        if ((info & InfoByte.HasRightOrigin) != 0) writer.WriteId(reader.ReadRightId());
        if (!InfoByte.NamesParent(info)) return;
        var named = reader.ReadParentIsName();
        writer.WriteVarUint(named ? 1 : 0);
        if (named) writer.WriteString(reader.ReadText());
        else writer.WriteId(reader.ReadLeftId());
        if ((info & InfoByte.HasKey) != 0) writer.WriteString(reader.ReadText());
    }

    static void Content(ref V2Reader reader, Lib0Writer writer, int content)
    {
        switch (content)
        {
            case ContentRef.Deleted: writer.WriteVarUint(reader.ReadLength()); break;
            case ContentRef.String: writer.WriteString(reader.ReadText()); break;
            case ContentRef.Binary: writer.WriteBytes(reader.Rest.ReadBytes()); break;
            case ContentRef.Embed: Json(ref reader, writer); break;
            case ContentRef.Format: writer.WriteString(reader.ReadKey()); Json(ref reader, writer); break;
            case ContentRef.Type: Type(ref reader, writer); break;
            case ContentRef.Doc: writer.WriteString(reader.ReadText()); Any(ref reader, writer); break;
            case ContentRef.Any: Values(ref reader, writer); break;
            case ContentRef.Json: Texts(ref reader, writer); break;
            default: throw new YjsFormatException("A struct has content of an unknown kind.");
        }
    }

    static void Json(ref V2Reader reader, Lib0Writer writer) => writer.WriteString(JsonOutput.Write(AnyReader.Read(ref reader.Rest)));

    static void Type(ref V2Reader reader, Lib0Writer writer)
    {
        var kind = reader.ReadTypeRef();
        writer.WriteVarUint(kind);
        if (kind is (long)YTypeKind.XmlElement or (long)YTypeKind.XmlHook) writer.WriteString(reader.ReadKey());
    }

    static void Any(ref V2Reader reader, Lib0Writer writer)
    {
        var start = reader.Rest.Position;
        AnyReader.Skip(ref reader.Rest);
        writer.WriteRaw(reader.Rest.Between(start, reader.Rest.Position));
    }

    static void Values(ref V2Reader reader, Lib0Writer writer)
    {
        var count = reader.ReadLength();
        writer.WriteVarUint(count);
        for (; count > 0; count--) Any(ref reader, writer);
    }

    static void Texts(ref V2Reader reader, Lib0Writer writer)
    {
        var count = reader.ReadLength();
        writer.WriteVarUint(count);
        // A text may be empty, and JSON never is.
        for (; count > 0; count--)
        {
            var text = reader.ReadText();
            if (text.IsEmpty) throw new YjsFormatException("A value is not JSON.");
            writer.WriteString(text);
        }
    }

    static void Deletes(ref Lib0Reader reader, Lib0Writer writer)
    {
        var clients = reader.ReadCount();
        writer.WriteVarUint(clients);
        for (; clients > 0; clients--)
        {
            writer.WriteVarUint(reader.ReadVarUint());
            var runs = reader.ReadCount();
            writer.WriteVarUint(runs);
            for (long clock = 0; runs > 0; runs--) clock = Run(ref reader, writer, clock);
        }
    }

    static long Run(ref Lib0Reader reader, Lib0Writer writer, long clock)
    {
        clock += reader.ReadVarUint();
        var length = reader.ReadVarUint() + 1;
        if (clock > Lib0Reader.LargestInteger - length) throw new YjsFormatException("A deleted run is too long.");
        writer.WriteVarUint(clock);
        writer.WriteVarUint(length);
        return clock + length;
    }

    static YjsFormatException TooLarge() => new("The update claims to be larger than it can be.");
}
