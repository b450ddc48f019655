namespace Leaderful.Yjs;

/// <summary>Makes an item's content from an update in format V1.</summary>
internal static class ContentReader
{
    public static ItemContent Read(ref Lib0Reader reader, int content, YDoc doc) => content switch
    {
        ContentRef.Deleted => new DeletedContent(reader.ReadVarUint()),
        ContentRef.String => new TextContent(WireText.ReadChars(reader.ReadBytes())),
        ContentRef.Any => new AnyContent(Values(ref reader)),
        ContentRef.Json => new JsonContent(Texts(ref reader)),
        ContentRef.Binary => new BinaryContent(reader.ReadBytes().ToArray()),
        ContentRef.Embed => new EmbedContent(reader.ReadBytes().ToArray()),
        ContentRef.Format => new FormatContent(reader.ReadString(), reader.ReadBytes().ToArray()),
        ContentRef.Type => new TypeContent(Type(ref reader, doc)),
        ContentRef.Doc => new DocContent(reader.ReadString(), reader.ReadBytes(reader.Remaining).ToArray()),
        _ => throw new YjsFormatException("A struct has content of an unknown kind."),
    };

    /// <summary>The update was read through before: there are as many values as it says.</summary>
    static object?[] Values(ref Lib0Reader reader)
    {
        var values = new object?[(int)reader.ReadVarUint()];
        for (var i = 0; i < values.Length; i++) values[i] = AnyReader.Read(ref reader);
        return values;
    }

    static string[] Texts(ref Lib0Reader reader)
    {
        var texts = new string[(int)reader.ReadVarUint()];
        for (var i = 0; i < texts.Length; i++) texts[i] = reader.ReadString();
        return texts;
    }

    static Branch Type(ref Lib0Reader reader, YDoc doc)
    {
        var kind = (YTypeKind)reader.ReadVarUint();
        return new Branch(doc, kind, kind is YTypeKind.XmlElement or YTypeKind.XmlHook ? reader.ReadString() : null);
    }
}
