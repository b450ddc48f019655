namespace Leaderful.Yjs;

/// <summary>All texts of an update one behind the other, and a column of their lengths in UTF-16 units (lib0's StringDecoder).</summary>
internal ref struct TextColumnReader
{
    readonly ReadOnlySpan<char> text;
    UintRunReader lengths;
    int position;

    public TextColumnReader(ReadOnlySpan<byte> bytes)
    {
        var reader = new Lib0Reader(bytes);
        text = WireText.ReadChars(reader.ReadBytes());
        lengths = new UintRunReader(reader);
    }

    public ReadOnlySpan<char> Read()
    {
        var length = lengths.Read();
        if (length > text.Length - position) throw new YjsFormatException("The bytes end too early.");
        position += (int)length;
        return text.Slice(position - (int)length, (int)length);
    }
}
