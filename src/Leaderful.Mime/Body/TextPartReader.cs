using System.Text;

namespace Leaderful.Mime;

/// <summary>Turns one text part into a section: transfer encoding, charset, uuencoded blocks, flowed and enriched text.</summary>
internal sealed class TextPartReader(MailLimits limits, ProblemList problems, List<MailAttachment> attachments)
{
    int bytesLeft = limits.MaxTextBytes;

    public static bool CanRead(MailContentType type) =>
        string.Equals(type.Type, "text", StringComparison.Ordinal) && type.Subtype is "plain" or "html" or "enriched" or "richtext";

    public MailSection Read(MailPart part)
    {
        var bytes = Decode(part);
        var isHtml = part.ContentType.Is("text", "html");
        if (!isHtml) bytes = TakeFiles(bytes);
        var label = part.ContentType.Parameters["charset"] ?? (isHtml ? HtmlCharset.Find(bytes) : null);
        var text = LineEnds(Charset.Decode(bytes, label, out var issue));
        Report(part, issue, label);
        return isHtml ? new MailSection(null, text) : new MailSection(Plain(part.ContentType, text), null);
    }

    ReadOnlySpan<byte> Decode(MailPart part)
    {
        if (part.Encoding == TransferEncoding.Unknown)
            problems.Add(MailProblemKind.TransferEncoding, part.Where, "The transfer encoding is unknown; the text is shown as it is.");
        // A multipart without parts is shown as text, and is never encoded itself (RFC 2045, 6.4). Some text is only said to be base64.
        var damaged = false;
        var isPlain = part.ContentType.IsMultipart || (part.Encoding == TransferEncoding.Base64 && Base64Text.IsClearlyNot(part.RawBody.Span));
        var bytes = isPlain ? part.RawBody.Span : BodyDecoder.Decode(part, out damaged).Span;
        damaged |= isPlain && part.Encoding == TransferEncoding.Base64;
        if (damaged) problems.Add(MailProblemKind.TransferEncoding, part.Where, "The transfer encoding is damaged; what could be read is shown.");
        if (bytes.Length > bytesLeft)
        {
            problems.Add(MailProblemKind.Limit, part.Where, $"The text is longer than {limits.MaxTextBytes} bytes; the rest was left out.");
            bytes = bytes[..bytesLeft];
        }
        bytesLeft -= bytes.Length;
        return bytes;
    }

    /// <summary>Uuencoded blocks in the text become attachments.</summary>
    ReadOnlySpan<byte> TakeFiles(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("begin "u8) < 0 || Uuencode.FindBlock(bytes, 0) is not { } block) return bytes;
        var text = new MemoryStream(bytes.Length);
        var at = 0;
        for (var next = (UuBlock?)block; next is { } file; next = Uuencode.FindBlock(bytes, at))
        {
            if (attachments.Count >= limits.MaxParts) break;
            text.Write(bytes[at..file.Start]);
            attachments.Add(new MailAttachment(file.FileName, Uuencode.Decode(bytes, file)));
            at = file.End;
        }
        text.Write(bytes[at..]);
        return text.GetBuffer().AsSpan(0, (int)text.Length);
    }

    static string LineEnds(string text) => text.Contains('\r', StringComparison.Ordinal)
        ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
        : text;

    static string Plain(MailContentType type, string text)
    {
        if (type.Subtype is "enriched" or "richtext") return EnrichedText.ToPlain(text, isRichText: type.Subtype is "richtext");
        var isFlowed = string.Equals(type.Parameters["format"], "flowed", StringComparison.OrdinalIgnoreCase);
        return isFlowed ? FlowedText.Unwrap(text, string.Equals(type.Parameters["delsp"], "yes", StringComparison.OrdinalIgnoreCase)) : text;
    }

    void Report(MailPart part, TextIssue issue, string? label)
    {
        if (issue == TextIssue.UnknownCharset) problems.Add(MailProblemKind.Charset, part.Where, $"The character set '{Short(label)}' is unknown; it was guessed.");
        if (issue == TextIssue.Undecodable) problems.Add(MailProblemKind.Charset, part.Where, $"The text does not fit its character set '{Short(label)}'.");
    }

    static string Short(string? label) => label is { Length: > 40 } ? label[..40] : label ?? "";
}
