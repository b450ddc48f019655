using System.Text;

namespace Leaderful.Mime;

/// <summary>Walks the tree and sorts it into text to read and attachments.</summary>
internal sealed class BodyReader
{
    readonly MailLimits limits;
    readonly ProblemList problems;
    readonly TextPartReader texts;
    readonly List<MailSection> sections = [];
    readonly List<MailAttachment> attachments = [];

    BodyReader(MailLimits limits, ProblemList problems)
    {
        (this.limits, this.problems) = (limits, problems);
        texts = new TextPartReader(limits, problems, attachments);
    }

    public static MailBody Read(MailPart root, MailLimits limits, ProblemList problems)
    {
        var reader = new BodyReader(limits, problems);
        reader.Visit(root, reader.sections, inRelated: false);
        return new MailBody(reader.sections.FindAll(section => section.HasPlain || section.HasHtml), reader.attachments);
    }

    void Visit(MailPart part, List<MailSection> into, bool inRelated)
    {
        if (part.ContentType.IsMultipart) VisitMultipart(part, into, inRelated);
        else if (IsReadable(part, into)) into.Add(texts.Read(part));
        else Attach(part, inRelated);
    }

    void VisitMultipart(MailPart part, List<MailSection> into, bool inRelated)
    {
        if (part.Children.Count == 0) into.Add(texts.Read(part));
        else if (IsKind(part, "alternative")) VisitAlternatives(part, into, inRelated);
        else if (IsKind(part, "related")) VisitRelated(part, into);
        else part.Children.ToList().ForEach(child => Visit(child, into, inRelated));
    }

    /// <summary>One section of the plainest plain and the richest HTML version (RFC 2046, 5.1.4: the last is the richest).</summary>
    void VisitAlternatives(MailPart part, List<MailSection> into, bool inRelated)
    {
        List<MailSection> versions = [];
        foreach (var child in part.Children)
        {
            if (IsKind(child, "x-amp-html")) continue; // the same once more, for one maker's programs
            List<MailSection> version = [];
            Visit(child, version, inRelated);
            if (version.Count > 0) versions.Add(Merge(version));
        }
        if (versions.Count == 0) return;
        into.Add(new MailSection(versions.Find(v => v.HasPlain)?.Plain, versions.FindLast(v => v.HasHtml)?.Html));
    }

    /// <summary>A version may itself be a mixture: with any HTML in it, it is an HTML version.</summary>
    static MailSection Merge(List<MailSection> version)
    {
        if (version.Count == 1) return version[0];
        var best = new MailBody(version, []).BestText();
        return best.IsHtml ? new MailSection(null, best.Text) : new MailSection(best.Text, null);
    }

    /// <summary>The root is named by <c>start</c> or is the first part (RFC 2387, 3.2); the others belong to it.</summary>
    void VisitRelated(MailPart part, List<MailSection> into)
    {
        var start = part.ContentType.Parameters["start"]?.Trim('<', '>', ' ');
        var root = part.Children.FirstOrDefault(c => start is not null && string.Equals(c.ContentId, start, StringComparison.Ordinal)) ?? part.Children[0];
        Visit(root, into, inRelated: true);
        foreach (var child in part.Children)
        {
            if (ReferenceEquals(child, root)) continue;
            if (child.ContentType.IsMultipart) Visit(child, into, inRelated: true);
            else Attach(child, inRelated: true);
        }
    }

    /// <summary>Text that does not ask to be an attachment and has no file name. A name is no hindrance where no text came before it: then it is the text.</summary>
    static bool IsReadable(MailPart part, List<MailSection> before)
    {
        if (!TextPartReader.CanRead(part.ContentType)) return false;
        if (part.Disposition is { IsInline: false }) return false;
        return part.FileName is null || !before.Exists(section => section.HasPlain || section.HasHtml);
    }

    void Attach(MailPart part, bool inRelated)
    {
        var role = part.Enclosed is not null ? MailAttachmentRole.Message
            : part.ContentType.Subtype is "pgp-signature" or "pkcs7-signature" or "x-pkcs7-signature" ? MailAttachmentRole.Signature
            : inRelated || (part.ContentId is not null && part.Disposition is { IsInline: true }) ? MailAttachmentRole.Inline
            : MailAttachmentRole.File;
        if (part.Encoding == TransferEncoding.Unknown)
            problems.Add(MailProblemKind.TransferEncoding, part.Where, "The transfer encoding is unknown; the content is kept as it is.");
        attachments.Add(new MailAttachment(part, role, limits));
    }

    static bool IsKind(MailPart part, string subtype) => string.Equals(part.ContentType.Subtype, subtype, StringComparison.Ordinal);
}
