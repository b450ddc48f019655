using Leaderful.Accounts;
using Leaderful.Accounts.Guests;
using Leaderful.Data;
using Leaderful.Shared;

namespace Leaderful.Live;

/// <summary>One kind of thing that pages show live: who may watch it, and what changed in it.</summary>
public interface ILiveSource
{
    /// <summary>As in the names of streams: <c>conversation</c>.</summary>
    string Kind { get; }

    /// <summary>The object's own door, asked when somebody subscribes and whenever their rights have changed.</summary>
    Task<bool> MayRead(Db db, Session session, string id);

    /// <summary>Guests see what their room shows and nothing else.</summary>
    Task<bool> MayRead(Db db, RoomGuest guest, string id) => Task.FromResult(false);

    /// <summary>The version it has now; a page's own word for it is only its reader's.</summary>
    Task<long> Version(Db db, string id);

    /// <summary>
    /// What changed after <paramref name="version"/>, as fragments in one language, with the version they bring; null where
    /// nothing did. Where there is more than fits one update, the version is not the last yet and it is asked again.
    /// </summary>
    Task<LiveChange?> Since(Db db, string id, long version, Words words);
}

public sealed record LiveChange(long Version, string Html)
{
    /// <summary>The rung it stood on when it was read: nobody else is sent it, even where they might read it a moment ago.</summary>
    public Id<Scope>? Rung { get; init; }

    public bool IsFor(Reader reader) => Rung is not { } rung || reader is not Session session || session.Scopes.Contains(rung);
}
