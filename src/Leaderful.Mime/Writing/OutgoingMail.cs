namespace Leaderful.Mime;

/// <summary>A mail to be written; see <see cref="MailWriter"/>.</summary>
public sealed record OutgoingMail
{
    /// <summary>The author.</summary>
    public required MailAddress From { get; init; }

    /// <summary>The recipients to be named in the header; the envelope is the sender's matter.</summary>
    public required IReadOnlyList<MailAddress> To { get; init; }

    /// <summary>Further recipients.</summary>
    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    /// <summary>Where answers go, if not to the author.</summary>
    public IReadOnlyList<MailAddress> ReplyTo { get; init; } = [];

    /// <summary>The subject. Line breaks and control characters in it become spaces.</summary>
    public required string Subject { get; init; }

    /// <summary>The Message-ID without brackets, such as <c>7f3a@example.org</c>: stable, so that sending twice is one mail.</summary>
    public required string MessageId { get; init; }

    /// <summary>The Date field.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The mail this answers, without brackets, or null. Left out if the id cannot be written.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The thread, oldest first, without brackets. Ids that cannot be written are left out.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The same as HTML, or null.</summary>
    public string? Html { get; init; }

    /// <summary>The same as an invitation for calendars, or null.</summary>
    public OutgoingCalendar? Calendar { get; init; }

    /// <summary>Further header fields, such as List-Unsubscribe (RFC 2369), List-Unsubscribe-Post (RFC 8058), Auto-Submitted (RFC 3834).</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Files to send along.</summary>
    public IReadOnlyList<OutgoingAttachment> Attachments { get; init; } = [];
}
