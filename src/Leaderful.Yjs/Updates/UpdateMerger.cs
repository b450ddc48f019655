namespace Leaderful.Yjs;

/// <summary>
/// Merges updates without a document. All are walked through once to learn which clocks each struct covers; then each client's
/// structs are written in the order of their clocks, whatever is covered twice once.
/// </summary>
internal static class UpdateMerger
{
    public static byte[] Merge(IReadOnlyList<ReadOnlyMemory<byte>> updates)
    {
        var clients = new Dictionary<long, List<UpdatePiece>>();
        var deletes = new DeleteSet();
        for (var i = 0; i < updates.Count; i++) Collect(updates[i].Span, i, clients, deletes);
        var writer = new Lib0Writer(4096);
        writer.WriteVarUint(clients.Count);
        foreach (var (client, pieces) in clients.OrderByDescending(c => c.Key)) WriteClient(writer, updates, client, pieces);
        deletes.Write(writer);
        return writer.ToArray();
    }

    static void Collect(ReadOnlySpan<byte> update, int number, Dictionary<long, List<UpdatePiece>> clients, DeleteSet deletes)
    {
        List<UpdatePiece>? pieces = null;
        var client = -1L;
        var scanner = new UpdateScanner(update);
        while (scanner.Next(out var span))
        {
            if (span.Content == ContentRef.Skip) continue;
            if (pieces is null || client != span.Client) pieces = Of(clients, client = span.Client);
            pieces.Add(new(number, span.Start, span.Clock, span.Length, span.Content switch { ContentRef.Gc => 2, ContentRef.Deleted => 1, _ => 0 }));
        }
        scanner.AddDeletes(deletes);
    }

    static List<UpdatePiece> Of(Dictionary<long, List<UpdatePiece>> clients, long client) =>
        clients.TryGetValue(client, out var pieces) ? pieces : clients[client] = [];

    static void WriteClient(Lib0Writer writer, IReadOnlyList<ReadOnlyMemory<byte>> updates, long client, List<UpdatePiece> pieces)
    {
        Sort(pieces);
        var structs = new StructJoiner(client);
        var next = pieces[0].Clock;
        foreach (var piece in pieces)
        {
            if (piece.End <= next) continue;
            if (piece.Clock > next) structs.AddSkip(piece.Clock - next);
            structs.Add(updates[piece.Update].Span, piece, Math.Max(0, next - piece.Clock));
            next = piece.End;
        }
        structs.Finish(writer, pieces[0].Clock);
    }

    /// <summary>A log is in order already.</summary>
    static void Sort(List<UpdatePiece> pieces)
    {
        for (var i = 1; i < pieces.Count; i++)
        {
            if (pieces[i - 1].Order(pieces[i]) <= 0) continue;
            pieces.Sort(static (a, b) => a.Order(b));
            return;
        }
    }
}
