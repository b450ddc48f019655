using Leaderful.Data;

namespace Leaderful.Accounts;

/// <summary>Whoever looks and takes part: a person on a signed-in device, or a guest in one room by their name alone.</summary>
public abstract class Reader
{
    public required Id<Actor> ActorId { get; init; }
    public required string Name { get; init; }

    /// <summary>Set when rights change or it is signed out: what still runs for it ends.</summary>
    public required CancellationToken Ended { get; init; }
}
