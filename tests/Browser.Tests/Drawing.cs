using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Leaderful.Browser.Tests;

/// <summary>Pictures that a browser can really draw, made here: noise that does not compress, as from a phone in the dark.</summary>
public static class Drawing
{
    public static byte[] Of(int width, int height)
    {
        var rows = new byte[height * ((width * 3) + 1)];
        new Random(7).NextBytes(rows);
        for (var y = 0; y < height; y++) rows[y * ((width * 3) + 1)] = 0;
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(rows);
        byte[] size = [.. Big(width), .. Big(height), 8, 2, 0, 0, 0];
        return [0x89, .. "PNG\r\n\x1A\n"u8, .. Chunk("IHDR", size), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string kind, byte[] content)
    {
        byte[] counted = [.. Encoding.ASCII.GetBytes(kind), .. content];
        return [.. Big(content.Length), .. counted, .. Big((int)Crc(counted))];
    }

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    /// <summary>CRC-32 as PNG has it (ISO 3309).</summary>
    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
