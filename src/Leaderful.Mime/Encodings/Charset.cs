using System.Text;
using System.Text.Unicode;

namespace Leaderful.Mime;

/// <summary>
/// Bytes to text by the declared charset, and by what the bytes are when the declaration is missing, unknown or wrong:
/// a byte order mark, then UTF-8 if it is valid, then windows-1252. U+0000 becomes U+FFFD, since databases refuse it.
/// </summary>
internal static class Charset
{
    public static string Decode(ReadOnlySpan<byte> bytes, string? label, out TextIssue issue)
    {
        issue = TextIssue.None;
        if (bytes.IsEmpty) return "";
        var text = ByMark(bytes) ?? ByLabel(bytes, label, ref issue);
        return text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', '\uFFFD') : text;
    }

    /// <summary>UTF-8 if valid, else windows-1252: for text without any declaration, such as raw 8-bit headers.</summary>
    public static string Guess(ReadOnlySpan<byte> bytes) => Decode(bytes, null, out _);

    static string? ByMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.Length >= 4 && bytes[0] == 0xFF && bytes[1] == 0xFE && bytes[2] == 0 && bytes[3] == 0) return Encoding.UTF32.GetString(bytes[4..]);
        if (bytes.Length >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.Length >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        return null;
    }

    static string ByLabel(ReadOnlySpan<byte> bytes, string? label, ref TextIssue issue)
    {
        var page = string.IsNullOrWhiteSpace(label) ? 20127 : CharsetNames.CodePage(label);
        if (page == 0) issue = TextIssue.UnknownCharset;
        return page switch
        {
            0 or 20127 => Utf8OrWestern(bytes),
            65001 => DeclaredUtf8(bytes, ref issue),
            CharsetNames.Utf7 => Utf7.Decode(bytes),
            CharsetNames.Utf16Unsaid or CharsetNames.Utf16Little or CharsetNames.Utf16Big => Wide(bytes, page),
            _ => ByPage(bytes, page, ref issue),
        };
    }

    static string Utf8OrWestern(ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : CharsetNames.Encoding(1252).GetString(bytes);

    /// <summary>Damaged UTF-8 keeps what is readable; bytes without a single well-formed sequence were never UTF-8.</summary>
    static string DeclaredUtf8(ReadOnlySpan<byte> bytes, ref TextIssue issue)
    {
        if (Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        issue = TextIssue.Undecodable;
        return HasSequence(bytes) ? Encoding.UTF8.GetString(bytes) : CharsetNames.Encoding(1252).GetString(bytes);
    }

    static bool HasSequence(ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            var next = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (next < 0) return false;
            bytes = bytes[next..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var length) == System.Buffers.OperationStatus.Done) return true;
            bytes = bytes[length..];
        }
    }

    /// <summary>
    /// Plain "utf-16" without a mark is big endian by RFC 2781, little endian in practice: the zeros of Latin text tell.
    /// Text of ASCII without any zeros is not UTF-16, whatever its label.
    /// </summary>
    static string Wide(ReadOnlySpan<byte> bytes, int page)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 4096)];
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            if (sample[i] == 0) even++;
            if (sample[i + 1] == 0) odd++;
        }
        if (even == 0 && odd == 0 && Ascii.IsValid(bytes)) return Encoding.ASCII.GetString(bytes);
        var big = page == CharsetNames.Utf16Unsaid ? even > odd : page == CharsetNames.Utf16Big;
        return (big ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(bytes);
    }

    static string ByPage(ReadOnlySpan<byte> bytes, int page, ref TextIssue issue)
    {
        try
        {
            var text = CharsetNames.Encoding(page).GetString(bytes);
            if (text.Contains('\uFFFD', StringComparison.Ordinal)) issue = TextIssue.Undecodable;
            return text;
        }
        catch (Exception damage) when (damage is ArgumentException or NotSupportedException or IndexOutOfRangeException)
        {
            // The framework's multi-byte decoders are not written for hostile input; the bytes stay readable as far as they are ASCII.
            issue = TextIssue.Undecodable;
            return Utf8OrWestern(bytes);
        }
    }
}
