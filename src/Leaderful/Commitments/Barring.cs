using Leaderful.Data;
using Leaderful.Shared.Web;

namespace Leaderful.Commitments;

/// <summary>What is in the way of a commitment can be taken elsewhere: asked of somebody, put on a wall, talked over by two.</summary>
public static class Barring
{
    /// <summary>The field of an address that says whose barrier it is.</summary>
    public const string Field = "barrier";

    /// <summary>A commitment in whose way something stands, for a member who reads it.</summary>
    public static async Task<ListedCommitment?> BarredBy(this Db db, Viewer viewer, string? id) =>
        viewer.Guest is null && Id<Commitment>.TryParse(id, null, out var commitment) && await CommitmentAccess.ForReading(db, viewer, commitment) is { It.BarredAt: not null, Barrier.Length: > 0 } found ? found : null;
}
