using System.Runtime.CompilerServices;

namespace Leaderful.Yjs;

/// <summary>
/// Reads what lib0 writes. Every length is held against what is left before anything is made of it, so that a few bytes cannot
/// claim memory.
/// </summary>
internal ref struct Lib0Reader(ReadOnlySpan<byte> bytes)
{
    /// <summary>The largest whole number that JavaScript counts exactly.</summary>
    public const long LargestInteger = (1L << 53) - 1;

    readonly ReadOnlySpan<byte> bytes = bytes;
    int position;

    public int Position
    {
        readonly get => position;
        set => position = value;
    }

    public readonly int Remaining => bytes.Length - position;

    public readonly ReadOnlySpan<byte> Between(int start, int end) => bytes[start..end];

    public byte ReadByte() => position < bytes.Length ? bytes[position++] : throw Ended();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ReadVarUint()
    {
        if (position < bytes.Length && bytes[position] < 0x80) return bytes[position++];
        return ReadLongVarUint();
    }

    long ReadLongVarUint()
    {
        long number = 0;
        for (var shift = 0; position < bytes.Length && shift < 56; shift += 7)
        {
            var next = bytes[position++];
            number |= (long)(next & 0x7F) << shift;
            if (next < 0x80) return number <= LargestInteger ? number : throw TooLarge();
        }
        throw position < bytes.Length ? TooLarge() : Ended();
    }

    /// <summary>A signed number: the size, and whether its sign is minus, which zero has too.</summary>
    public (long Size, bool Negative) ReadVarInt()
    {
        var next = ReadByte();
        var negative = (next & 0x40) != 0;
        long number = next & 0x3F;
        for (var shift = 6; next >= 0x80; shift += 7)
        {
            if (shift > 55) throw TooLarge();
            next = ReadByte();
            number |= (long)(next & 0x7F) << shift;
        }
        return number <= LargestInteger ? (number, negative) : throw TooLarge();
    }

    /// <summary>The length of a list whose elements take a byte each at least.</summary>
    public int ReadCount()
    {
        var count = ReadVarUint();
        return count <= Remaining ? (int)count : throw Ended();
    }

    public ReadOnlySpan<byte> ReadBytes()
    {
        var length = ReadCount();
        position += length;
        return bytes.Slice(position - length, length);
    }

    public ReadOnlySpan<byte> ReadBytes(int length)
    {
        if (length > Remaining) throw Ended();
        position += length;
        return bytes.Slice(position - length, length);
    }

    public string ReadString() => WireText.Read(ReadBytes());

    public YId ReadId() => new(ReadVarUint(), ReadVarUint());

    static YjsFormatException Ended() => new("The bytes end too early.");

    static YjsFormatException TooLarge() => new("A number is larger than 53 bits.");
}
