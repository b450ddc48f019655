using System.Buffers.Binary;
using System.Numerics;

namespace Leaderful.Yjs;

/// <summary>
/// Reads lib0's <c>any</c>: null, <see cref="YUndefined"/>, bool, double (all numbers), <see cref="BigInteger"/>, string, byte[],
/// a list or a dictionary of these. How deep they nest is capped, and so are the list's claims.
/// </summary>
internal static class AnyReader
{
    /// <summary>Deeper than any document, shallower than any stack.</summary>
    public const int Deepest = 100;

    public static object? Read(ref Lib0Reader reader, int depth = 0) => reader.ReadByte() switch
    {
        AnyTag.Undefined => YUndefined.Value,
        AnyTag.Null => null,
        AnyTag.Integer => Integer(ref reader),
        AnyTag.Float32 => (double)BinaryPrimitives.ReadSingleBigEndian(reader.ReadBytes(4)),
        AnyTag.Float64 => BinaryPrimitives.ReadDoubleBigEndian(reader.ReadBytes(8)),
        AnyTag.BigInt => new BigInteger(BinaryPrimitives.ReadInt64BigEndian(reader.ReadBytes(8))),
        AnyTag.False => false,
        AnyTag.True => true,
        AnyTag.String => reader.ReadString(),
        AnyTag.Object => Object(ref reader, Deeper(depth)),
        AnyTag.Array => List(ref reader, Deeper(depth)),
        AnyTag.Bytes => reader.ReadBytes().ToArray(),
        _ => throw Unknown(),
    };

    /// <summary>Passes over a value, checking it on the way, and makes nothing of it.</summary>
    public static void Skip(ref Lib0Reader reader, int depth = 0)
    {
        switch (reader.ReadByte())
        {
            case AnyTag.Undefined or AnyTag.Null or AnyTag.False or AnyTag.True: break;
            case AnyTag.Integer: reader.ReadVarInt(); break;
            case AnyTag.Float32: reader.ReadBytes(4); break;
            case AnyTag.Float64 or AnyTag.BigInt: reader.ReadBytes(8); break;
            case AnyTag.String: WireText.Length(reader.ReadBytes()); break;
            case AnyTag.Bytes: reader.ReadBytes(); break;
            case AnyTag.Object: SkipObject(ref reader, Deeper(depth)); break;
            case AnyTag.Array: SkipList(ref reader, Deeper(depth)); break;
            default: throw Unknown();
        }
    }

    static double Integer(ref Lib0Reader reader)
    {
        var (size, negative) = reader.ReadVarInt();
        return negative ? -(double)size : size;
    }

    static Dictionary<string, object?> Object(ref Lib0Reader reader, int depth)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var left = reader.ReadCount(); left > 0; left--)
        {
            var key = reader.ReadString();
            values[key] = Read(ref reader, depth);
        }
        return values;
    }

    static List<object?> List(ref Lib0Reader reader, int depth)
    {
        var count = reader.ReadCount();
        // Lists within lists may each claim all that is left: what is set aside beforehand is little.
        var values = new List<object?>(Math.Min(count, 16));
        for (; count > 0; count--) values.Add(Read(ref reader, depth));
        return values;
    }

    static void SkipObject(ref Lib0Reader reader, int depth)
    {
        for (var left = reader.ReadCount(); left > 0; left--)
        {
            WireText.Length(reader.ReadBytes());
            Skip(ref reader, depth);
        }
    }

    static void SkipList(ref Lib0Reader reader, int depth)
    {
        for (var left = reader.ReadCount(); left > 0; left--) Skip(ref reader, depth);
    }

    static int Deeper(int depth) => depth < Deepest ? depth + 1 : throw new YjsFormatException("A value is nested too deeply.");

    static YjsFormatException Unknown() => new("A value has a type that is not known.");
}
