namespace Leaderful.Mime;

/// <summary>One header field (RFC 5322, 2.2).</summary>
public sealed class MailHeader
{
    string? text;

    internal MailHeader(string name, ReadOnlyMemory<byte> rawValue)
    {
        Name = name;
        RawValue = rawValue;
    }

    /// <summary>The field's name as written, without the colon.</summary>
    public string Name { get; }

    /// <summary>The bytes after the colon as they came, with their folds and encodings.</summary>
    public ReadOnlyMemory<byte> RawValue { get; }

    /// <summary>
    /// The value for people: unfolded (RFC 5322, 2.2.3), encoded words decoded (RFC 2047), raw 8-bit bytes read as
    /// UTF-8 or else windows-1252, control characters replaced by spaces, trimmed. Never holds a line break.
    /// </summary>
    public string Text => text ??= HeaderText.Decode(Unfold()).Trim();

    /// <summary>The value on one line, otherwise untouched.</summary>
    internal ReadOnlySpan<byte> Unfold() => HeaderText.Unfold(RawValue.Span);
}
