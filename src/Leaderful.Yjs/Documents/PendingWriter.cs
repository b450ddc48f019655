namespace Leaderful.Yjs;

/// <summary>Writes what waits in a document as updates, so that it is not lost with the document.</summary>
internal static class PendingWriter
{
    public static IEnumerable<byte[]> Write(Incoming incoming, DeleteSet deletes)
    {
        foreach (var client in incoming.Waiting)
        {
            foreach (var run in client.Runs.Where(run => run.Current is not null)) yield return Run(client.Log.Client, run);
        }
        if (!deletes.IsEmpty) yield return Deletes(deletes);
    }

    static byte[] Run(long client, IncomingRun run)
    {
        var writer = new Lib0Writer();
        writer.WriteVarUint(1);
        writer.WriteVarUint(run.LeftCount);
        writer.WriteId(new(client, run.Clock));
        foreach (var next in run.Left) next.Write(writer, 0);
        new DeleteSet().Write(writer);
        return writer.ToArray();
    }

    static byte[] Deletes(DeleteSet deletes)
    {
        var writer = new Lib0Writer();
        writer.WriteVarUint(0);
        deletes.Write(writer);
        return writer.ToArray();
    }
}
