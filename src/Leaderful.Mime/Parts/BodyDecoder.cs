using System.Text;

namespace Leaderful.Mime;

/// <summary>Undoes a part's Content-Transfer-Encoding (RFC 2045, 6).</summary>
internal static class BodyDecoder
{
    public static TransferEncoding Encoding(MailHeaders headers)
    {
        if (headers.Find("Content-Transfer-Encoding") is not { } field) return TransferEncoding.Identity;
        var word = HeaderBytes.Trim(field.Unfold());
        if (word.IndexOfAny(" \t;("u8) is var end and > 0) word = word[..end];
        return Named(word.Trim((byte)'"').TrimEnd((byte)'.'));
    }

    public static ReadOnlyMemory<byte> Decode(MailPart part, out bool damaged)
    {
        damaged = false;
        var raw = part.RawBody;
        switch (part.Encoding)
        {
            case TransferEncoding.Base64:
                return Base64Text.Decode(raw.Span, out damaged);
            case TransferEncoding.QuotedPrintable:
                return QuotedPrintable.Decode(raw.Span, out damaged);
            case TransferEncoding.Uuencode:
                var decoded = Uuencode.Decode(raw.Span);
                damaged = decoded is null;
                return decoded ?? raw;
            default:
                return raw;
        }
    }

    static TransferEncoding Named(ReadOnlySpan<byte> word)
    {
        if (word.IsEmpty || Is(word, "7bit") || Is(word, "8bit") || Is(word, "binary") || Is(word, "7-bit") || Is(word, "8-bit") || Is(word, "none")) return TransferEncoding.Identity;
        if (Is(word, "base64") || Is(word, "base-64")) return TransferEncoding.Base64;
        if (Is(word, "quoted-printable") || Is(word, "quotedprintable")) return TransferEncoding.QuotedPrintable;
        if (Is(word, "x-uuencode") || Is(word, "x-uue") || Is(word, "uuencode") || Is(word, "uue")) return TransferEncoding.Uuencode;
        return TransferEncoding.Unknown;
    }

    static bool Is(ReadOnlySpan<byte> word, string name) => Ascii.EqualsIgnoreCase(word, name);
}
