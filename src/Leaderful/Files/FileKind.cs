using System.Buffers;
using System.Text;

namespace Leaderful.Files;

/// <summary>Tells what bytes are by looking at them. The list is short on purpose: what is not on it goes out as plain bytes.</summary>
public static class FileKind
{
    public const string Unknown = "application/octet-stream";

    private const int Sight = 4096;

    private static readonly HashSet<string> Pictures = new(StringComparer.Ordinal) { "image/png", "image/jpeg", "image/gif", "image/webp" };

    /// <summary>C0 controls that no text holds; tabs, line ends and the form feed of plain reports are text.</summary>
    private static readonly SearchValues<byte> NoText = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31, 127]);

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        if (PictureSize.Of(bytes) is { } picture) return picture.IsDrawable ? picture.ContentType : Unknown;
        if (bytes.StartsWith("%PDF-"u8)) return "application/pdf";
        if (bytes.StartsWith("PK\x03\x04"u8)) return "application/zip";
        return IsText(bytes) ? "text/plain" : Unknown;
    }

    /// <summary>Whether a browser may show it in the page: pictures made of points, never of instructions.</summary>
    public static bool IsShown(string contentType) => Pictures.Contains(contentType);

    /// <summary>A picture that cannot be shown here, nor be rid of what a camera wrote into it: HEIC, AVIF, TIFF, too large to draw, or broken.</summary>
    public static bool IsOtherPicture(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) || bytes.StartsWith("GIF8"u8)
        || (bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8)) || bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8)
        || (bytes.Length >= 12 && bytes[4..].StartsWith("ftyp"u8) && "heic heix hevc heim heis mif1 msf1 avif avis "u8.IndexOf(bytes.Slice(8, 4)) is >= 0 and var i && i % 5 == 0);

    /// <summary>Markup is text too, but some readers would run it.</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        var seen = bytes[..Math.Min(bytes.Length, Sight)];
        var start = seen.TrimStart("\uFEFF \t\r\n"u8);
        return start.Length > 0 && start[0] != '<' && !seen.ContainsAny(NoText) && IsUtf8(seen, cut: bytes.Length > Sight);
    }

    private static bool IsUtf8(ReadOnlySpan<byte> seen, bool cut)
    {
        for (var spare = 0; spare <= (cut ? 3 : 0); spare++)
            if (System.Text.Unicode.Utf8.IsValid(seen[..^spare])) return true;
        return false;
    }
}
