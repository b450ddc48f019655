using System.Runtime.InteropServices;

namespace Leaderful.Yjs;

/// <summary>
/// Elements in a buffer that several runs share: cutting copies nothing, joining what was cut neither, and the run at the end of a
/// buffer can grow into the room behind it. What somebody cuts a hundred thousand times is copied not once.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct SharedRun<T>
{
    /// <summary>How many elements a buffer grows by at most.</summary>
    const int LargestRoom = 1 << 20;

    T[] buffer;
    int start;

    /// <summary>How far this run may grow; behind it another one begins.</summary>
    int limit;

    public SharedRun(T[] elements) => (buffer, Length, limit) = (elements, elements.Length, elements.Length);

    public int Length { get; private set; }

    public readonly ReadOnlySpan<T> Elements => buffer.AsSpan(start, Length);

    /// <summary>Keeps the elements before an index and gives those behind it.</summary>
    public SharedRun<T> Split(int index)
    {
        var right = new SharedRun<T> { buffer = buffer, start = start + index, Length = Length - index, limit = limit };
        (Length, limit) = (index, start + index);
        return right;
    }

    /// <summary>Takes in what follows. That run is not to be used any more.</summary>
    public void Join(in SharedRun<T> next)
    {
        if (buffer == next.buffer && start + Length == next.start) (Length, limit) = (Length + next.Length, next.limit);
        else Append(next.Elements);
    }

    void Append(ReadOnlySpan<T> elements)
    {
        if (limit - start - Length < elements.Length) Move(Length + elements.Length);
        elements.CopyTo(buffer.AsSpan(start + Length));
        Length += elements.Length;
    }

    void Move(int needed)
    {
        var larger = new T[Math.Max(needed, (int)Math.Min(Length * 2L, Length + (long)LargestRoom))];
        Elements.CopyTo(larger);
        (buffer, start, limit) = (larger, 0, larger.Length);
    }
}
