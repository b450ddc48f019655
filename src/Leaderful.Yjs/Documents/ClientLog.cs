namespace Leaderful.Yjs;

/// <summary>All structs of one client, without gaps, in the order of their clocks.</summary>
internal sealed class ClientLog(long client)
{
    Struct[] structs = new Struct[4];

    public readonly long Client = client;

    public int Count { get; private set; }

    /// <summary>The clock expected next.</summary>
    public long State => Count == 0 ? 0 : structs[Count - 1].End;

    /// <summary>The state when the transaction began which last changed this log.</summary>
    public long StateBefore { get; set; }

    public Transaction? ChangedIn { get; set; }

    public Struct this[int index]
    {
        get => structs[index];
        set => structs[index] = value;
    }

    public Struct Last => structs[Count - 1];

    public void Add(Struct next)
    {
        if (Count == structs.Length) Array.Resize(ref structs, Count * 2);
        structs[Count++] = next;
    }

    public void Insert(int index, Struct next)
    {
        if (Count == structs.Length) Array.Resize(ref structs, Count * 2);
        Array.Copy(structs, index, structs, index + 1, Count - index);
        structs[index] = next;
        Count++;
    }

    /// <summary>The same elements, cut otherwise.</summary>
    public void Replace(List<Struct> all) => (structs, Count) = ([.. all], all.Count);

    public void RemoveRange(int index, int count)
    {
        Array.Copy(structs, index + count, structs, index, Count - index - count);
        Array.Clear(structs, Count - count, count);
        Count -= count;
    }

    /// <summary>Where the struct is that has a clock below <see cref="State"/>.</summary>
    public int IndexOf(long clock)
    {
        var (low, high) = (0, Count - 1);
        var last = structs[high];
        if (clock >= last.Clock) return high;
        // Clocks are spread evenly enough that a guess mostly lands near.
        var middle = (int)((double)clock / last.End * high);
        while (true)
        {
            var found = structs[middle];
            if (clock < found.Clock) high = middle - 1;
            else if (clock >= found.End) low = middle + 1;
            else return middle;
            middle = (low + high) >>> 1;
        }
    }

    public Struct At(long clock) => structs[IndexOf(clock)];

    /// <summary>The struct that begins with a clock, cut out of its own if need be.</summary>
    public Struct StartingAt(long clock, Transaction transaction)
    {
        var index = IndexOf(clock);
        return structs[index] is Item item && item.Clock < clock ? Split(index, item, clock - item.Clock, transaction) : structs[index];
    }

    /// <summary>The struct that ends with a clock, cut out of its own if need be.</summary>
    public Struct EndingWith(long clock, Transaction transaction)
    {
        var index = IndexOf(clock);
        if (structs[index] is Item item && item.End - 1 != clock) Split(index, item, clock - item.Clock + 1, transaction);
        return structs[index];
    }

    public Item Split(int index, Item item, long offset, Transaction transaction)
    {
        var right = item.Split(offset);
        transaction.MayMerge(right);
        Insert(index + 1, right);
        return right;
    }
}
