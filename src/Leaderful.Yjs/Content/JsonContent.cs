using System.Text;

namespace Leaderful.Yjs;

/// <summary>Values as very old clients wrote them, each as JSON or the word <c>undefined</c>. Kept as they came.</summary>
internal sealed class JsonContent : ItemContent
{
    SharedRun<string> values;

    public JsonContent(string[] values) => this.values = new(values);

    JsonContent(SharedRun<string> values) => this.values = values;

    public override byte Ref => ContentRef.Json;

    public override long Length => values.Length;

    public override ItemContent Split(long offset) => new JsonContent(values.Split((int)offset));

    public override bool TryMerge(ItemContent right)
    {
        values.Join(((JsonContent)right).values);
        return true;
    }

    public override void Write(Lib0Writer writer, long offset)
    {
        writer.WriteVarUint(values.Length - offset);
        foreach (var value in values.Elements[(int)offset..]) writer.WriteString(value);
    }

    public override void AddValues(List<object?> seen)
    {
        foreach (var value in values.Elements) seen.Add(value == "undefined" ? YUndefined.Value : JsonText.Read(Encoding.UTF8.GetBytes(value)));
    }
}
