using System.Runtime.CompilerServices;

namespace Leaderful.Yjs;

/// <summary>Writes as lib0 does, into a buffer that grows.</summary>
internal sealed class Lib0Writer(int capacity = 256)
{
    const int LongestNumber = 8;

    /// <summary>The most bytes that a UTF-16 unit becomes.</summary>
    const int LongestUnit = 3;
    const int ShortText = 0x7F / LongestUnit;

    byte[] buffer = GC.AllocateUninitializedArray<byte>(capacity);
    int length;

    public int Length => length;

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    public byte[] ToArray() => Written.ToArray();

    public void Clear() => length = 0;

    public void WriteByte(byte value)
    {
        if (length == buffer.Length) Grow(1);
        buffer[length++] = value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteVarUint(long number)
    {
        if (number < 0x80 && length < buffer.Length) buffer[length++] = (byte)number;
        else WriteLongVarUint((ulong)number);
    }

    void WriteLongVarUint(ulong number)
    {
        if (buffer.Length - length < LongestNumber) Grow(LongestNumber);
        for (; number >= 0x80; number >>= 7) buffer[length++] = (byte)(number | 0x80);
        buffer[length++] = (byte)number;
    }

    public void WriteVarInt(long size, bool negative)
    {
        WriteByte((byte)((size > 0x3F ? 0x80 : 0) | (negative ? 0x40 : 0) | (int)(size & 0x3F)));
        if (size > 0x3F) WriteVarUint(size >> 6);
    }

    public void WriteVarInt(long number) => WriteVarInt(Math.Abs(number), number < 0);

    public void WriteRaw(ReadOnlySpan<byte> bytes)
    {
        if (buffer.Length - length < bytes.Length) Grow(bytes.Length);
        bytes.CopyTo(buffer.AsSpan(length));
        length += bytes.Length;
    }

    /// <summary>The bytes with their length before them.</summary>
    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        WriteVarUint(bytes.Length);
        WriteRaw(bytes);
    }

    public void WriteString(ReadOnlySpan<char> text)
    {
        if (text.Length <= ShortText) WriteShort(text);
        else WriteLong(text);
    }

    public void WriteId(YId id)
    {
        WriteVarUint(id.Client);
        WriteVarUint(id.Clock);
    }

    /// <summary>The length of a short text takes one byte, whatever is in it, and can be written afterwards.</summary>
    void WriteShort(ReadOnlySpan<char> text)
    {
        if (buffer.Length - length < 1 + (text.Length * LongestUnit)) Grow(1 + (text.Length * LongestUnit));
        var bytes = WireText.Write(text, buffer.AsSpan(length + 1));
        buffer[length] = (byte)bytes;
        length += 1 + bytes;
    }

    void WriteLong(ReadOnlySpan<char> text)
    {
        var bytes = WireText.Bytes(text);
        WriteVarUint(bytes);
        if (buffer.Length - length < bytes) Grow(bytes);
        length += WireText.Write(text, buffer.AsSpan(length, bytes));
    }

    void Grow(int more)
    {
        var larger = GC.AllocateUninitializedArray<byte>(Math.Max(checked(length + more), (int)Math.Min(Array.MaxLength, buffer.Length * 2L)));
        Written.CopyTo(larger);
        buffer = larger;
    }
}
