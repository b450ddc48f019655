namespace Leaderful.Mail;

/// <summary>Hands each mail to an SMTP server over a connection of its own: this house sends few, and a dropped one harms no other.</summary>
public sealed class SmtpTransport(Settings settings, MessageWriter writer) : IMailTransport
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    private readonly SmtpServer server = SmtpServer.Parse(settings.Smtp);

    public async Task Deliver(QueuedMail mail, CancellationToken stop)
    {
        var message = writer.Write(mail);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Longest);
        try
        {
            await using var connection = await SmtpConnection.Open(server, limit.Token);
            await connection.Greet(writer.Domain);
            await connection.Deliver(settings.MailFrom, mail.To, message);
        }
        catch (OperationCanceledException late) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server {server.Host} took longer than {Longest.TotalSeconds:0} seconds.", late);
        }
    }
}
