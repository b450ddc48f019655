using Leaderful.Accounts;

namespace Leaderful.Mail.Receiving;

/// <summary>The address mail comes in at. With a tag (<c>name+tag@host</c>, RFC 5233) it is for one thing of one person.</summary>
public sealed class Inbound
{
    public const int LongestTag = 32;

    private const int LongestLocal = 64;
    private readonly string local = "";
    private readonly string host = "";

    public Inbound(Settings settings)
    {
        if (settings.MailIn.Length == 0) return;
        var address = EmailAddress.Read(settings.MailIn);
        var at = address?.LastIndexOf('@') ?? 0;
        if (address is null || address.Contains('+', StringComparison.Ordinal) || at + 1 + LongestTag > LongestLocal)
            throw new InvalidOperationException($"Leaderful:MailIn must be a mail address without +, of at most {LongestLocal - LongestTag - 1} letters before the @.");
        (local, host) = (address[..at], address[(at + 1)..]);
    }

    public bool IsOpen => local.Length > 0;

    public string At(string tag) => $"{local}+{tag}@{host}";

    /// <summary>The tag, empty where there is none; null where the address is not ours. Some mail programs write it in capitals.</summary>
    public string? TagOf(string address)
    {
        if (!IsOpen || address.LastIndexOf('@') is not (> 0 and var at) || !Same(address[(at + 1)..], host)) return null;
        var before = address[..at];
        if (Same(before, local)) return "";
        return before.Length > local.Length && before[local.Length] == '+' && Same(before[..local.Length], local) ? before[(local.Length + 1)..].ToLowerInvariant() : null;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
