using System.Diagnostics.CodeAnalysis;

namespace Leaderful.Shared.Web;

/// <summary>Where to go back to: a path of this host, or home.</summary>
public static class LocalReturn
{
    public static string OrHome(string? address) => IsLocal(address) ? address : "/";

    /// <summary>
    /// Starts with one slash and holds nothing a browser would read as another host: no backslash, no control
    /// character (browsers drop tabs and newlines), no second slash, no percent-encoded twin of these at the start.
    /// Addresses are ASCII, and so is the header that says where to go.
    /// </summary>
    public static bool IsLocal([NotNullWhen(true)] string? address)
    {
        if (string.IsNullOrEmpty(address) || address.Length > 2000 || address[0] != '/') return false;
        if (address.Contains('\\', StringComparison.Ordinal) || !address.All(c => c is >= ' ' and <= '~')) return false;
        var next = Uri.UnescapeDataString(address);
        return !(next.Length > 1 && next[1] is '/' or '\\') && !next.Any(char.IsControl)
            && Uri.TryCreate(address, UriKind.Relative, out _);
    }
}
