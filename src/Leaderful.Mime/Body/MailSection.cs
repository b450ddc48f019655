namespace Leaderful.Mime;

/// <summary>A stretch of a mail's text: one text part, or the alternatives of one (RFC 2046, 5.1.4).</summary>
/// <param name="Plain">The plain text, line feeds only, or null.</param>
/// <param name="Html">The HTML as the sender wrote it, unsafe until sanitised, or null.</param>
public sealed record MailSection(string? Plain, string? Html)
{
    internal bool HasPlain => !string.IsNullOrWhiteSpace(Plain);

    internal bool HasHtml => !string.IsNullOrWhiteSpace(Html);
}
