namespace Leaderful.Yjs;

/// <summary>A document of its own, named by its guid. Its options stay as they came.</summary>
internal sealed class DocContent(string guid, byte[] options) : ItemContent
{
    public override byte Ref => ContentRef.Doc;

    public override void Write(Lib0Writer writer, long offset)
    {
        writer.WriteString(guid);
        writer.WriteRaw(options);
    }

    public override void AddValues(List<object?> values)
    {
        var reader = new Lib0Reader(options);
        values.Add(new YSubdocument(guid, AnyReader.Read(ref reader)));
    }
}
