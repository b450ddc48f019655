using System.Numerics;

namespace Leaderful.Yjs;

/// <summary>What of a struct is somebody's words, and what only says how others' stand: elements, how deep a heading is, that bold begins.</summary>
internal static class Wording
{
    public static bool IsIn(ReadOnlySpan<byte> update, in StructSpan span)
    {
        var content = new Lib0Reader(update[span.ContentStart..span.End]);
        switch (span.Content)
        {
            case ContentRef.Gc or ContentRef.Deleted or ContentRef.Skip or ContentRef.Type: return false;
            case ContentRef.Format:
                content.ReadBytes();
                return Says(content.ReadBytes());
            // Only a value by its key says how something stands.
            case ContentRef.Any when (span.Info & InfoByte.HasKey) != 0:
                for (var left = content.ReadCount(); left > 0; left--)
                {
                    if (Says(AnyReader.Read(ref content))) return true;
                }
                return false;
            default: return true;
        }
    }

    public static bool IsIn(Item item) => item.Content switch
    {
        DeletedContent or TypeContent => false,
        FormatContent format => Says(format.Json),
        AnyContent any when item.Key is not null => any.Elements.ToArray().Any(Says),
        _ => true,
    };

    static bool Says(object? value) => value is not (null or YUndefined or bool or double or BigInteger);

    static bool Says(ReadOnlySpan<byte> format) => !(format.SequenceEqual("null"u8) || format.SequenceEqual("true"u8) || format.SequenceEqual("{}"u8));
}
