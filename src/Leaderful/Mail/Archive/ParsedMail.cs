using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Mime;

namespace Leaderful.Mail.Archive;

/// <summary>A mail parsed just enough to know which one it is; the rest is only done for those that are not here yet.</summary>
public sealed record ParsedMail(ArchivePiece Piece, MailMessage Message, Id<MailEntry> Id)
{
    private static readonly string[] Telling = ["From", "Date", "Subject", "Message-ID", "To", "Received", "Return-Path", "Content-Type", "Sender", "MIME-Version"];

    public static ParsedMail Of(ArchivePiece piece, Id<Community> community)
    {
        var message = MailMessage.Parse(piece.Bytes);
        return new ParsedMail(piece, message, MailEntry.IdOf(community, MailIds.Of(message)));
    }

    /// <summary>Why nobody could read it as a mail, or null.</summary>
    public UnreadReason? Unreadable()
    {
        if (!Message.Headers.Any(h => Array.Exists(Telling, t => t.Equals(h.Name, StringComparison.OrdinalIgnoreCase)))) return UnreadReason.NoMail;
        var says = !string.IsNullOrWhiteSpace(Message.Subject) || Message.Body.Attachments.Count > 0 || !string.IsNullOrWhiteSpace(Message.Body.BestText().Text);
        return says ? null : UnreadReason.Empty;
    }
}
