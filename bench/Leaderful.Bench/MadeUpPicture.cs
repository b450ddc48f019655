using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Leaderful.Bench;

/// <summary>Pictures as large as a phone's made small: 1280 by 960, grained, so that they do not pack to nothing.</summary>
internal static class MadeUpPicture
{
    private const int Width = 1280;
    private const int Height = 960;

    public static byte[] Png(int seed)
    {
        using var png = new MemoryStream();
        png.Write([0x89, .. "PNG\r\n\x1A\n"u8]);
        Chunk(png, "IHDR", [0, 0, Width >> 8, Width & 255, 0, 0, Height >> 8, Height & 255, 8, 2, 0, 0, 0]);
        Chunk(png, "IDAT", Points(seed));
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static byte[] Points(int seed)
    {
        var random = new Random(seed);
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var y = 0; y < Height; y++) zip.Write(Row(y, random));
        return packed.ToArray();
    }

    private static byte[] Row(int y, Random random)
    {
        var row = new byte[1 + (3 * Width)];
        for (var x = 1; x < row.Length; x++) row[x] = (byte)(((x / 3) + y + (random.Next(8) == 0 ? random.Next(32) : 0)) >> 3);
        return row;
    }

    private static void Chunk(Stream png, string kind, ReadOnlySpan<byte> content)
    {
        byte[] whole = [.. Encoding.ASCII.GetBytes(kind), .. content];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        png.Write(whole);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(whole));
        png.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var n = 0; n < 8; n++) crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320u);
        }
        return ~crc;
    }
}
