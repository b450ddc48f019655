namespace Leaderful.Yjs;

/// <summary>Whose state has changed. Each list is empty, never null.</summary>
/// <param name="Added">Who is new.</param>
/// <param name="Updated">Who told something, or only that it is still here.</param>
/// <param name="Removed">Who is gone.</param>
public sealed record AwarenessChange(IReadOnlyList<long> Added, IReadOnlyList<long> Updated, IReadOnlyList<long> Removed)
{
    /// <summary>Whether nothing has changed.</summary>
    public bool IsEmpty => Added.Count + Updated.Count + Removed.Count == 0;

    /// <summary>All of them: those whose states are to be sent on.</summary>
    public IEnumerable<long> All => Added.Concat(Updated).Concat(Removed);
}
