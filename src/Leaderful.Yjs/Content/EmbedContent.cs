namespace Leaderful.Yjs;

/// <summary>A thing in a text that is no text, as one element. Its JSON stays as it came.</summary>
internal sealed class EmbedContent(byte[] json) : ItemContent
{
    public override byte Ref => ContentRef.Embed;

    public object? Value => JsonText.Read(json);

    public override void Write(Lib0Writer writer, long offset) => writer.WriteBytes(json);

    public override void AddValues(List<object?> values) => values.Add(Value);
}
