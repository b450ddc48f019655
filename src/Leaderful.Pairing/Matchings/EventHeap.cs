namespace Leaderful.Pairing.Matchings;

/// <summary>A binary heap: what comes first is taken first.</summary>
internal sealed class EventHeap
{
    Event[] events = new Event[64];
    int count;

    public void Clear() => count = 0;

    public void Add(in Event added)
    {
        if (count == events.Length) Array.Resize(ref events, count * 2);
        var at = count++;
        while (at > 0 && added.IsBefore(events[(at - 1) / 2]))
        {
            events[at] = events[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        events[at] = added;
    }

    /// <summary>The first of all, if it comes before <paramref name="end"/>.</summary>
    public bool TryTake(long end, out Event first)
    {
        first = count > 0 ? events[0] : default;
        if (count == 0 || first.At >= end) return false;
        var last = events[--count];
        var at = 0;
        for (var child = 1; child < count; child = (2 * at) + 1)
        {
            if (child + 1 < count && events[child + 1].IsBefore(events[child])) child++;
            if (!events[child].IsBefore(last)) break;
            events[at] = events[child];
            at = child;
        }
        events[at] = last;
        return true;
    }
}
