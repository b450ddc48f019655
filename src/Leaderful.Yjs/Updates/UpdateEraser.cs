namespace Leaderful.Yjs;

/// <summary>Leaves out of an update what some clients wrote, and keeps its places, on which what others wrote leans.</summary>
internal static class UpdateEraser
{
    public static byte[] Erase(ReadOnlySpan<byte> update, IReadOnlySet<long> clients)
    {
        var sections = new Lib0Writer(Math.Min(update.Length + 16, 64 * 1024));
        var structs = new Lib0Writer(256);
        var (client, begin, end, count, written) = (-1L, 0L, 0L, 0, 0);
        var scanner = new UpdateScanner(update);
        while (scanner.Next(out var span))
        {
            if (span.Client != client || span.Clock != end)
            {
                Close();
                (client, begin) = (span.Client, span.Clock);
            }
            if (clients.Contains(client) && Wording.IsIn(update, span)) Leave(structs, update, span);
            else structs.WriteRaw(update[span.Start..span.End]);
            (count, end) = (count + 1, span.EndClock);
        }
        Close();
        return UpdateSections.Join(written, sections, scanner.Deletes());

        void Close()
        {
            if (count == 0) return;
            sections.WriteVarUint(count);
            sections.WriteId(new(client, begin));
            sections.WriteRaw(structs.Written);
            structs.Clear();
            (count, written) = (0, written + 1);
        }
    }

    /// <summary>Where it stood and how long it was.</summary>
    static void Leave(Lib0Writer structs, ReadOnlySpan<byte> update, in StructSpan span)
    {
        structs.WriteByte((byte)((span.Info & ~InfoByte.ContentMask) | ContentRef.Deleted));
        structs.WriteRaw(update[(span.Start + 1)..span.ContentStart]);
        structs.WriteVarUint(span.Length);
    }
}
