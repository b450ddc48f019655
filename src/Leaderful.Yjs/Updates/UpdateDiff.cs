using System.Runtime.InteropServices;

namespace Leaderful.Yjs;

/// <summary>
/// Cuts from an update what somebody has. Of each client's structs only the one on the border is taken apart; those behind it
/// are copied as they stand, in one piece.
/// </summary>
internal static class UpdateDiff
{
    public static byte[] Diff(ReadOnlySpan<byte> update, StateVector known)
    {
        var sections = new Lib0Writer(Math.Min(update.Length + 16, 64 * 1024));
        var count = 0;
        var section = default(Section);
        var scanner = new UpdateScanner(update);
        while (scanner.Next(out var span))
        {
            if (section.Structs > 0 && section.First.Client != span.Client) count += section.Close(sections, update);
            if (section.Structs > 0) section.Extend(span);
            else if (span.Content != ContentRef.Skip && span.EndClock > known[span.Client]) section = new Section(span, Math.Max(0, known[span.Client] - span.Clock));
        }
        if (section.Structs > 0) count += section.Close(sections, update);
        return UpdateSections.Join(count, sections, scanner.Deletes());
    }

    /// <summary>The structs of one client that are new: the first, of which a part may be known, and how far the others reach.</summary>
    [StructLayout(LayoutKind.Auto)]
    struct Section(StructSpan first, long offset)
    {
        int end = first.End;

        public readonly StructSpan First => first;

        public int Structs { get; private set; } = 1;

        public void Extend(StructSpan next)
        {
            end = next.End;
            Structs++;
        }

        public int Close(Lib0Writer writer, ReadOnlySpan<byte> update)
        {
            writer.WriteVarUint(Structs);
            writer.WriteId(new(first.Client, first.Clock + offset));
            StructSlice.Write(writer, update, first, offset);
            writer.WriteRaw(update[first.End..end]);
            Structs = 0;
            return 1;
        }
    }
}
