using System.Net;

namespace Leaderful.Mime;

/// <summary>What a person reads of a mail, and what came with it.</summary>
public sealed class MailBody
{
    internal MailBody(IReadOnlyList<MailSection> sections, IReadOnlyList<MailAttachment> attachments) => (Sections, Attachments) = (sections, attachments);

    /// <summary>The text in order. Mostly one; more where text lies between attachments or a list server added a footer.</summary>
    public IReadOnlyList<MailSection> Sections { get; }

    /// <summary>Everything that is not text to read: files, pictures of the HTML, enclosed mails, signatures, TNEF.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; }

    /// <summary>All plain text, or null if there is none.</summary>
    public string? Plain => Joined(Sections.Where(s => s.HasPlain).Select(s => s.Plain!));

    /// <summary>All HTML as the senders wrote it, unsafe until sanitised, or null if there is none.</summary>
    public string? Html => Joined(Sections.Where(s => s.HasHtml).Select(s => s.Html!));

    /// <summary>
    /// Plain text if every section has some; otherwise HTML, with sections that are plain only escaped into it, so that
    /// a plain footer never hides an HTML mail. Empty plain text for a mail without text.
    /// </summary>
    public BestText BestText()
    {
        var readable = Sections.Where(s => s.HasPlain || s.HasHtml).ToList();
        return readable.TrueForAll(s => s.HasPlain)
            ? new BestText(Plain ?? "", IsHtml: false)
            : new BestText(Joined(readable.Select(s => s.HasHtml ? s.Html! : $"<pre>{WebUtility.HtmlEncode(s.Plain)}</pre>")) ?? "", IsHtml: true);
    }

    static string? Joined(IEnumerable<string> texts)
    {
        var list = texts.ToList();
        return list.Count == 0 ? null : list.Count == 1 ? list[0] : string.Concat(list.Select(text => text.EndsWith('\n') ? text : text + "\n"));
    }
}
