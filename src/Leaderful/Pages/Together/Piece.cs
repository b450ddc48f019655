using System.Collections.Immutable;
using Leaderful.Data;
using Leaderful.Yjs;

namespace Leaderful.Pages.Together;

/// <summary>
/// What somebody wrote and is not kept yet, and what is in it of each Yjs client. It came from their browser, or the house wrote
/// it for them and waits until it is <paramref name="Done"/>.
/// </summary>
internal sealed record Piece(Id<Actor> By, ReadOnlyMemory<byte> Update, IReadOnlyList<ClientSpan> Clients, PageSocket? From = null, TaskCompletionSource<bool>? Done = null)
{
    /// <summary>Others' words that come back with it, by the client they are written under.</summary>
    public IReadOnlyDictionary<long, Id<Actor>> Others { get; init; } = ImmutableDictionary<long, Id<Actor>>.Empty;

    public IEnumerable<Hand> Hands => Clients.Select(c => Others.TryGetValue(c.Client, out var other) ? new Hand(c.Client, other, By) : new Hand(c.Client, By, null));
}

/// <summary>Whose hand a Yjs client is, and who brought it back where the words stood there before.</summary>
internal sealed record Hand(long Client, Id<Actor> Of, Id<Actor>? BroughtBackBy);

/// <summary>What was written on a page since the last commit, as it goes into the log, and whose hand the clients are that are new to the page.</summary>
internal sealed record Batch(PageRoom Room, IReadOnlyList<Piece> Pieces, byte[] Bytes, IReadOnlyList<Hand> Writers)
{
    /// <summary>It is kept: whoever wrote it is told so, once for all they wrote.</summary>
    public void Acknowledge()
    {
        foreach (var piece in Pieces) piece.From?.Count();
        foreach (var piece in Pieces)
        {
            piece.From?.Acknowledge();
            piece.Done?.TrySetResult(true);
        }
    }

    /// <summary>The page is no more.</summary>
    public void Refuse()
    {
        foreach (var socket in Room.Sockets) socket.End(PageSocket.NotThere);
        foreach (var piece in Pieces) piece.Done?.TrySetResult(false);
    }
}
