using System.Net;

namespace Leaderful.Accounts;

/// <summary>
/// The address links in mails begin with. What a request says of its host is taken only where it is the host we know or this
/// very machine: otherwise a forged header would mail somebody's token to a stranger's address.
/// </summary>
public sealed class InstanceAddress(Settings settings, SetUpState state)
{
    public async ValueTask<string> For(HttpContext context)
    {
        if (settings.Address.Length > 0) return settings.Address.TrimEnd('/');
        var asked = Of(context);
        if (await state.Address() is not { } known || IsWithinThisMachine(context)) return asked;
        return IsSame(new Uri(known), context.Request.Host) ? asked : known;
    }

    /// <summary>Where nobody asks just now; null until the instance is set up.</summary>
    public async ValueTask<string?> Known() => settings.Address.Length > 0 ? settings.Address.TrimEnd('/') : await state.Address();

    public static string Of(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";

    /// <summary>Another port may be somebody else's; without one it is where the web server in front of us listens.</summary>
    private static bool IsSame(Uri known, HostString asked) =>
        string.Equals(known.Host, asked.Host, StringComparison.OrdinalIgnoreCase) && (asked.Port is null || asked.Port == known.Port);

    private static bool IsWithinThisMachine(HttpContext context) =>
        context.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]"
        && (context.Connection.RemoteIpAddress is not { } from || IPAddress.IsLoopback(from));
}
