namespace Leaderful.Yjs;

/// <summary>Deletes what an update says, and keeps what names elements that have not come yet.</summary>
internal sealed class Deletion(YDoc doc)
{
    public DeleteSet Pending { get; } = new();

    public void Apply(DeleteSet deletes, Transaction transaction)
    {
        foreach (var log in transaction.Changed) ApplyPending(log, transaction);
        foreach (var client in deletes.Clients)
        {
            foreach (var range in deletes.Of(client)) Apply(doc.Log(client), range, transaction);
        }
        Pending.Normalise();
    }

    void ApplyPending(ClientLog log, Transaction transaction)
    {
        var ranges = Pending.Of(log.Client);
        if (ranges.Count == 0) return;
        Pending.Remove(log.Client);
        foreach (var range in ranges) Apply(log, range, transaction);
    }

    void Apply(ClientLog log, DeleteRange range, Transaction transaction)
    {
        var end = Math.Min(range.End, log.State);
        if (end < range.End) Pending.Add(log.Client, new(Math.Max(range.Clock, end), range.End - Math.Max(range.Clock, end)));
        if (range.Clock >= end) return;
        var index = log.IndexOf(range.Clock);
        if (log[index] is Item { Deleted: false } first && first.Clock < range.Clock) log.Split(index++, first, range.Clock - first.Clock, transaction);
        for (; index < log.Count && log[index].Clock < end; index++)
        {
            if (log[index] is not Item { Deleted: false } item) continue;
            if (item.End > end) log.Split(index, item, end - item.Clock, transaction);
            transaction.Delete(item);
        }
    }
}
