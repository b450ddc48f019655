namespace Leaderful.Yjs;

/// <summary>One change of a document, from its first element to the tidying up after it.</summary>
internal sealed class Transaction(YDoc doc, bool local)
{
    readonly List<ClientLog> changed = [];
    readonly List<Item> splits = [];
    readonly List<Branch> deletedBranches = [];

    public YDoc Doc { get; } = doc;

    public bool Local { get; } = local;

    public DeleteSet Deletes { get; } = new();

    public IReadOnlyList<ClientLog> Changed => changed;

    /// <summary>Items that were cut or whose surroundings changed, and may be joined again in the end.</summary>
    public List<Item> MergeCandidates => splits;

    public void MayMerge(Item item) => splits.Add(item);

    /// <summary>To be called before a log grows.</summary>
    public void Touch(ClientLog log)
    {
        if (log.ChangedIn == this) return;
        (log.ChangedIn, log.StateBefore) = (this, log.State);
        changed.Add(log);
    }

    public void Add(Struct next)
    {
        Touch(next.Log);
        next.Log.Add(next);
    }

    /// <summary>Deletes an item and all that is in it, however deep, without recursion: depth is the sender's choice.</summary>
    public void Delete(Item item)
    {
        DeleteOne(item);
        while (deletedBranches.Count > 0)
        {
            var branch = deletedBranches[^1];
            deletedBranches.RemoveAt(deletedBranches.Count - 1);
            for (var child = branch.Start; child is not null; child = child.Right) DeleteChild(child);
            if (!branch.HasValues) continue;
            foreach (var child in branch.Values.Values) DeleteChild(child);
        }
    }

    void DeleteChild(Item child)
    {
        if (child.Deleted) splits.Add(child);
        else DeleteOne(child);
    }

    void DeleteOne(Item item)
    {
        if (item.Deleted) return;
        var parent = item.Parent!;
        if (item.Key is null && item.Content.Countable) parent.Length -= item.Length;
        item.MarkDeleted();
        if (!Local) parent.Markers = null;
        else if (item.Marked) parent.Markers?.Gone(item);
        Deletes.Add(item.Log.Client, new(item.Clock, item.Length));
        if (item.Content is TypeContent type) deletedBranches.Add(type.Branch);
    }
}
