namespace Leaderful.Mime;

/// <summary>How a body was made fit for transport (RFC 2045, 6).</summary>
public enum TransferEncoding
{
    /// <summary>As it is: 7bit, 8bit, binary or not given.</summary>
    Identity,

    /// <summary>quoted-printable.</summary>
    QuotedPrintable,

    /// <summary>base64.</summary>
    Base64,

    /// <summary>x-uuencode and its other names.</summary>
    Uuencode,

    /// <summary>Something else; the body is left as it is.</summary>
    Unknown,
}
