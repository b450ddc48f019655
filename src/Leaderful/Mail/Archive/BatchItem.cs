using Leaderful.Communities;
using Leaderful.Data;

namespace Leaderful.Mail.Archive;

/// <summary>A piece of an archive on its way: a mail, or why it is none.</summary>
public sealed record BatchItem(ArchivePiece Piece, ParsedMail? Mail, UnreadReason? Unread, string Detail)
{
    public static BatchItem Of(ArchivePiece piece, Id<Community> community)
    {
        if (piece.Unread is { } told) return new(piece, null, told, piece.Detail);
        try
        {
            var mail = ParsedMail.Of(piece, community);
            return mail.Unreadable() is { } reason ? new(piece, null, reason, piece.Detail) : new(piece, mail, null, piece.Detail);
        }
        catch (Exception failure)
        {
            return new BatchItem(piece, null, null, piece.Detail).Failed(failure);
        }
    }

    public BatchItem Failed(Exception failure) => this with
    {
        Mail = null, Unread = UnreadReason.Fault,
        Detail = MailWords.Cut(string.Join(": ", new[] { Detail, failure.GetType().Name }.Where(t => t.Length > 0)), UnreadMail.LongestDetail),
    };
}
