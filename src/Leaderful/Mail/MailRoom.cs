namespace Leaderful.Mail;

/// <summary>What becomes of mail on this instance.</summary>
public sealed class MailRoom(Settings settings, IHostEnvironment host)
{
    /// <summary>Sent mails stay readable, for trying things out.</summary>
    public bool KeepsText => host.IsDevelopment() || settings.ShowMail;

    /// <summary>While no mail leaves this machine, the console is the only place to find a link.</summary>
    public bool ShowsLinks => host.IsDevelopment() || settings.Smtp.Length == 0;

    public bool IsOpenToAnyone => host.IsDevelopment();
}
