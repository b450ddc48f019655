using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Leaderful.Data;

namespace Leaderful.Mail;

/// <summary>One conversation with an SMTP server (RFC 5321), encrypted where the server can (RFC 3207) and always before a password is said.</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private readonly SmtpServer server;
    private readonly X509Certificate2Collection? trusted;
    private readonly TcpClient client;
    private readonly CancellationToken stop;
    private SmtpLines lines;
    private bool isEncrypted;

    private SmtpConnection(SmtpServer server, X509Certificate2Collection? trusted, TcpClient client, CancellationToken stop) =>
        (this.server, this.trusted, this.client, this.stop, lines) = (server, trusted, client, stop, new SmtpLines(client.GetStream(), stop));

    public static async Task<SmtpConnection> Open(SmtpServer server, X509Certificate2Collection? trusted, CancellationToken stop)
    {
        var tcp = new TcpClient();
        try
        {
            await tcp.ConnectAsync(server.Host, server.Port, stop);
            var connection = new SmtpConnection(server, trusted, tcp, stop);
            if (server.TlsFromTheStart) await connection.Encrypt();
            return connection;
        }
        catch (Exception failure)
        {
            tcp.Dispose();
            if (failure is SocketException) throw new SmtpException($"The mail server {server.Host}:{server.Port} cannot be reached: {failure.Message}", failure);
            throw;
        }
    }

    public async Task Greet(string name)
    {
        Expect(await lines.Hear(), "greeting");
        var offers = await Hello(name);
        if (!isEncrypted && offers.Contains("STARTTLS", StringComparer.OrdinalIgnoreCase))
        {
            Expect(await Ask("STARTTLS"), "STARTTLS");
            if (lines.HasMore) throw new SmtpException("The mail server spoke before the encryption began; somebody may be in between.");
            await Encrypt();
            offers = await Hello(name);
        }
        if (server.User is null) return;
        if (!isEncrypted) throw new SmtpException("The mail server offers no encryption, so we do not send it the password.");
        await SignIn(server.User, offers);
    }

    public async Task Deliver(string from, string to, byte[] message)
    {
        Expect(await Ask($"MAIL FROM:<{from}>"), "MAIL FROM");
        ExpectForGood(await Ask($"RCPT TO:<{to}>"), $"the address {to}");
        Expect(await Ask("DATA"), "DATA");
        await lines.Send(Stuffed(message));
        ExpectForGood(await lines.Hear(), "the mail");
        // It has been taken; whether they hear our goodbye changes nothing.
        try
        {
            await Ask("QUIT");
        }
        catch (Exception failure) when (failure is SmtpException or IOException) { }
    }

    public async ValueTask DisposeAsync()
    {
        await lines.Stream.DisposeAsync();
        client.Dispose();
    }

    private async Task<IReadOnlyList<string>> Hello(string name)
    {
        var reply = await Ask($"EHLO {name}");
        Expect(reply, "EHLO");
        return [.. reply.Lines.Skip(1)];
    }

    private async Task SignIn(string user, IReadOnlyList<string> offers)
    {
        var ways = offers.Where(o => o.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase)).SelectMany(o => o[5..].ToUpperInvariant().Split(' ')).ToHashSet(StringComparer.Ordinal);
        if (ways.Contains("PLAIN"))
        {
            Expect(await Ask("AUTH PLAIN " + Base64($"\0{user}\0{server.Password}")), "signing in");
        }
        else if (ways.Contains("LOGIN"))
        {
            Expect(await Ask("AUTH LOGIN"), "signing in");
            Expect(await Ask(Base64(user)), "signing in");
            Expect(await Ask(Base64(server.Password)), "signing in");
        }
        else
        {
            throw new SmtpException("The mail server takes neither AUTH PLAIN nor AUTH LOGIN.");
        }
    }

    private async Task Encrypt()
    {
        var tls = new SslStream(lines.Stream, leaveInnerStreamOpen: false, IsTrusted);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = server.Host, CertificateChainPolicy = Policy() }, stop);
        lines = new SmtpLines(tls, stop);
        isEncrypted = true;
    }

    /// <summary>Without a password any encryption is better than none (RFC 7435); with one, the server must be who we mean.</summary>
    private bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None || (server.User is null && !server.TlsFromTheStart);

    private X509ChainPolicy? Policy()
    {
        if (trusted is null) return null;
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(trusted);
        return policy;
    }

    private async Task<SmtpReply> Ask(string line)
    {
        await lines.Say(line);
        return await lines.Hear();
    }

    private static void Expect(SmtpReply reply, string what)
    {
        if (!reply.IsGood) throw new SmtpException($"The mail server refused {what}: {reply}");
    }

    /// <summary>A 5xx on the address or the mail itself will not change; elsewhere it is a setting that somebody may mend.</summary>
    private static void ExpectForGood(SmtpReply reply, string what)
    {
        if (reply.Code >= 500) throw new NeverMindException($"The mail server refused {what} for good: {reply}");
        Expect(reply, what);
    }

    /// <summary>Every line ends in CRLF, a leading dot is doubled, a lone dot ends it (RFC 5321, 4.5.2).</summary>
    private static byte[] Stuffed(byte[] message)
    {
        var stuffed = new List<byte>(message.Length + 64);
        var atStart = true;
        for (var i = 0; i < message.Length; i++)
        {
            var b = message[i];
            if (b == '\r') continue;
            if (b == '\n')
            {
                stuffed.AddRange("\r\n"u8);
                atStart = true;
                continue;
            }
            if (atStart && b == '.') stuffed.Add((byte)'.');
            stuffed.Add(b);
            atStart = false;
        }
        if (!atStart) stuffed.AddRange("\r\n"u8);
        stuffed.AddRange(".\r\n"u8);
        return [.. stuffed];
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
