namespace Leaderful.Yjs;

/// <summary>What comes after a change: the content of deleted items is dropped, and structs that can be one are joined.</summary>
internal static class Tidying
{
    public static void Tidy(Transaction transaction)
    {
        var doc = transaction.Doc;
        transaction.Deletes.Normalise();
        if (doc.CollectsGarbage) Collect(transaction);
        MergeDeleted(transaction);
        foreach (var log in transaction.Changed) MergeNew(log);
        for (var i = transaction.MergeCandidates.Count - 1; i >= 0; i--) MergeAround(transaction.MergeCandidates[i]);
    }

    static void Collect(Transaction transaction)
    {
        foreach (var client in transaction.Deletes.Clients)
        {
            var log = transaction.Doc.Log(client);
            foreach (var range in transaction.Deletes.Of(client))
            {
                for (var i = log.IndexOf(range.Clock); i < log.Count && log[i].Clock < range.End; i++)
                {
                    if (log[i] is Item { Deleted: true } item) Collect(item);
                }
            }
        }
    }

    static void Collect(Item item)
    {
        if (item.Content is DeletedContent) return;
        if (item.Content is TypeContent type) CollectChildren(type.Branch);
        item.Content = new DeletedContent(item.Length);
    }

    /// <summary>Of what was in a deleted type, nothing is left but that it was there.</summary>
    static void CollectChildren(Branch root)
    {
        var branches = new Stack<Branch>([root]);
        while (branches.TryPop(out var branch))
        {
            for (var child = branch.Start; child is not null; child = child.Right) CollectChild(child, branches);
            if (branch.HasValues)
            {
                foreach (var newest in branch.Values.Values)
                {
                    for (var child = newest; child is not null; child = child.Left) CollectChild(child, branches);
                }
            }
            branch.Clear();
        }
    }

    static void CollectChild(Item child, Stack<Branch> branches)
    {
        if (child.Content is TypeContent type) branches.Push(type.Branch);
        child.Log[child.Log.IndexOf(child.Clock)] = new GcStruct(child.Log, child.Clock, child.Length);
    }

    /// <summary>From right to left, so that nothing is missed and little is moved.</summary>
    static void MergeDeleted(Transaction transaction)
    {
        foreach (var client in transaction.Deletes.Clients)
        {
            var log = transaction.Doc.Log(client);
            var ranges = transaction.Deletes.Of(client);
            for (var r = ranges.Count - 1; r >= 0; r--)
            {
                var i = Math.Min(log.Count - 1, 1 + log.IndexOf(ranges[r].End - 1));
                while (i > 0 && log[i].Clock >= ranges[r].Clock) i -= 1 + MergeWithLefts(log, i);
            }
        }
    }

    static void MergeNew(ClientLog log)
    {
        var first = Math.Max(log.IndexOf(log.StateBefore), 1);
        for (var i = log.Count - 1; i >= first;) i -= 1 + MergeWithLefts(log, i);
    }

    static void MergeAround(Item item)
    {
        var log = item.Log;
        var index = log.IndexOf(item.Clock);
        if (index + 1 < log.Count && MergeWithLefts(log, index + 1) > 1) return;
        if (index > 0) MergeWithLefts(log, index);
    }

    static int MergeWithLefts(ClientLog log, int index)
    {
        var first = index;
        while (first > 0 && log[first - 1].TryMerge(log[first])) first--;
        if (first < index) log.RemoveRange(first + 1, index - first);
        return index - first;
    }
}
