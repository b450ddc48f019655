namespace Leaderful.Yjs;

/// <summary>Makes structs of an update. It is read to its end before the document is touched, so that a bad one leaves no trace.</summary>
internal static class UpdateParser
{
    public static List<(ClientLog Log, IncomingRun Run)> Parse(ReadOnlySpan<byte> update, YDoc doc, out DeleteSet deletes)
    {
        Check(update);
        List<(ClientLog Log, IncomingRun Run)> runs = [];
        List<Struct>? structs = null;
        var scanner = new UpdateScanner(update);
        while (scanner.Next(out var span))
        {
            if (span.Content == ContentRef.Skip)
            {
                structs = null;
                continue;
            }
            if (structs is null || structs[^1].Log.Client != span.Client || structs[^1].End != span.Clock)
            {
                structs = [];
                runs.Add((doc.Log(span.Client), new IncomingRun(structs)));
            }
            structs.Add(Struct(update, span, doc));
        }
        deletes = scanner.Deletes();
        // The highest client last, that is on top: as it is tried first, those at the same place have found theirs at once.
        runs.Sort(static (a, b) => a.Log.Client.CompareTo(b.Log.Client));
        return runs;
    }

    static void Check(ReadOnlySpan<byte> update)
    {
        var scanner = new UpdateScanner(update, thorough: true);
        while (scanner.Next(out _)) { }
        scanner.CountDeletes();
    }

    static Struct Struct(ReadOnlySpan<byte> update, in StructSpan span, YDoc doc)
    {
        var log = doc.Log(span.Client);
        if (span.Content == ContentRef.Gc) return new GcStruct(log, span.Clock, span.Length);
        var reader = new Lib0Reader(update[span.ContentStart..span.End]);
        var item = new Item(log, span.Clock, span.Origin, span.RightOrigin, ContentReader.Read(ref reader, span.Content, doc));
        if (span.ParentStart != span.ContentStart) ReadParent(item, update[span.ParentStart..span.ContentStart], span.Info, doc);
        return item;
    }

    static void ReadParent(Item item, ReadOnlySpan<byte> bytes, byte info, YDoc doc)
    {
        var reader = new Lib0Reader(bytes);
        if (reader.ReadVarUint() == 1) item.Parent = doc.Root(reader.ReadString());
        else item.ParentId = reader.ReadId();
        if ((info & InfoByte.HasKey) != 0) item.Key = reader.ReadString();
    }
}
