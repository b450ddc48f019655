using System.Text;

namespace Leaderful.Mime;

/// <summary>UTF-7 (RFC 2152), which the framework no longer offers but old mail archives hold. Lone surrogates become U+FFFD.</summary>
internal static class Utf7
{
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length;)
        {
            var b = bytes[i++];
            if (b != '+') text.Append(b < 0x80 ? (char)b : '\uFFFD');
            else if (i < bytes.Length && bytes[i] == '-') { text.Append('+'); i++; }
            else i += Shifted(bytes[i..], text);
        }
        return WellFormed(text.ToString());
    }

    /// <summary>Reads base64 of UTF-16 up to the first other byte; a closing hyphen belongs to the sequence.</summary>
    static int Shifted(ReadOnlySpan<byte> bytes, StringBuilder text)
    {
        var (bits, held, read) = (0u, 0, 0);
        for (; read < bytes.Length && Base64Alphabet.Value(bytes[read]) is var value and >= 0; read++)
        {
            bits = (bits << 6) | (uint)value;
            held += 6;
            if (held < 16) continue;
            held -= 16;
            text.Append((char)(bits >> held));
            bits &= (1u << held) - 1;
        }
        return read < bytes.Length && bytes[read] == '-' ? read + 1 : read;
    }

    static string WellFormed(string text) => Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text));
}
