using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Leaderful.Tests.Mail;

/// <summary>A mail server on a port of this machine, as good or as bad as a test needs it.</summary>
public sealed class SmtpPeer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public SmtpPeer()
    {
        listener.Start();
        serving = Task.Run(Serve);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;
    public IReadOnlyList<string> Offers { get; init; } = ["SIZE 1000000"];
    public X509Certificate2? Certificate { get; init; }
    public bool TlsFromTheStart { get; init; }

    /// <summary>What to answer to a line beginning so, instead of what is usual; "drop" hangs up.</summary>
    public Dictionary<string, string> Instead { get; } = new(StringComparer.Ordinal);
    public List<string> Heard { get; } = [];
    public List<string> Mails { get; } = [];

    public static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(80));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                try
                {
                    await Talk(client.GetStream());
                }
                catch (Exception failure) when (failure is IOException or System.Security.Authentication.AuthenticationException) { }
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or InvalidOperationException) { }
    }

    private async Task Talk(Stream stream)
    {
        if (TlsFromTheStart) stream = await Secure(stream);
        await Say(stream, Instead.GetValueOrDefault("", "220 peer.example ESMTP"));
        while (await Line(stream) is { } line)
        {
            Heard.Add(line);
            var reply = Instead.FirstOrDefault(i => i.Key.Length > 0 && line.StartsWith(i.Key, StringComparison.Ordinal)).Value ?? Usual(line);
            if (reply == "drop") return;
            await Say(stream, reply);
            if (line == "STARTTLS" && reply[0] == '2') stream = await Secure(stream);
            if (line == "DATA" && reply[0] == '3') await Take(stream);
            if (line == "QUIT") return;
        }
    }

    private string Usual(string line) => line.Split(' ')[0] switch
    {
        "EHLO" => string.Join("\r\n", Offers.Prepend("peer.example").Select((o, n) => n == Offers.Count ? $"250 {o}" : $"250-{o}")),
        "STARTTLS" => "220 go on",
        "AUTH" => line == "AUTH LOGIN" ? "334 VXNlcm5hbWU6" : "235 welcome",
        "DATA" => "354 end with a dot",
        "MAIL" or "RCPT" or "QUIT" => "250 fine",
        _ => Heard.Contains("AUTH LOGIN") ? Heard[^2] == "AUTH LOGIN" ? "334 UGFzc3dvcmQ6" : "235 welcome" : "500 what?",
    };

    private async Task Take(Stream stream)
    {
        var mail = new StringBuilder();
        while (await Line(stream) is { } line && line != ".") mail.Append(line.StartsWith('.') ? line[1..] : line).Append('\n');
        if (Instead.GetValueOrDefault("the mail") is { } instead)
        {
            if (instead == "drop") throw new IOException("dropped");
            await Say(stream, instead);
            return;
        }
        Mails.Add(mail.ToString());
        await Say(stream, "250 taken");
    }

    private async Task<Stream> Secure(Stream stream)
    {
        var tls = new SslStream(stream);
        await tls.AuthenticateAsServerAsync(Certificate!);
        return tls;
    }

    private static async Task Say(Stream stream, string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));

    private static async Task<string?> Line(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1)
        {
            if (one[0] == '\n') return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }
        return null;
    }
}
