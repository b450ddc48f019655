namespace Leaderful.Mime;

/// <summary>Why something hangs on a mail.</summary>
public enum MailAttachmentRole
{
    /// <summary>A file.</summary>
    File,

    /// <summary>A picture or other piece of the HTML, named by its Content-ID (RFC 2387, RFC 2392).</summary>
    Inline,

    /// <summary>A mail (RFC 2046, 5.2.1).</summary>
    Message,

    /// <summary>A cryptographic signature (RFC 1847): of no use to readers.</summary>
    Signature,
}
