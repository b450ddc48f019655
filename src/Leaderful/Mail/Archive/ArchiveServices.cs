using Leaderful.Accounts;
using Leaderful.Data;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Leaderful.Mail.Archive;

public static class ArchiveServices
{
    public static void AddArchive(this IServiceCollection services)
    {
        services.TryAddSingleton<AddressHasher>();
        services.AddSingleton<MailAuthors>();
        services.AddSingleton<MailMaker>();
        services.AddSingleton<BatchPlacing>();
        services.AddSingleton<ArchiveImports>();
        services.AddSingleton<UploadedArchives>();
        services.AddSingleton<IOutboxHandler, BringingArchives>();
    }
}
