using Leaderful.Communities;
using Leaderful.Data;

namespace Leaderful.Accounts.Guests;

/// <summary>Somebody in a room by their name alone: they see and do what the room is for, and nothing else of the community.</summary>
public sealed class RoomGuest : Reader
{
    public required Id<GuestPass> PassId { get; init; }
    public required Id<Thing> RoomId { get; init; }

    /// <summary>The community around the room, of which they are no member.</summary>
    public required Here Around { get; init; }
}
