namespace Leaderful.Yjs;

/// <summary>Addresses that lead somewhere and do nothing: http, https, mailto, and relative ones.</summary>
internal static class SafeAddress
{
    const int Longest = 2048;

    static readonly string[] Schemes = ["http", "https", "mailto"];

    /// <summary>The address; null for one that is not safe.</summary>
    public static string? Of(string? address)
    {
        if (address is null || address.Length > Longest) return null;
        // Browsers pass over these within an address, and so would the check below.
        var clean = string.Concat(address.Where(sign => !char.IsControl(sign) && sign is not ('\u00AD' or '\u200B' or '\uFEFF'))).Trim();
        if (clean.Length == 0) return null;
        var end = clean.AsSpan().IndexOfAny(":/?#\\");
        if (end < 0 || clean[end] != ':') return clean;
        return Schemes.Contains(clean[..end], StringComparer.OrdinalIgnoreCase) ? clean : null;
    }

    /// <summary>The address of a picture; a mailbox is none.</summary>
    public static string? OfImage(string? address) =>
        Of(address) is { } safe && !safe.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? safe : null;
}
