namespace Leaderful.Yjs;

/// <summary>Deletes what some clients wrote, as far as it stands, and the elements of theirs in which nobody else did.</summary>
internal static class Eraser
{
    public static void Erase(Transaction change, IEnumerable<ClientLog> logs, IReadOnlySet<long> clients)
    {
        var (own, others) = (new List<Item>(), new HashSet<Item>());
        foreach (var log in logs)
        {
            var isTheirs = clients.Contains(log.Client);
            for (var i = 0; i < log.Count; i++)
            {
                if (log[i] is not Item { Deleted: false } item) continue;
                if (isTheirs) own.Add(item);
                else if (item.Content.Countable && (item.Key is null || item.Parent!.Kind == YTypeKind.Map)) Keep(item, others);
            }
        }
        foreach (var item in own)
        {
            // What goes with the element it is in has gone already.
            if (!item.Deleted && (Wording.IsIn(item) || (item.Content is TypeContent && !others.Contains(item)))) change.Delete(item);
        }
    }

    /// <summary>The elements that something of another's is in. That they say how one stands is not enough.</summary>
    static void Keep(Item item, HashSet<Item> others)
    {
        for (var around = item.Parent?.Item; around is not null && others.Add(around);) around = around.Parent?.Item;
    }
}
