namespace Leaderful.Yjs;

/// <summary>Writes a struct without its first elements: what remains stands behind them, so that they are its origin.</summary>
internal static class StructSlice
{
    public static void Write(Lib0Writer writer, ReadOnlySpan<byte> update, in StructSpan span, long offset)
    {
        if (offset == 0)
        {
            writer.WriteRaw(update[span.Start..span.End]);
            return;
        }
        WriteHeader(writer, span, offset);
        var content = update[span.ContentStart..span.End];
        var elements = Elements(content, span.Content, span.Length, offset, out var count);
        if (span.Content == ContentRef.String) WriteText(writer, elements, count);
        else
        {
            writer.WriteVarUint(count);
            writer.WriteRaw(elements);
        }
    }

    public static void WriteHeader(Lib0Writer writer, in StructSpan span, long offset)
    {
        if (span.Content is ContentRef.Gc or ContentRef.Skip)
        {
            writer.WriteByte(span.Info);
            return;
        }
        writer.WriteByte((byte)(span.Info | InfoByte.HasOrigin));
        writer.WriteId(new(span.Client, span.Clock + offset - 1));
        if (!span.RightOrigin.IsNone) writer.WriteId(span.RightOrigin);
    }

    /// <summary>
    /// The bytes of the elements from an offset on, without the number before them. Only content of several elements comes here. For
    /// text, <paramref name="count"/> is negative where the cut goes through a pair of surrogates.
    /// </summary>
    public static ReadOnlySpan<byte> Elements(ReadOnlySpan<byte> content, int kind, long length, long offset, out long count)
    {
        count = length - offset;
        var reader = new Lib0Reader(content);
        switch (kind)
        {
            case ContentRef.String:
                var text = reader.ReadBytes();
                text = text[WireText.Offset(text, offset, out var halved)..];
                if (halved) count = -count;
                return text;
            case ContentRef.Any:
                reader.ReadVarUint();
                for (var left = offset; left > 0; left--) AnyReader.Skip(ref reader);
                return content[reader.Position..];
            case ContentRef.Json:
                reader.ReadVarUint();
                for (var left = offset; left > 0; left--) reader.ReadBytes();
                return content[reader.Position..];
            default:
                return [];
        }
    }

    static void WriteText(Lib0Writer writer, ReadOnlySpan<byte> text, long count)
    {
        var replacement = count < 0 ? "\uFFFD"u8 : [];
        writer.WriteVarUint(replacement.Length + text.Length);
        writer.WriteRaw(replacement);
        writer.WriteRaw(text);
    }
}
