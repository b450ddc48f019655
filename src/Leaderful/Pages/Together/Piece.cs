namespace Leaderful.Pages.Together;

/// <summary>What somebody wrote and is not kept yet, with the Yjs clients that are new to the page in it.</summary>
internal readonly record struct Piece(PageSocket From, ReadOnlyMemory<byte> Update, IReadOnlyList<long> NewClients);

/// <summary>What was written on a page since the last commit, as it goes into the log.</summary>
internal sealed record Batch(PageRoom Room, IReadOnlyList<Piece> Pieces, byte[] Bytes);
