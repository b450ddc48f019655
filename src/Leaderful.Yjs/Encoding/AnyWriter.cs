using System.Buffers.Binary;
using System.Collections;
using System.Globalization;
using System.Numerics;

namespace Leaderful.Yjs;

/// <summary>Writes lib0's <c>any</c>, choosing among the three kinds of number as lib0 does.</summary>
internal static class AnyWriter
{
    const double LargestInteger = int.MaxValue;
    const long JsNaN = 0x7FF8_0000_0000_0000;

    public static void Write(Lib0Writer writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteByte(AnyTag.Null); break;
            case YUndefined: writer.WriteByte(AnyTag.Undefined); break;
            case bool truth: writer.WriteByte(truth ? AnyTag.True : AnyTag.False); break;
            case string text: writer.WriteByte(AnyTag.String); writer.WriteString(text); break;
            case byte[] bytes: writer.WriteByte(AnyTag.Bytes); writer.WriteBytes(bytes); break;
            case BigInteger number: BigInt(writer, number); break;
            case IReadOnlyDictionary<string, object?> values: Object(writer, values); break;
            case IEnumerable values: List(writer, values); break;
            case IConvertible number: Number(writer, number.ToDouble(CultureInfo.InvariantCulture)); break;
            default: throw new ArgumentException($"A value of type {value.GetType().Name} cannot be in a document.", nameof(value));
        }
    }

    static void Number(Lib0Writer writer, double number)
    {
        if (double.IsInteger(number) && Math.Abs(number) <= LargestInteger)
        {
            writer.WriteByte(AnyTag.Integer);
            writer.WriteVarInt((long)Math.Abs(number), double.IsNegative(number));
        }
        else if ((float)number == number) Float32(writer, (float)number);
        else Float64(writer, number);
    }

    static void Float32(Lib0Writer writer, float number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteSingleBigEndian(bytes, number);
        writer.WriteByte(AnyTag.Float32);
        writer.WriteRaw(bytes);
    }

    static void Float64(Lib0Writer writer, double number)
    {
        Span<byte> bytes = stackalloc byte[8];
        // .NET's own has a sign.
        if (double.IsNaN(number)) BinaryPrimitives.WriteInt64BigEndian(bytes, JsNaN);
        else BinaryPrimitives.WriteDoubleBigEndian(bytes, number);
        writer.WriteByte(AnyTag.Float64);
        writer.WriteRaw(bytes);
    }

    static void BigInt(Lib0Writer writer, BigInteger number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, unchecked((long)(ulong)(number & ulong.MaxValue)));
        writer.WriteByte(AnyTag.BigInt);
        writer.WriteRaw(bytes);
    }

    static void Object(Lib0Writer writer, IReadOnlyDictionary<string, object?> values)
    {
        writer.WriteByte(AnyTag.Object);
        writer.WriteVarUint(values.Count);
        foreach (var (key, value) in values)
        {
            writer.WriteString(key);
            Write(writer, value);
        }
    }

    static void List(Lib0Writer writer, IEnumerable values)
    {
        var items = values.Cast<object?>().ToList();
        writer.WriteByte(AnyTag.Array);
        writer.WriteVarUint(items.Count);
        foreach (var item in items) Write(writer, item);
    }
}
