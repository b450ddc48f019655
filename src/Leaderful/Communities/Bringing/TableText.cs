using System.Text;

namespace Leaderful.Communities.Bringing;

/// <summary>What a file says, whichever program wrote it: what it marks itself as, else UTF-8, else as Windows has written the West.</summary>
public static class TableText
{
    private const int Windows = 1252;

    private static readonly (byte[] Mark, Encoding Encoding)[] Marked =
    [
        ([0xEF, 0xBB, 0xBF], Encoding.UTF8),
        ([0xFF, 0xFE], Encoding.Unicode),
        ([0xFE, 0xFF], Encoding.BigEndianUnicode),
    ];

    /// <summary>Null where it is no text at all.</summary>
    public static string? Read(ReadOnlySpan<byte> bytes)
    {
        foreach (var (mark, encoding) in Marked)
            if (bytes.StartsWith(mark)) return encoding.GetString(bytes[mark.Length..]);
        if (bytes.Contains((byte)0)) return null;
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(Windows)!.GetString(bytes);
        }
    }

    /// <summary>A spreadsheet program's own file, or a printed page: known by how it begins.</summary>
    public static bool IsWorkbook(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) || bytes.StartsWith("%PDF"u8);
}
