using System.Text;

namespace Leaderful.Mime;

/// <summary>Header text as ASCII, with encoded words (RFC 2047) where it needs them.</summary>
internal static class EncodedText
{
    /// <summary>Bytes of text in one word: 75 less <c>=?utf-8?B?</c> and <c>?=</c>, in base64.</summary>
    const int BytesInWord = 45;
    
    /// <summary>A longer word could not be folded to lines of 998 bytes (RFC 5322, 2.1.1).</summary>
    const int LongestPlainWord = 900;

    /// <summary>Plain if it is printable ASCII that cannot be taken for an encoded word and can be folded, else encoded as a whole.</summary>
    public static string Encode(string text) => IsPlain(text) ? text : Words(text);

    /// <summary>A display name: quoted where it must be, encoded where it is not ASCII (RFC 2047, 5, rule 3).</summary>
    public static string Phrase(string name)
    {
        if (!IsPlain(name)) return Words(name);
        return name.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_') && !name.Contains("  ", StringComparison.Ordinal)
            ? name
            : $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    static bool IsPlain(string text) =>
        !text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.Contains("=?", StringComparison.Ordinal) && text.Split(' ').All(word => word.Length <= LongestPlainWord);

    /// <summary>Words of at most 75 characters, each holding whole characters.</summary>
    static string Words(string text)
    {
        var words = new StringBuilder();
        Span<byte> bytes = stackalloc byte[BytesInWord];
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > BytesInWord) Flush(words, bytes, ref length);
            length += rune.EncodeToUtf8(bytes[length..]);
        }
        Flush(words, bytes, ref length);
        return words.ToString();
    }

    static void Flush(StringBuilder words, ReadOnlySpan<byte> bytes, ref int length)
    {
        if (length == 0) return;
        if (words.Length > 0) words.Append(' ');
        words.Append("=?utf-8?B?").Append(Convert.ToBase64String(bytes[..length])).Append("?=");
        length = 0;
    }
}
