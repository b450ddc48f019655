namespace Leaderful.Mail;

/// <summary>Where and how to hand in mail, from <c>smtp://user:password@host:587</c> or <c>smtps://…</c>.</summary>
public sealed record SmtpServer(string Host, int Port, bool TlsFromTheStart, string? User, string Password)
{
    public static SmtpServer Parse(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("smtp" or "smtps") || uri.Host.Length == 0)
            throw new InvalidOperationException("Leaderful:Smtp must look like smtp://user:password@host:587 or smtps://user:password@host.");
        var credentials = uri.UserInfo.Split(':', 2);
        var user = credentials[0].Length > 0 ? Uri.UnescapeDataString(credentials[0]) : null;
        var tls = uri.Scheme == "smtps";
        return new SmtpServer(
            uri.IdnHost, uri.Port > 0 ? uri.Port : tls ? 465 : user is null ? 25 : 587, tls,
            user, credentials.Length > 1 ? Uri.UnescapeDataString(credentials[1]) : "");
    }
}
