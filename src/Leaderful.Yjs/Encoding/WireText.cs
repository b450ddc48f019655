using System.Text;

namespace Leaderful.Yjs;

/// <summary>
/// Text as lib0 sends it: UTF-8, read strictly; a lone surrogate is written as U+FFFD, as TextEncoder does. Lengths within Yjs are
/// UTF-16 units.
/// </summary>
internal static class WireText
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>How many UTF-16 units the bytes are.</summary>
    public static int Length(ReadOnlySpan<byte> bytes)
    {
        // Mostly one letter typed.
        if (bytes.Length == 1 && bytes[0] < 0x80) return 1;
        try
        {
            return Strict.GetCharCount(bytes);
        }
        catch (ArgumentException failure)
        {
            throw new YjsFormatException("A text is not UTF-8.", failure);
        }
    }

    public static string Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (ArgumentException failure)
        {
            throw new YjsFormatException("A text is not UTF-8.", failure);
        }
    }

    public static char[] ReadChars(ReadOnlySpan<byte> bytes)
    {
        var chars = new char[Length(bytes)];
        Strict.GetChars(bytes, chars);
        return chars;
    }

    /// <summary>How many bytes the text takes.</summary>
    public static int Bytes(ReadOnlySpan<char> text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>Writes the text, and says how many bytes it took.</summary>
    public static int Write(ReadOnlySpan<char> text, Span<byte> target) => Encoding.UTF8.GetBytes(text, target);

    /// <summary>
    /// Where in the bytes a number of UTF-16 units ends. In the middle of a pair, that is behind the pair and <paramref name="halved"/> is true:
    /// what is left of it is to be written as U+FFFD.
    /// </summary>
    public static int Offset(ReadOnlySpan<byte> bytes, long units, out bool halved)
    {
        var at = 0;
        while (units > 0)
        {
            var first = bytes[at];
            at += first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
            units -= first < 0xF0 ? 1 : 2;
        }
        halved = units < 0;
        return at;
    }
}
