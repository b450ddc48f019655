using Leaderful.Mime;

namespace Leaderful.Mail.Archive;

/// <summary>A stretch of an archive: a mail, or something that cannot be one.</summary>
/// <param name="Offset">Where it begins in its file.</param>
/// <param name="End">Where it ends, counted over all files of the archive: the next run may begin there.</param>
public sealed record ArchivePiece(long Offset, long End, ReadOnlyMemory<byte> Bytes, MboxFromLine? FromLine = null, UnreadReason? Unread = null, string Detail = "");
