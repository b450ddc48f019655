using System.Buffers;
using System.Buffers.Text;

namespace Leaderful.Mime;

/// <summary>
/// Tolerant base64 (RFC 2045, 6.8): bytes outside the alphabet are skipped, missing padding is no harm, and text that
/// a mailing list appended after the padding is left out.
/// </summary>
internal static class Base64Text
{
    public static byte[] Decode(ReadOnlySpan<byte> encoded, out bool damaged)
    {
        damaged = false;
        var decoded = new byte[(encoded.Length / 4 * 3) + 3]; // the padding, and with it the last quantum, may be missing
        var clean = Base64.DecodeFromUtf8(encoded, decoded, out _, out var written) == OperationStatus.Done;
        if (!clean) written = DecodeDamaged(encoded, decoded, out damaged);
        return written == decoded.Length ? decoded : decoded[..written];
    }

    /// <summary>Whether the first line has blanks or several other signs within, as prose and HTML have and base64 has not.</summary>
    public static bool IsClearlyNot(ReadOnlySpan<byte> encoded)
    {
        encoded = HeaderBytes.Trim(encoded);
        if (encoded.IndexOf((byte)'\n') is var end and >= 0) encoded = HeaderBytes.Trim(encoded[..end]);
        var strangers = 0;
        foreach (var b in encoded[..Math.Min(encoded.Length, 200)])
        {
            if (Base64Alphabet.Value(b) < 0 && b != '=') strangers++;
        }
        return strangers > 3;
    }

    static int DecodeDamaged(ReadOnlySpan<byte> encoded, Span<byte> decoded, out bool damaged)
    {
        damaged = false;
        var (bits, held, written) = (0u, 0, 0);
        for (var i = 0; i < encoded.Length; i++)
        {
            var value = Base64Alphabet.Value(encoded[i]);
            if (value >= 0)
            {
                bits = (bits << 6) | (uint)value;
                held += 6;
                if (held < 8) continue;
                held -= 8;
                decoded[written++] = (byte)(bits >> held);
                bits &= (1u << held) - 1;
            }
            else if (encoded[i] == '=')
            {
                (bits, held) = (0, 0);
                if (encoded[(i + 1)..].IndexOf((byte)'\n') is var end and >= 0 && !NextLineIsBase64(encoded[(i + 1 + end)..])) break;
            }
            else if (!HeaderBytes.IsSpace(encoded[i]))
            {
                damaged = true;
            }
        }
        return written;
    }

    static bool NextLineIsBase64(ReadOnlySpan<byte> rest)
    {
        var start = rest.IndexOfAnyExcept((byte)'\r', (byte)'\n');
        if (start < 0) return false;
        rest = rest[start..];
        var end = rest.IndexOf((byte)'\n');
        foreach (var b in HeaderBytes.Trim(end < 0 ? rest : rest[..end]))
        {
            if (Base64Alphabet.Value(b) < 0 && b != '=') return false;
        }
        return true;
    }
}
