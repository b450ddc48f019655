using System.Security.Cryptography.X509Certificates;

namespace Leaderful.Mail;

/// <summary>Hands each mail to an SMTP server over a connection of its own: this house sends few, and a dropped one harms no other.</summary>
public sealed class SmtpTransport(Settings settings, MessageWriter writer) : IMailTransport
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    private readonly SmtpServer server = SmtpServer.Parse(settings.Smtp);
    private readonly X509Certificate2Collection? trusted = settings.SmtpCertificate.Length > 0 ? Read(settings.SmtpCertificate) : null;

    public async Task Deliver(QueuedMail mail, CancellationToken stop)
    {
        var message = writer.Write(mail);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Longest);
        try
        {
            await using var connection = await SmtpConnection.Open(server, trusted, limit.Token);
            await connection.Greet(writer.Domain);
            await connection.Deliver(settings.MailFrom, mail.To, message);
        }
        catch (OperationCanceledException late) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server {server.Host} took longer than {Longest.TotalSeconds:0} seconds.", late);
        }
    }

    private static X509Certificate2Collection Read(string file)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPemFile(file);
        return certificates;
    }
}
