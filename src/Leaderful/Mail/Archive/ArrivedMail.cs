using Leaderful.Data;
using Leaderful.Files;

namespace Leaderful.Mail.Archive;

/// <summary>A mail taken apart and made ready, before anything is known of what is already here.</summary>
public sealed record ArrivedMail(
    Id<MailEntry> Id, IReadOnlyList<Id<MailEntry>> Answers, MailAuthor Author, DateTime At, string Title, long? SubjectKey, bool IsReply,
    string Text, string Html, int Sanitizer, IReadOnlyList<ArrivedFile> Files, bool IsMended)
{
    /// <summary>The words it is found by.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>What begins a conversation: best a mail that answers nothing, then one that only calls itself a reply.</summary>
    public int Rank => MailOrder.RankOf(Answers.Count > 0, IsReply);
}

/// <summary>Who wrote it. The address itself is kept nowhere.</summary>
public sealed record MailAuthor(byte[] AddressHash, string Name);

/// <summary>A file of a mail, its bytes already on the disk.</summary>
public sealed record ArrivedFile(Id<Attachment> Id, string FileName, string ContentType, long Size, byte[] Sha256, bool InText);
