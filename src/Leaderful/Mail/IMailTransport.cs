namespace Leaderful.Mail;

/// <summary>Where mail goes: to an SMTP server, or into a folder.</summary>
public interface IMailTransport
{
    /// <summary>Returns when the mail is in other hands; throws <see cref="Data.NeverMindException"/> where it will never be.</summary>
    Task Deliver(QueuedMail mail, CancellationToken stop);
}
