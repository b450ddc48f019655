using Leaderful.Commitments;
using Leaderful.Data;

namespace Leaderful.OpenSpace.Book;

/// <summary>A commitment as the book has it; names that are empty are no longer here.</summary>
public sealed record BookPromise(Id<Commitment> Id, string Who, string What, DateOnly? Due, CommitmentState State)
{
    /// <summary>The number of the session it was made at; none where it was made at the gathering.</summary>
    public int? At { get; init; }

    /// <summary>The circle in whose ledger it is answered for.</summary>
    public string? Circle { get; init; }
    public string Barrier { get; init; } = "";
}
