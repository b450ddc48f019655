using System.Buffers;
using System.Globalization;
using System.Text;

namespace Leaderful.Mime;

/// <summary>Makes file names from mail fit to be shown and saved.</summary>
public static class MailFileName
{
    const int Longest = 150;
    const int LongestExtension = 20;

    static readonly SearchValues<char> Reserved = SearchValues.Create("<>:\"|?*");

    static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "COM", "LPT", "CONIN$", "CONOUT$", "CLOCK$"];

    /// <summary>
    /// The last part of any path, without control, format and bidirectional-override characters (which make
    /// <c>exe.png</c> of <c>gnp.exe</c>), without characters and names that Windows reserves, without dots and blanks at
    /// either end, at most 150 characters with the extension kept. Never empty: <c>attachment</c> with an extension
    /// for the media type if nothing is left.
    /// </summary>
    public static string Sanitise(string? name, string mediaType)
    {
        var last = Clean(LastSegment(name ?? "")).Trim(' ', '.', '\u00A0');
        if (last.Length == 0) return "attachment" + Extension(mediaType);
        var stem = last.AsSpan(0, last.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? dot : last.Length);
        return Shorten(IsDevice(stem.TrimEnd(' ')) ? "_" + last : last);
    }

    static string LastSegment(string name) => name[(name.AsSpan().TrimEnd("/\\").LastIndexOfAny('/', '\\') + 1)..];

    static string Clean(string name)
    {
        var clean = new StringBuilder(Math.Min(name.Length, 4 * Longest));
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned || rune.Value == 0xFFFD) continue;
            if (rune.Value is '/' or '\\') continue;
            if (rune.IsBmp && Reserved.Contains((char)rune.Value)) clean.Append('_');
            else clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    static bool IsDevice(ReadOnlySpan<char> stem)
    {
        foreach (var device in Devices)
        {
            if (stem.Equals(device, StringComparison.OrdinalIgnoreCase)) return true;
            if (stem.Length == 4 && device is "COM" or "LPT" && stem.StartsWith(device, StringComparison.OrdinalIgnoreCase) && (char.IsDigit(stem[3]) || stem[3] is '¹' or '²' or '³')) return true;
        }
        return false;
    }

    static string Shorten(string name)
    {
        if (name.Length <= Longest) return name;
        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && name.Length - dot <= LongestExtension ? name[dot..] : "";
        var stem = name[..(Longest - extension.Length)];
        if (char.IsHighSurrogate(stem[^1])) stem = stem[..^1];
        return stem.TrimEnd(' ', '.') + extension;
    }

    static string Extension(string mediaType) => mediaType switch
    {
        "text/plain" => ".txt",
        "text/html" => ".html",
        "text/calendar" => ".ics",
        "text/csv" => ".csv",
        "text/vcard" or "text/x-vcard" or "text/directory" => ".vcf",
        "text/x-patch" or "text/x-diff" => ".patch",
        "image/png" => ".png",
        "image/jpeg" or "image/jpg" or "image/pjpeg" => ".jpg",
        "image/gif" => ".gif",
        "image/webp" => ".webp",
        "application/pdf" => ".pdf",
        "application/zip" => ".zip",
        "application/ms-tnef" => ".dat",
        "application/pgp-signature" => ".asc",
        "application/pkcs7-signature" or "application/x-pkcs7-signature" => ".p7s",
        "message/rfc822" or "message/global" or "message/news" => ".eml",
        _ => "",
    };
}
