using System.Buffers.Binary;
using System.Text;

namespace Leaderful.Tests.Files;

/// <summary>The smallest pictures that hold what cameras write: sixteen by sixteen, their points made up.</summary>
public static class MadePictures
{
    public const string Secret = "53.5511N 9.9937E Ruth's phone";

    public static byte[] Jpeg(byte orientation = 6, bool little = true) =>
    [
        0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]), .. Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation, little)]),
        .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Notes]), .. Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 7, 7]), .. Segment(0xE2, [.. "MPF\0"u8, .. Notes]),
        .. Segment(0xED, Notes), .. Segment(0xFE, Notes), .. Segment(0xDB, new byte[65]), .. Segment(0xC0, [8, 0, 16, 0, 16, 1, 1, 0x11, 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4, .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 5, 6, 0xFF, 0xD9, .. Notes,
    ];

    public static byte[] Png() =>
    [
        0x89, .. "PNG\r\n\x1A\n"u8, .. Chunk("IHDR", [0, 0, 0, 16, 0, 0, 0, 16, 8, 2, 0, 0, 0]), .. Chunk("tEXt", Notes), .. Chunk("eXIf", Notes), .. Chunk("gAMA", [0, 0, 1, 1]),
        .. Chunk("iTXt", Notes), .. Chunk("tIME", [7, 7, 7, 7, 7, 7, 7]), .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", []), .. Notes,
    ];

    public static byte[] Gif() =>
    [
        .. "GIF89a"u8, 16, 0, 16, 0, 0x80, 0, 0, 1, 2, 3, 4, 5, 6, 0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0, 0x21, 0xFE, (byte)Notes.Length, .. Notes, 0,
        0x21, 0xFF, 11, .. "XMP DataXMP"u8, (byte)Notes.Length, .. Notes, 0, 0x21, 0xF9, 4, 0, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 16, 0, 16, 0, 0, 2, 2, 0x44, 1, 0, 0x3B, .. Notes,
    ];

    public static byte[] Webp()
    {
        byte[] parts = [.. "WEBP"u8, .. Riff("VP8X", [0x2C, 0, 0, 0, 15, 0, 0, 15, 0, 0]), .. Riff("ICCP", [7, 7]), .. Riff("VP8 ", [1, 2, 3, 4, 5, 6]), .. Riff("EXIF", Notes), .. Riff("XMP ", Notes)];
        return [.. "RIFF"u8, .. Little((uint)parts.Length), .. parts];
    }

    private static byte[] Notes => Encoding.ASCII.GetBytes(Secret);

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Tiff(byte orientation, bool little)
    {
        byte[] entry = little ? [0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0] : [1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
        byte[] place = little ? [0x25, 0x88, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0] : [0x88, 0x25, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0];
        return little ? [.. "II*\0"u8, 8, 0, 0, 0, 2, 0, .. place, .. entry, 0, 0, 0, 0, .. Notes] : [.. "MM\0*"u8, 0, 0, 0, 8, 0, 2, .. place, .. entry, 0, 0, 0, 0, .. Notes];
    }

    private static byte[] Chunk(string kind, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(kind), .. content, 9, 9, 9, 9];
    }

    private static byte[] Riff(string kind, byte[] content) => [.. Encoding.ASCII.GetBytes(kind), .. Little((uint)content.Length), .. content, .. new byte[content.Length & 1]];

    private static byte[] Little(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
