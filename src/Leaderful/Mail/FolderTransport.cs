using System.Globalization;

namespace Leaderful.Mail;

/// <summary>Puts each mail into the data folder as an .eml file, which any mail program opens.</summary>
public sealed class FolderTransport(Settings settings, MessageWriter writer) : IMailTransport
{
    public async Task Deliver(QueuedMail mail, CancellationToken stop)
    {
        Directory.CreateDirectory(settings.MailFolder);
        var name = $"{mail.CreatedAt.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{mail.Id}.eml";
        var file = Path.Combine(settings.MailFolder, name);
        await File.WriteAllBytesAsync(file + ".part", writer.Write(mail), stop);
        File.Move(file + ".part", file, overwrite: true);
    }
}
