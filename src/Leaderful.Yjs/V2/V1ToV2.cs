namespace Leaderful.Yjs;

/// <summary>Format V1 to V2: struct by struct, each field into its column.</summary>
internal static class V1ToV2
{
    public static byte[] Convert(ReadOnlySpan<byte> update)
    {
        var writer = new V2Writer();
        var sections = new Lib0Writer();
        var (client, structs, count) = (-1L, 0L, 0);
        var scanner = new UpdateScanner(update);
        while (scanner.Next(out var span))
        {
            if (span.Client != client || structs == 0)
            {
                count += Close(writer, sections, structs);
                (client, structs) = (span.Client, 0);
                writer.WriteClient(client);
                writer.Rest.WriteVarUint(span.Clock);
            }
            Struct(writer, update, span);
            structs++;
        }
        count += Close(writer, sections, structs);
        return writer.Finish(Rest(count, sections, scanner.Deletes()));
    }

    /// <summary>How many structs a client has stands before them and is known after them.</summary>
    static int Close(V2Writer writer, Lib0Writer sections, long structs)
    {
        if (structs == 0) return 0;
        sections.WriteVarUint(structs);
        sections.WriteRaw(writer.Rest.Written);
        writer.Rest.Clear();
        return 1;
    }

    static void Struct(V2Writer writer, ReadOnlySpan<byte> update, in StructSpan span)
    {
        writer.WriteInfo(span.Info);
        if (!span.Origin.IsNone) writer.WriteLeftId(span.Origin);
        if (!span.RightOrigin.IsNone) writer.WriteRightId(span.RightOrigin);
        var reader = new Lib0Reader(update[..span.End]) { Position = span.ParentStart };
        if (span.ParentStart != span.ContentStart) Parent(writer, ref reader, span.Info);
        Content(writer, ref reader, span.Content);
    }

    static void Parent(V2Writer writer, ref Lib0Reader reader, byte info)
    {
        var named = reader.ReadVarUint() == 1;
        writer.WriteParentIsName(named);
        if (named) writer.WriteText(reader.ReadString());
        else writer.WriteLeftId(reader.ReadId());
        if ((info & InfoByte.HasKey) != 0) writer.WriteText(reader.ReadString());
    }

    static void Content(V2Writer writer, ref Lib0Reader reader, int content)
    {
        switch (content)
        {
            case ContentRef.Gc or ContentRef.Deleted: writer.WriteLength(reader.ReadVarUint()); break;
            case ContentRef.Skip: writer.Rest.WriteVarUint(reader.ReadVarUint()); break;
            case ContentRef.String: writer.WriteText(reader.ReadString()); break;
            case ContentRef.Binary: writer.Rest.WriteBytes(reader.ReadBytes()); break;
            case ContentRef.Embed: Json(writer, ref reader); break;
            case ContentRef.Format: writer.WriteKey(reader.ReadString()); Json(writer, ref reader); break;
            case ContentRef.Type: Type(writer, ref reader); break;
            case ContentRef.Doc: writer.WriteText(reader.ReadString()); writer.Rest.WriteRaw(reader.ReadBytes(reader.Remaining)); break;
            case ContentRef.Any: writer.WriteLength(reader.ReadVarUint()); writer.Rest.WriteRaw(reader.ReadBytes(reader.Remaining)); break;
            case ContentRef.Json: Texts(writer, ref reader); break;
            default: throw new YjsFormatException("A struct has content of an unknown kind.");
        }
    }

    static void Json(V2Writer writer, ref Lib0Reader reader) => AnyWriter.Write(writer.Rest, JsonText.Read(reader.ReadBytes()));

    static void Type(V2Writer writer, ref Lib0Reader reader)
    {
        var kind = reader.ReadVarUint();
        writer.WriteTypeRef(kind);
        if (reader.Remaining > 0) writer.WriteKey(reader.ReadString());
    }

    static void Texts(V2Writer writer, ref Lib0Reader reader)
    {
        var count = reader.ReadVarUint();
        writer.WriteLength(count);
        for (; count > 0; count--) writer.WriteText(reader.ReadString());
    }

    static ReadOnlySpan<byte> Rest(int count, Lib0Writer sections, DeleteSet deletes)
    {
        var rest = new Lib0Writer(sections.Length + 64);
        rest.WriteVarUint(count);
        rest.WriteRaw(sections.Written);
        deletes.WriteV2(rest);
        return rest.Written;
    }
}
