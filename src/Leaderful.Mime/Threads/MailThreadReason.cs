namespace Leaderful.Mime;

/// <summary>How a mail's parent was found.</summary>
public enum MailThreadReason
{
    /// <summary>It has none: it begins a thread.</summary>
    Root,

    /// <summary>It names the parent in References or In-Reply-To.</summary>
    Reference,

    /// <summary>It and the parent name the same mail, which is missing.</summary>
    SharedReference,

    /// <summary>It is a reply by its subject, and the parent is an earlier mail of that subject.</summary>
    Subject,
}
