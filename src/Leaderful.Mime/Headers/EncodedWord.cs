using System.Text;

namespace Leaderful.Mime;

/// <summary>One <c>=?charset?B?text?=</c> (RFC 2047, 2), not yet decoded.</summary>
internal readonly ref struct EncodedWord
{
    const int LongestCharset = 60;

    EncodedWord(ReadOnlySpan<byte> charset, bool base64, ReadOnlySpan<byte> text, int length)
    {
        Charset = charset;
        IsBase64 = base64;
        Text = text;
        Length = length;
    }

    public ReadOnlySpan<byte> Charset { get; }

    public bool IsBase64 { get; }

    public ReadOnlySpan<byte> Text { get; }

    /// <summary>Bytes from the first <c>=?</c> to the last <c>?=</c>.</summary>
    public int Length { get; }

    /// <summary>
    /// Reads a word at the start of the bytes, which begin with <c>=?</c>. <paramref name="unclosed"/> tells that the
    /// closing mark is missing in all the rest, so that the caller need not look for it again.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out EncodedWord word, out bool unclosed)
    {
        word = default;
        unclosed = false;
        var window = bytes[2..Math.Min(bytes.Length, LongestCharset + 2)];
        var mark = window.IndexOf((byte)'?');
        if (mark > 0 && window[..mark].IndexOfAnyExceptInRange((byte)'!', (byte)'~') >= 0) return false;
        if (mark <= 0 || bytes.Length < mark + 5 || bytes[mark + 4] != '?') return false;
        var encoding = (char)(bytes[mark + 3] | 0x20);
        if (encoding is not ('b' or 'q')) return false;
        var body = bytes[(mark + 5)..];
        var end = body.IndexOf("?="u8);
        unclosed = end < 0;
        if (unclosed) return false;
        var charset = window[..mark];
        if (charset.IndexOf((byte)'*') is var language and > 0) charset = charset[..language]; // RFC 2231, 5
        word = new EncodedWord(charset, encoding == 'b', body[..end], mark + 5 + end + 2);
        return true;
    }

    public byte[] Decode() => IsBase64 ? Base64Text.Decode(Text, out _) : DecodeQ(Text);

    public bool SameCharset(string? label) => label is not null && Ascii.EqualsIgnoreCase(Charset, label);

    static byte[] DecodeQ(ReadOnlySpan<byte> text)
    {
        var decoded = new byte[text.Length];
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var value = text[i] == '=' && i + 2 < text.Length ? Hex.Pair(text[i + 1], text[i + 2]) : -1;
            if (value >= 0) i += 2;
            decoded[written++] = value >= 0 ? (byte)value : text[i] == '_' ? (byte)' ' : text[i];
        }
        return decoded[..written];
    }
}
