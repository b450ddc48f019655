namespace Leaderful.Yjs;

/// <summary>Text.</summary>
internal sealed class TextContent : ItemContent
{
    SharedRun<char> units;

    public TextContent(char[] text) => units = new(text);

    TextContent(SharedRun<char> units) => this.units = units;

    public override byte Ref => ContentRef.String;

    public override long Length => units.Length;

    public ReadOnlySpan<char> Text => units.Elements;

    public override ItemContent Split(long offset)
    {
        var at = (int)offset;
        if (char.IsSurrogatePair(Text[at - 1], Text[at])) Halve(at);
        return new TextContent(units.Split(at));
    }

    public override bool TryMerge(ItemContent right)
    {
        units.Join(((TextContent)right).units);
        return true;
    }

    public override void Write(Lib0Writer writer, long offset) => writer.WriteString(Text[(int)offset..]);

    public override void AddValues(List<object?> values)
    {
        foreach (var unit in Text) values.Add(unit.ToString());
    }

    /// <summary>A pair of surrogates that is cut is lost on both sides: half of one cannot be sent. Yjs does the same.</summary>
    void Halve(int at)
    {
        var own = Text.ToArray();
        own[at - 1] = own[at] = '\uFFFD';
        units = new(own);
    }
}
