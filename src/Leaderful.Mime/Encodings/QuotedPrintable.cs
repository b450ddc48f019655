namespace Leaderful.Mime;

/// <summary>
/// Tolerant quoted-printable (RFC 2045, 6.7): soft breaks with blanks after the sign, lower-case digits, blanks at a
/// line's end dropped, and an equals sign that starts nothing kept as it is.
/// </summary>
internal static class QuotedPrintable
{
    public static byte[] Decode(ReadOnlySpan<byte> encoded, out bool damaged)
    {
        damaged = false;
        var decoded = new byte[encoded.Length];
        var written = 0;
        for (var i = 0; i < encoded.Length;)
        {
            var b = encoded[i];
            if (b == '=')
            {
                i += Escape(encoded[i..], out var value, ref damaged);
                if (value >= 0) decoded[written++] = (byte)value;
            }
            else if (HeaderBytes.IsBlank(b))
            {
                var run = BlankRun(encoded[i..]);
                if (!EndsLine(encoded[(i + run)..]))
                {
                    encoded.Slice(i, run).CopyTo(decoded.AsSpan(written));
                    written += run;
                }
                i += run;
            }
            else
            {
                var run = encoded[i..].IndexOfAny((byte)'=', (byte)' ', (byte)'\t');
                if (run < 0) run = encoded.Length - i;
                encoded.Slice(i, run).CopyTo(decoded.AsSpan(written));
                written += run;
                i += run;
            }
        }
        return written == decoded.Length ? decoded : decoded[..written];
    }

    /// <summary>Reads from an equals sign: the bytes consumed, and the byte it stands for or -1 for a soft break.</summary>
    static int Escape(ReadOnlySpan<byte> encoded, out int value, ref bool damaged)
    {
        value = -1;
        if (IsHexPair(encoded[1..]))
        {
            value = Hex.Pair(encoded[1], encoded[2]);
            return 3;
        }
        var blanks = BlankRun(encoded[1..]);
        var rest = encoded[(1 + blanks)..];
        if (rest.IsEmpty) return encoded.Length;
        if (rest[0] == '\n') return blanks + 2;
        if (rest[0] == '\r') return blanks + (rest.Length > 1 && rest[1] == '\n' ? 3 : 2);
        value = '=';
        damaged = true;
        return 1;
    }

    static bool IsHexPair(ReadOnlySpan<byte> bytes) => bytes.Length >= 2 && Hex.Pair(bytes[0], bytes[1]) >= 0;

    static int BlankRun(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept((byte)' ', (byte)'\t') is var run and >= 0 ? run : bytes.Length;

    static bool EndsLine(ReadOnlySpan<byte> bytes) => bytes.IsEmpty || bytes[0] is (byte)'\r' or (byte)'\n';
}
