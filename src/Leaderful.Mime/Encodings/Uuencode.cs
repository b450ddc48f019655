using System.Buffers;

namespace Leaderful.Mime;

/// <summary>
/// Unix-to-unix encoding (POSIX uuencode): a <c>begin</c> line, lines that begin with their length, an <c>end</c> line.
/// </summary>
internal static class Uuencode
{
    /// <summary>Decodes the first block found; bytes before and after it are ignored. Null if there is none.</summary>
    public static byte[]? Decode(ReadOnlySpan<byte> text) => FindBlock(text, 0) is { } block ? Decode(text, block) : null;

    public static byte[] Decode(ReadOnlySpan<byte> text, UuBlock block)
    {
        var output = new ArrayBufferWriter<byte>(Math.Max(16, block.DataEnd - block.DataStart));
        var data = text[block.DataStart..block.DataEnd];
        while (!data.IsEmpty)
        {
            DecodeLine(TakeLine(ref data), output);
        }
        return output.WrittenSpan.ToArray();
    }

    /// <summary>
    /// The next whole block at or after a line start. A <c>begin</c> line is never valid data (its first letter is no
    /// length), so looking for the end from each one stays linear over the text.
    /// </summary>
    public static UuBlock? FindBlock(ReadOnlySpan<byte> text, int from)
    {
        for (var at = from; at < text.Length;)
        {
            var rest = text[at..];
            var line = TakeLine(ref rest);
            var data = text.Length - rest.Length;
            if (Name(line) is { } name && DataEnd(text, data, out var end) is { } dataEnd)
                return new UuBlock(at, data, dataEnd, end, name);
            at = data;
        }
        return null;
    }

    static int? DataEnd(ReadOnlySpan<byte> text, int start, out int after)
    {
        var rest = text[start..];
        while (!rest.IsEmpty)
        {
            var here = text.Length - rest.Length;
            var line = TakeLine(ref rest);
            after = text.Length - rest.Length;
            if (line.TrimEnd(" \t"u8).SequenceEqual("end"u8)) return here;
            if (!line.IsEmpty && !IsData(line)) break;
        }
        after = 0;
        return null;
    }

    /// <summary>The file name of a <c>begin 644 name</c> line, or null.</summary>
    static string? Name(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("begin "u8)) return null;
        line = line[6..];
        var mode = line.IndexOf((byte)' ');
        if (mode is not (3 or 4) || line[..mode].IndexOfAnyExceptInRange((byte)'0', (byte)'7') >= 0) return null;
        var name = HeaderBytes.Trim(line[mode..]);
        return name.IsEmpty ? null : Charset.Guess(name[..Math.Min(name.Length, 1000)]);
    }

    static bool IsData(ReadOnlySpan<byte> line)
    {
        if (line[0] is < 0x20 or > 0x60) return false;
        var length = (line[0] - 0x20) & 0x3F;
        // Encoders differ in padding, and trailing blanks (which stand for zero) get lost on the way.
        return line.Length <= 1 + ((length + 2) / 3 * 4) + 2 && line.IndexOfAnyExceptInRange((byte)0x20, (byte)0x60) < 0;
    }

    static void DecodeLine(ReadOnlySpan<byte> line, ArrayBufferWriter<byte> output)
    {
        if (line.IsEmpty) return;
        var length = (line[0] - 0x20) & 0x3F;
        var target = output.GetSpan(length + 3);
        for (int i = 1, written = 0; written < length; i += 4, written += 3)
        {
            var bits = (Bits(line, i) << 18) | (Bits(line, i + 1) << 12) | (Bits(line, i + 2) << 6) | Bits(line, i + 3);
            target[written] = (byte)(bits >> 16);
            target[written + 1] = (byte)(bits >> 8);
            target[written + 2] = (byte)bits;
        }
        output.Advance(length);
    }

    static int Bits(ReadOnlySpan<byte> line, int at) => at < line.Length ? (line[at] - 0x20) & 0x3F : 0;

    static ReadOnlySpan<byte> TakeLine(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        var line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return line.TrimEnd((byte)'\r');
    }
}
