namespace Leaderful.Yjs;

/// <summary>What an update holds, told without applying it.</summary>
/// <param name="Clients">Whose elements are in it, in the order of the update.</param>
/// <param name="Structs">How many structs it has.</param>
/// <param name="DeletedRuns">How many runs of elements it deletes.</param>
public sealed record UpdateInfo(IReadOnlyList<ClientSpan> Clients, int Structs, long DeletedRuns)
{
    /// <summary>Whether the update says nothing.</summary>
    public bool IsEmpty => Structs == 0 && DeletedRuns == 0;
}
