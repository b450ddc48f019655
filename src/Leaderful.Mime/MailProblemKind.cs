namespace Leaderful.Mime;

/// <summary>The sorts of <see cref="MailProblem"/>.</summary>
public enum MailProblemKind
{
    /// <summary>A line among the headers is no header field.</summary>
    Header,

    /// <summary>The date cannot be read (RFC 5322, 3.3).</summary>
    Date,

    /// <summary>A multipart lacks its boundary, its parts or its end (RFC 2046, 5.1).</summary>
    Boundary,

    /// <summary>The transfer encoding is unknown or damaged (RFC 2045, 6).</summary>
    TransferEncoding,

    /// <summary>The character set is unknown, or the text does not fit it.</summary>
    Charset,

    /// <summary>A limit of <see cref="MailLimits"/> was reached and something was left out.</summary>
    Limit,
}
