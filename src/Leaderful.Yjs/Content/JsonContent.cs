namespace Leaderful.Yjs;

/// <summary>Values as very old clients wrote them, each as JSON or the word <c>undefined</c>. Kept as they came.</summary>
internal sealed class JsonContent(List<string> values) : ItemContent
{
    public override byte Ref => ContentRef.Json;

    public override long Length => values.Count;

    public override ItemContent Split(long offset)
    {
        var right = new JsonContent(values[(int)offset..]);
        values.RemoveRange((int)offset, values.Count - (int)offset);
        return right;
    }

    public override bool TryMerge(ItemContent right)
    {
        values.AddRange(((JsonContent)right).All);
        return true;
    }

    public override void Write(Lib0Writer writer, long offset)
    {
        writer.WriteVarUint(values.Count - offset);
        for (var i = (int)offset; i < values.Count; i++) writer.WriteString(values[i]);
    }

    public override void AddValues(List<object?> seen) => seen.AddRange(values.Select(Value));

    List<string> All => values;

    static object? Value(string json) =>
        json == "undefined" ? YUndefined.Value : JsonText.Read(System.Text.Encoding.UTF8.GetBytes(json));
}
