namespace Leaderful.Bench;

/// <summary>
/// Photographs as a phone makes them small for a page: JPEG, 1280 by 960, a few hundred kilobytes. Nothing is photographed; the
/// figures a camera would have come to are thrown, and written with small tables of our own.
/// </summary>
internal sealed class MadeUpPicture(int seed) : IDisposable
{
    private const int Width = 1280;
    private const int Height = 960;
    private const int Code = 3;
    private const int End = 0;
    private const int Bright = 10;
    private const int Coloured = 2;

    private readonly Random random = new(seed);
    private readonly MemoryStream jpeg = new();
    private int waiting;
    private int bits;

    public static byte[] Jpeg(int seed)
    {
        using var picture = new MadeUpPicture(seed);
        return picture.Write();
    }

    public void Dispose() => jpeg.Dispose();

    private byte[] Write()
    {
        jpeg.Write([0xFF, 0xD8]);
        Segment(0xDB, [0, .. Enumerable.Repeat((byte)6, 64)]);
        Segment(0xC0, [8, Height >> 8, Height & 255, Width >> 8, Width & 255, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
        // Six codes of three bits each: how many bits follow; in the second table 0 ends a block.
        Segment(0xC4, [0x00, 0, 0, 6, .. new byte[13], 0, 1, 2, 3, 4, 5]);
        Segment(0xC4, [0x10, 0, 0, 6, .. new byte[13], 0, 1, 2, 3, 0x11, 0x21]);
        Segment(0xDA, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]);
        Span<int> level = stackalloc int[3];
        for (var block = 0; block < Width / 8 * (Height / 8); block++)
            for (var colour = 0; colour < 3; colour++) Block(ref level[colour], colour == 0 ? Bright : Coloured);
        Put(127, 7);
        jpeg.Write([0xFF, 0xD9]);
        return jpeg.ToArray();
    }

    private void Block(ref int level, int figures)
    {
        var step = random.Next(-20, 21);
        if (Math.Abs(level + step) > 90) step = -step;
        level += step;
        Figure(step);
        for (var n = 0; n < figures; n++) Figure(random.Next(2) == 0 ? random.Next(1, 4) : random.Next(-3, 0));
        Put(End, Code);
    }

    /// <summary>How many bits it takes, and these.</summary>
    private void Figure(int value)
    {
        var size = value == 0 ? 0 : 1 + System.Numerics.BitOperations.Log2((uint)Math.Abs(value));
        Put(size, Code);
        if (size > 0) Put(value > 0 ? value : value + (1 << size) - 1, size);
    }

    private void Put(int value, int length)
    {
        (waiting, bits) = ((waiting << length) | value, bits + length);
        for (; bits >= 8; bits -= 8)
        {
            var full = (byte)(waiting >> (bits - 8));
            jpeg.WriteByte(full);
            if (full == 0xFF) jpeg.WriteByte(0);
        }
        waiting &= (1 << bits) - 1;
    }

    private void Segment(byte marker, ReadOnlySpan<byte> content)
    {
        jpeg.Write([0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2)]);
        jpeg.Write(content);
    }
}
