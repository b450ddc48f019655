using System.Buffers.Binary;

namespace Leaderful.Files;

/// <summary>A raster picture's kind and size, read from its first bytes.</summary>
internal readonly record struct PictureSize(string ContentType, long Width, long Height)
{
    public const int MostMegapixels = 40;

    /// <summary>A few bytes can claim a picture that no browser has the memory to draw.</summary>
    public bool IsDrawable => Width > 0 && Height > 0 && Width * Height <= MostMegapixels * 1_000_000L;

    public static PictureSize? Of(ReadOnlySpan<byte> bytes) => Png(bytes) ?? Gif(bytes) ?? Webp(bytes) ?? Jpeg(bytes);

    private static PictureSize? Png(ReadOnlySpan<byte> b) =>
        b.Length >= 24 && b[0] == 0x89 && b[1..].StartsWith("PNG\r\n\x1A\n"u8) && b[12..].StartsWith("IHDR"u8)
            ? new("image/png", BinaryPrimitives.ReadUInt32BigEndian(b[16..]), BinaryPrimitives.ReadUInt32BigEndian(b[20..]))
            : null;

    private static PictureSize? Gif(ReadOnlySpan<byte> b) =>
        b.Length >= 10 && (b.StartsWith("GIF87a"u8) || b.StartsWith("GIF89a"u8))
            ? new("image/gif", BinaryPrimitives.ReadUInt16LittleEndian(b[6..]), BinaryPrimitives.ReadUInt16LittleEndian(b[8..]))
            : null;

    private static PictureSize? Webp(ReadOnlySpan<byte> b)
    {
        if (b.Length < 30 || !b.StartsWith("RIFF"u8) || !b[8..].StartsWith("WEBP"u8)) return null;
        var kind = b.Slice(12, 4);
        if (kind.SequenceEqual("VP8X"u8)) return new("image/webp", 1 + Int24(b[24..]), 1 + Int24(b[27..]));
        if (kind.SequenceEqual("VP8L"u8)) return new("image/webp", 1 + (Bits(b) & 0x3FFF), 1 + ((Bits(b) >> 14) & 0x3FFF));
        return kind.SequenceEqual("VP8 "u8)
            ? new("image/webp", BinaryPrimitives.ReadUInt16LittleEndian(b[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(b[28..]) & 0x3FFF)
            : null;
    }

    private static uint Bits(ReadOnlySpan<byte> b) => BinaryPrimitives.ReadUInt32LittleEndian(b[21..]);

    private static long Int24(ReadOnlySpan<byte> b) => b[0] | (b[1] << 8) | (b[2] << 16);

    /// <summary>Walks from marker to marker to the frame header, which holds the size.</summary>
    private static PictureSize? Jpeg(ReadOnlySpan<byte> b)
    {
        if (b.Length < 4 || b[0] != 0xFF || b[1] != 0xD8 || b[2] != 0xFF) return null;
        var at = 2;
        while (at + 9 <= b.Length && b[at] == 0xFF)
        {
            var marker = b[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return new("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(b[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(b[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(b[(at + 2)..]);
        }
        return null;
    }
}
