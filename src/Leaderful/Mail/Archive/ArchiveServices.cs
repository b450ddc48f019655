using Leaderful.Accounts;
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
    }
}
