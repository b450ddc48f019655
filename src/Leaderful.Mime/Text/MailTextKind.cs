namespace Leaderful.Mime;

/// <summary>What a stretch of a mail's text is.</summary>
public enum MailTextKind
{
    /// <summary>What the author says.</summary>
    Said,

    /// <summary>Words of an earlier mail, with the line that names their author.</summary>
    Quoted,

    /// <summary>The author's signature.</summary>
    Signature,

    /// <summary>What the mailing list's software adds.</summary>
    ListFooter,

    /// <summary>The marker and header lines over a forwarded or unmarked original message.</summary>
    ForwardedHeader,

    /// <summary>The text of a forwarded message.</summary>
    Forwarded,
}
