using System.Buffers.Binary;

namespace Leaderful.Files;

/// <summary>
/// A picture without what its camera wrote beside it: the place, the time, the owner, a second picture. Its points are copied as
/// they are, so nothing is drawn anew; which way up it is held is kept. Formats: ITU-T T.81 and Exif 2.3, PNG 1.2, GIF89a, RFC 9649.
/// </summary>
public static class CleanPicture
{
    /// <summary>Null where the bytes break off or do not hold together: nobody could say what else is in them.</summary>
    public static byte[]? Of(ReadOnlySpan<byte> bytes, string contentType) => contentType switch
    {
        "image/jpeg" => Jpeg(bytes),
        "image/png" => Png(bytes),
        "image/gif" => Gif(bytes),
        "image/webp" => Webp(bytes),
        _ => null,
    };

    private static byte[]? Jpeg(ReadOnlySpan<byte> b)
    {
        using var to = new MemoryStream(b.Length);
        to.Write(b[..2]);
        var at = 2;
        while (at + 2 <= b.Length && b[at] == 0xFF)
        {
            var marker = b[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            if (marker == 0xD9)
            {
                to.Write([0xFF, 0xD9]);
                return to.ToArray();
            }
            if (at + 4 > b.Length) return null;
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(b[(at + 2)..]);
            if (length < 4 || at + length > b.Length) return null;
            var segment = b.Slice(at, length);
            if (marker == 0xE1 && JpegOrientation.Of(segment[4..]) is var turned and > 1) to.Write(JpegOrientation.Segment(turned));
            else if (BelongsToJpeg(marker, segment)) to.Write(segment);
            at += length;
            if (marker != 0xDA) continue;
            var scan = ScanLength(b[at..]);
            to.Write(b.Slice(at, scan));
            at += scan;
        }
        return null;
    }

    /// <summary>Tables and frames, JFIF, the colour profile and Adobe's colour transform; no other application's notes, no comments.</summary>
    private static bool BelongsToJpeg(byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        0xE0 or 0xEE => true,
        0xE2 => segment[4..].StartsWith("ICC_PROFILE\0"u8),
        >= 0xE1 and <= 0xEF or 0xFE => false,
        _ => true,
    };

    /// <summary>Up to the next marker that is neither a stuffed byte nor a restart.</summary>
    private static int ScanLength(ReadOnlySpan<byte> b)
    {
        for (var i = 0; i + 1 < b.Length; i++)
            if (b[i] == 0xFF && b[i + 1] is not (0x00 or (>= 0xD0 and <= 0xD7) or 0xFF)) return i;
        return b.Length;
    }

    private static byte[]? Png(ReadOnlySpan<byte> b)
    {
        using var to = new MemoryStream(b.Length);
        to.Write(b[..8]);
        for (var at = 8; at + 12 <= b.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(b[at..]);
            if (length > b.Length - at - 12) return null;
            var chunk = b.Slice(at, (int)length + 12);
            var kind = chunk.Slice(4, 4);
            if (BelongsToPng(kind)) to.Write(chunk);
            if (kind.SequenceEqual("IEND"u8)) return to.ToArray();
            at += chunk.Length;
        }
        return null;
    }

    private static bool BelongsToPng(ReadOnlySpan<byte> kind) =>
        char.IsAsciiLetterUpper((char)kind[0]) || "tRNS cHRM gAMA iCCP sBIT sRGB bKGD pHYs acTL fcTL fdAT"u8.IndexOf(kind) is >= 0 and var i && i % 5 == 0;

    private static byte[]? Gif(ReadOnlySpan<byte> b)
    {
        if (b.Length < 14) return null;
        using var to = new MemoryStream(b.Length);
        var at = 13 + ColourTable(b[10]);
        if (at > b.Length) return null;
        to.Write(b[..at]);
        while (at < b.Length)
        {
            var start = at;
            switch (b[at])
            {
                case 0x3B:
                    to.WriteByte(0x3B);
                    return to.ToArray();
                case 0x2C when at + 11 <= b.Length:
                    at += 10 + ColourTable(b[at + 9]) + 1;
                    break;
                case 0x21 when at + 2 <= b.Length:
                    at += 2;
                    break;
                default:
                    return null;
            }
            if (!SkipBlocks(b, ref at)) return null;
            // Of extensions, what times the pictures and what repeats them.
            if (b[start] == 0x2C || b[start + 1] == 0xF9 || (b[start + 1] == 0xFF && b[(start + 3)..].StartsWith("NETSCAPE2.0"u8))) to.Write(b[start..at]);
        }
        return null;
    }

    private static int ColourTable(byte packed) => (packed & 0x80) == 0 ? 0 : 3 << ((packed & 7) + 1);

    private static bool SkipBlocks(ReadOnlySpan<byte> b, ref int at)
    {
        while (at < b.Length)
        {
            var size = b[at];
            at += size + 1;
            if (size == 0) return at <= b.Length;
        }
        return false;
    }

    private static byte[]? Webp(ReadOnlySpan<byte> b)
    {
        using var to = new MemoryStream(b.Length);
        to.Write(b[..12]);
        for (var at = 12; at + 8 <= b.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(b[(at + 4)..]);
            if (length > b.Length - at - 8) return null;
            var whole = Math.Min((int)length + 8 + (int)(length & 1), b.Length - at);
            var kind = b.Slice(at, 4);
            if ("VP8 VP8LVP8XALPHANIMANMFICCP"u8.IndexOf(kind) is >= 0 and var i && i % 4 == 0) to.Write(b.Slice(at, whole));
            at += whole;
        }
        var clean = to.ToArray();
        if (clean.Length < 30) return null;
        BinaryPrimitives.WriteUInt32LittleEndian(clean.AsSpan(4), (uint)clean.Length - 8);
        // The header says which parts there are; those with notes are gone.
        if (clean.AsSpan(12, 4).SequenceEqual("VP8X"u8)) clean[20] &= 0xF3;
        return clean;
    }
}
