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
        if (await state.Address() is not { } known || IsThisMachine(context.Request.Host.Host)) return asked;
        return string.Equals(new Uri(known).Host, context.Request.Host.Host, StringComparison.OrdinalIgnoreCase) ? asked : known;
    }

    public static string Of(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";

    private static bool IsThisMachine(string host) => host is "localhost" or "127.0.0.1" or "[::1]";
}
