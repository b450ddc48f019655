using System.Globalization;

namespace Leaderful.Accounts;

/// <summary>An address mail can be sent to: one @, plain ASCII before it, a host after it, nothing that could end a header or a command.</summary>
public static class EmailAddress
{
    public const int Most = 254;

    private const string Marks = "!#$%&'*+-/=?^_`{|}~.";
    private static readonly IdnMapping Hosts = new() { UseStd3AsciiRules = true };

    /// <summary>The address as mail servers spell it, with the host's letters in ASCII; or null.</summary>
    public static string? Read(string text)
    {
        var trimmed = text.Trim();
        var at = trimmed.LastIndexOf('@');
        if (at is < 1 or > 64 || at == trimmed.Length - 1) return null;
        var (local, host) = (trimmed[..at], HostOf(trimmed[(at + 1)..]));
        if (host is null || !local.All(IsLocal) || local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal)) return null;
        return local.Length + 1 + host.Length <= Most ? $"{local}@{host}" : null;
    }

    private static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || Marks.Contains(c, StringComparison.Ordinal);

    private static string? HostOf(string host)
    {
        try
        {
            return Hosts.GetAscii(host).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
