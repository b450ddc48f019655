using System.Buffers.Binary;

namespace Leaderful.Files;

/// <summary>Which way a phone was held: of all that Exif tells, the one thing without which a picture lies on its side.</summary>
internal static class JpegOrientation
{
    private const ushort Tag = 0x0112;

    /// <summary>2 to 8 where the picture is turned or mirrored; otherwise 1.</summary>
    public static int Of(ReadOnlySpan<byte> application)
    {
        if (!application.StartsWith("Exif\0\0"u8)) return 1;
        var tiff = application[6..];
        if (tiff.Length < 10) return 1;
        var little = tiff[0] == (byte)'I';
        var at = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (at > tiff.Length - 2) return 1;
        var count = Short(tiff, (int)at, little);
        for (var entry = (int)at + 2; count > 0 && entry + 12 <= tiff.Length; entry += 12, count--)
            if (Short(tiff, entry, little) == Tag) return Short(tiff, entry + 8, little) is var turned and >= 2 and <= 8 ? turned : 1;
        return 1;
    }

    /// <summary>An Exif segment that says only this.</summary>
    public static byte[] Segment(int orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0MM"u8, 0, 42, 0, 0, 0, 8,
        0, 1, Tag >> 8, Tag & 0xFF, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static ushort Short(ReadOnlySpan<byte> tiff, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(tiff[at..]) : BinaryPrimitives.ReadUInt16BigEndian(tiff[at..]);
}
