namespace Leaderful.Yjs;

/// <summary>Writes what a document holds, from some state on, as an update in format V1.</summary>
internal static class StateWriter
{
    public static byte[] Write(IEnumerable<ClientLog> logs, StateVector? known)
    {
        var all = logs.Where(log => log.Count > 0).OrderByDescending(log => log.Client).ToList();
        var writer = new Lib0Writer(4096);
        WriteSections(writer, [.. all.Select(log => (log, known?[log.Client] ?? 0)).Where(section => section.log.State > section.Item2)]);
        Deletes(all).Write(writer);
        return writer.ToArray();
    }

    /// <summary>What one transaction did.</summary>
    public static byte[] Write(Transaction transaction)
    {
        var writer = new Lib0Writer(64);
        WriteSections(writer, [.. transaction.Changed.Select(log => (log, log.StateBefore))]);
        transaction.Deletes.Write(writer);
        return writer.ToArray();
    }

    static void WriteSections(Lib0Writer writer, List<(ClientLog Log, long From)> sections)
    {
        writer.WriteVarUint(sections.Count);
        foreach (var (log, from) in sections)
        {
            var index = log.IndexOf(from);
            writer.WriteVarUint(log.Count - index);
            writer.WriteId(new(log.Client, from));
            log[index].Write(writer, from - log[index].Clock);
            for (index++; index < log.Count; index++) log[index].Write(writer, 0);
        }
    }

    static DeleteSet Deletes(List<ClientLog> logs)
    {
        var deletes = new DeleteSet();
        foreach (var log in logs)
        {
            for (var i = 0; i < log.Count; i++)
            {
                if (log[i].Deleted) deletes.Add(log.Client, new(log[i].Clock, log[i].Length));
            }
        }
        return deletes;
    }
}
