namespace Leaderful.Yjs;

/// <summary>Writes what waits in a document as updates, so that it is not lost with the document.</summary>
internal static class PendingWriter
{
    public static IEnumerable<byte[]> Write(Incoming incoming, DeleteSet deletes)
    {
        foreach (var client in incoming.Waiting)
        {
            foreach (var run in client.Runs.Where(run => run.Current is not null && run.End > client.Log.State)) yield return Run(client.Log, run);
        }
        if (!deletes.IsEmpty) yield return Deletes(deletes);
    }

    /// <summary>Without what has come into the document meanwhile, perhaps in another form: that is its state.</summary>
    static byte[] Run(ClientLog log, IncomingRun run)
    {
        var left = run.Left.SkipWhile(next => next.End <= log.State).ToList();
        var known = Math.Max(0, log.State - left[0].Clock);
        var writer = new Lib0Writer();
        writer.WriteVarUint(1);
        writer.WriteVarUint(left.Count);
        writer.WriteId(new(log.Client, left[0].Clock + known));
        left[0].Write(writer, known);
        foreach (var next in left.Skip(1)) next.Write(writer, 0);
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
