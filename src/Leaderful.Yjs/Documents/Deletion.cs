namespace Leaderful.Yjs;

/// <summary>Deletes what an update says, and keeps what names elements that have not come yet.</summary>
internal sealed class Deletion(YDoc doc)
{
    /// <summary>From so many runs of one client on, its log is written anew rather than mended in so many places.</summary>
    const int Many = 64;

    public DeleteSet Pending { get; } = new();

    public void Apply(DeleteSet deletes, Transaction transaction)
    {
        deletes.Normalise();
        foreach (var log in transaction.Changed) ApplyPending(log, transaction);
        foreach (var client in deletes.Clients) Apply(doc.Log(client), deletes.Of(client), transaction);
        Pending.Normalise();
    }

    void ApplyPending(ClientLog log, Transaction transaction)
    {
        var ranges = Pending.Of(log.Client);
        if (ranges.Count == 0) return;
        Pending.Remove(log.Client);
        Apply(log, ranges, transaction);
    }

    void Apply(ClientLog log, List<DeleteRange> ranges, Transaction transaction)
    {
        var state = log.State;
        foreach (var range in ranges.Where(range => range.End > state)) Pending.Add(log.Client, new(Math.Max(range.Clock, state), range.End - Math.Max(range.Clock, state)));
        if (ranges.Count >= Many) CutAll(log, ranges, transaction);
        foreach (var range in ranges.Where(range => range.Clock < state)) Apply(log, range, transaction);
    }

    static void Apply(ClientLog log, DeleteRange range, Transaction transaction)
    {
        var end = Math.Min(range.End, log.State);
        var index = log.IndexOf(range.Clock);
        if (log[index] is Item { Deleted: false } first && first.Clock < range.Clock) log.Split(index++, first, range.Clock - first.Clock, transaction);
        for (; index < log.Count && log[index].Clock < end; index++)
        {
            if (log[index] is not Item { Deleted: false } item) continue;
            if (item.End > end) log.Split(index, item, end - item.Clock, transaction);
            transaction.Delete(item);
        }
    }

    /// <summary>Cuts items where the runs begin and end, in one pass.</summary>
    static void CutAll(ClientLog log, List<DeleteRange> ranges, Transaction transaction)
    {
        var cuts = ranges.SelectMany(range => new[] { range.Clock, range.End }).GetEnumerator();
        var more = cuts.MoveNext();
        var structs = new List<Struct>(log.Count + ranges.Count);
        for (var i = 0; i < log.Count; i++)
        {
            var next = log[i];
            structs.Add(next);
            while (more && cuts.Current < next.End)
            {
                if (cuts.Current > next.Clock && next is Item { Deleted: false } item)
                {
                    structs.Add(next = item.Split(cuts.Current - item.Clock));
                    transaction.MayMerge((Item)next);
                }
                more = cuts.MoveNext();
            }
        }
        log.Replace(structs);
    }
}
