namespace Leaderful.Yjs;

/// <summary>
/// Writes one client's structs, joining those that go on where the last one ended: letters typed in a row become one text. That
/// changes nothing for whoever reads it, for a text is taken apart again into the same structs where something stands in
/// between. Values by key stay apart: each replaces the one before.
/// </summary>
internal sealed class StructJoiner(long client)
{
    readonly Lib0Writer section = new(1024);

    /// <summary>The elements of the open struct, without the number before them.</summary>
    readonly Lib0Writer elements = new(256);

    /// <summary>The open struct's header, with its info byte.</summary>
    readonly Lib0Writer header = new(32);

    int structs;
    int content = -1;
    long count;
    long end;
    bool joins;
    YId rightOrigin;

    public void AddSkip(long length)
    {
        Close();
        section.WriteByte(ContentRef.Skip);
        section.WriteVarUint(length);
        structs++;
    }

    public void Add(ReadOnlySpan<byte> update, in UpdatePiece piece, long offset)
    {
        var span = UpdateScanner.At(update, piece.Start, client, piece.Clock);
        if (!GoesOn(span, offset)) Open(update, span, offset);
        AddElements(update, span, offset);
        end = span.EndClock;
    }

    public void Finish(Lib0Writer writer, long clock)
    {
        Close();
        writer.WriteVarUint(structs);
        writer.WriteId(new(client, clock));
        writer.WriteRaw(section.Written);
    }

    bool GoesOn(in StructSpan span, long offset)
    {
        if (!joins || span.Content != content || end != span.Clock + offset) return false;
        if (content == ContentRef.Gc) return true;
        if ((span.Info & InfoByte.HasKey) != 0 || span.RightOrigin != rightOrigin) return false;
        return offset > 0 || span.Origin == new YId(client, span.Clock - 1);
    }

    void Open(ReadOnlySpan<byte> update, in StructSpan span, long offset)
    {
        Close();
        (content, rightOrigin) = (span.Content, span.RightOrigin);
        joins = content is ContentRef.Gc || (content is ContentRef.Deleted or ContentRef.String or ContentRef.Any or ContentRef.Json && (span.Info & InfoByte.HasKey) == 0);
        if (offset > 0) StructSlice.WriteHeader(header, span, offset);
        else header.WriteRaw(update[span.Start..span.ContentStart]);
    }

    void AddElements(ReadOnlySpan<byte> update, in StructSpan span, long offset)
    {
        count += span.Length - offset;
        switch (content)
        {
            case ContentRef.Gc or ContentRef.Deleted: break;
            case ContentRef.String or ContentRef.Any or ContentRef.Json:
                var rest = StructSlice.Elements(update[span.ContentStart..span.End], content, span.Length, offset, out var left);
                if (left < 0) elements.WriteRaw("\uFFFD"u8);
                elements.WriteRaw(rest);
                break;
            default: elements.WriteRaw(update[span.ContentStart..span.End]); break;
        }
    }

    void Close()
    {
        if (content < 0) return;
        section.WriteRaw(header.Written);
        if (content == ContentRef.String) section.WriteVarUint(elements.Length);
        else if (content is ContentRef.Gc or ContentRef.Deleted or ContentRef.Any or ContentRef.Json) section.WriteVarUint(count);
        section.WriteRaw(elements.Written);
        header.Clear();
        elements.Clear();
        (content, count, joins) = (-1, 0, false);
        structs++;
    }
}
