using Leaderful.Data;
using Leaderful.Mail.Receiving;

namespace Leaderful.Mail;

public static class MailServices
{
    public static void AddMail(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<MailRoom>();
        services.AddSingleton<MessageWriter>();
        if (settings.Smtp.Length > 0) services.AddSingleton<IMailTransport, SmtpTransport>();
        else services.AddSingleton<IMailTransport, FolderTransport>();
        services.AddSingleton<IOutboxHandler, MailHandler>();
        services.AddSingleton(new Inbound(settings));
        services.AddSingleton<Receiver>();
        services.AddSingleton<IOutboxHandler, ReceivedMailHandler>();
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<MailTidying>();
    }
}
