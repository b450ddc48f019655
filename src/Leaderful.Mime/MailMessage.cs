using System.Buffers;

namespace Leaderful.Mime;

/// <summary>A mail as read from bytes: RFC 5322 and MIME, and what archives hold besides. Immutable; safe to share between threads.</summary>
public sealed class MailMessage
{
    MailMessage(MailPart root, MboxFromLine? fromLine, MailLimits limits, ProblemList problems)
    {
        (Root, FromLine) = (root, fromLine);
        var envelope = new Envelope(root.Headers, limits, problems);
        MessageId = envelope.Id();
        InReplyTo = envelope.Ids("In-Reply-To");
        References = envelope.Ids("References");
        Subject = root.Headers["Subject"] ?? "";
        From = envelope.Addresses("From");
        Sender = envelope.Addresses("Sender") is [var sender, ..] ? sender : null;
        ReplyTo = envelope.Addresses("Reply-To");
        To = envelope.Addresses("To");
        Cc = envelope.Addresses("Cc");
        Bcc = envelope.Addresses("Bcc");
        Date = envelope.Date();
        ReceivedDate = envelope.ReceivedDate();
        Body = BodyReader.Read(root, limits, problems);
        Problems = problems.Items;
    }

    /// <summary>The message's tree of parts.</summary>
    public MailPart Root { get; }

    /// <summary>The message's own header fields.</summary>
    public MailHeaders Headers => Root.Headers;

    /// <summary>The mbox line before the headers, where the bytes begin with one.</summary>
    public MboxFromLine? FromLine { get; }

    /// <summary>Message-ID without brackets, or null; see <see cref="MailIds.Synthetic"/> for those.</summary>
    public string? MessageId { get; }

    /// <summary>The ids in In-Reply-To, without brackets.</summary>
    public IReadOnlyList<string> InReplyTo { get; }

    /// <summary>The ids in References, oldest first, without brackets.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>The decoded subject on one line; empty if there is none.</summary>
    public string Subject { get; }

    /// <summary>The authors.</summary>
    public IReadOnlyList<MailAddress> From { get; }

    /// <summary>Who sent it for the authors, or null.</summary>
    public MailAddress? Sender { get; }

    /// <summary>Where answers should go, if not to the authors.</summary>
    public IReadOnlyList<MailAddress> ReplyTo { get; }

    /// <summary>The main recipients.</summary>
    public IReadOnlyList<MailAddress> To { get; }

    /// <summary>The further recipients.</summary>
    public IReadOnlyList<MailAddress> Cc { get; }

    /// <summary>The hidden recipients, where a sender left them in.</summary>
    public IReadOnlyList<MailAddress> Bcc { get; }

    /// <summary>The Date field with the sender's offset; null if missing or unreadable.</summary>
    public DateTimeOffset? Date { get; }

    /// <summary>The newest readable date of the Received fields (RFC 5321, 4.4): when it arrived. Null if there is none.</summary>
    public DateTimeOffset? ReceivedDate { get; }

    /// <summary><see cref="Date"/>, else <see cref="ReceivedDate"/>, else that of <see cref="FromLine"/>, else null.</summary>
    public DateTimeOffset? BestDate => Date ?? ReceivedDate ?? FromLine?.Date;

    /// <summary>The text to read and the attachments.</summary>
    public MailBody Body { get; }

    /// <summary>What was wrong or left out, at most <see cref="MailLimits.MaxProblems"/>.</summary>
    public IReadOnlyList<MailProblem> Problems { get; }

    /// <summary>
    /// Reads one mail, with or without an mbox line before it. Never throws, whatever the bytes; takes time in
    /// proportion to their number. The message keeps slices of <paramref name="source"/>: do not change it afterwards.
    /// </summary>
    public static MailMessage Parse(ReadOnlyMemory<byte> source, MailLimits? limits = null)
    {
        limits ??= MailLimits.Default;
        var problems = new ProblemList(limits.MaxProblems);
        var parser = new PartParser(source, limits, problems);
        var root = parser.Parse();
        return new MailMessage(root, parser.FromLine, limits, problems);
    }

    /// <inheritdoc cref="Parse(ReadOnlyMemory{byte}, MailLimits?)"/>
    /// <remarks>A sequence of several segments is copied into one array first.</remarks>
    public static MailMessage Parse(in ReadOnlySequence<byte> source, MailLimits? limits = null) =>
        Parse(source.IsSingleSegment ? source.First : source.ToArray(), limits);

    /// <summary>The view of a message that encloses another (message/rfc822), already taken apart with it.</summary>
    internal static MailMessage Of(MailPart root, MailLimits limits) => new(root, null, limits, new ProblemList(limits.MaxProblems));
}
