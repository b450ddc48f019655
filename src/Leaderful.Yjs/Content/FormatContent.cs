namespace Leaderful.Yjs;

/// <summary>From here on, a format has this value; null ends it. It takes no place in the text.</summary>
internal sealed class FormatContent(string key, byte[] json) : ItemContent
{
    object? value;
    bool read;

    public FormatContent(string key, object? value) : this(key, System.Text.Encoding.UTF8.GetBytes(JsonOutput.Write(value))) =>
        (this.value, read) = (value, true);

    public override byte Ref => ContentRef.Format;

    public override bool Countable => false;

    public string Key => key;

    public ReadOnlySpan<byte> Json => json;

    public object? Value
    {
        get
        {
            if (!read) (value, read) = (JsonText.Read(json), true);
            return value;
        }
    }

    public override void Integrate(Item item, Transaction transaction) => (item.Parent!.Formatted, item.Parent.Markers) = (true, null);

    public override void Write(Lib0Writer writer, long offset)
    {
        writer.WriteString(key);
        writer.WriteBytes(json);
    }

    public override void AddValues(List<object?> values) { }
}
