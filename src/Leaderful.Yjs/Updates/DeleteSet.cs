namespace Leaderful.Yjs;

/// <summary>What was deleted: runs of each client's elements, sorted and joined.</summary>
internal sealed class DeleteSet
{
    readonly Dictionary<long, List<DeleteRange>> clients = [];

    public bool IsEmpty => clients.Count == 0;

    public IEnumerable<long> Clients => clients.Keys;

    public static DeleteSet Read(ref Lib0Reader reader)
    {
        var set = new DeleteSet();
        set.Add(ref reader);
        return set;
    }

    /// <summary>Passes over a set and says how many runs are in it.</summary>
    public static long Check(ref Lib0Reader reader)
    {
        long runs = 0;
        for (var left = reader.ReadCount(); left > 0; left--)
        {
            reader.ReadVarUint();
            var count = reader.ReadCount();
            runs += count;
            for (; count > 0; count--) ReadRange(ref reader);
        }
        return runs;
    }

    public List<DeleteRange> Of(long client) => clients.TryGetValue(client, out var ranges) ? ranges : [];

    public void Add(ref Lib0Reader reader)
    {
        for (var left = reader.ReadCount(); left > 0; left--)
        {
            var client = reader.ReadVarUint();
            for (var count = reader.ReadCount(); count > 0; count--) Add(client, ReadRange(ref reader));
        }
    }

    public void Add(long client, DeleteRange range)
    {
        if (range.Length == 0) return;
        if (!clients.TryGetValue(client, out var ranges)) clients[client] = ranges = [];
        // Mostly one goes on where the last one ended.
        if (ranges is [.., var last] && last.End == range.Clock) ranges[^1] = new(last.Clock, last.Length + range.Length);
        else ranges.Add(range);
    }

    public void Remove(long client) => clients.Remove(client);

    /// <summary>Sorts the runs and joins those that touch.</summary>
    public void Normalise()
    {
        foreach (var ranges in clients.Values) Join(ranges);
    }

    /// <summary>Higher clients first, as Yjs writes them, so that equal sets are equal bytes.</summary>
    public void Write(Lib0Writer writer)
    {
        Normalise();
        writer.WriteVarUint(clients.Count);
        foreach (var (client, ranges) in clients.OrderByDescending(c => c.Key))
        {
            writer.WriteVarUint(client);
            writer.WriteVarUint(ranges.Count);
            foreach (var range in ranges)
            {
                writer.WriteVarUint(range.Clock);
                writer.WriteVarUint(range.Length);
            }
        }
    }

    /// <summary>As <see cref="Write"/>, each clock as its distance from the run before, as format V2 has it.</summary>
    public void WriteV2(Lib0Writer writer)
    {
        Normalise();
        writer.WriteVarUint(clients.Count);
        foreach (var (client, ranges) in clients.OrderByDescending(c => c.Key))
        {
            writer.WriteVarUint(client);
            writer.WriteVarUint(ranges.Count);
            long end = 0;
            foreach (var range in ranges)
            {
                writer.WriteVarUint(range.Clock - end);
                writer.WriteVarUint(range.Length - 1);
                end = range.End;
            }
        }
    }

    static DeleteRange ReadRange(ref Lib0Reader reader)
    {
        var range = new DeleteRange(reader.ReadVarUint(), reader.ReadVarUint());
        return range.Length <= Lib0Reader.LargestInteger - range.Clock ? range : throw new YjsFormatException("A deleted run is too long.");
    }

    static void Join(List<DeleteRange> ranges)
    {
        if (ranges.Count < 2) return;
        ranges.Sort(static (a, b) => a.Clock.CompareTo(b.Clock));
        var last = 0;
        for (var i = 1; i < ranges.Count; i++)
        {
            var (left, right) = (ranges[last], ranges[i]);
            if (right.Clock > left.End) ranges[++last] = right;
            else ranges[last] = new(left.Clock, Math.Max(left.End, right.End) - left.Clock);
        }
        ranges.RemoveRange(last + 1, ranges.Count - last - 1);
    }
}
