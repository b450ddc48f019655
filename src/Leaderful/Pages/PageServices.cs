using Leaderful.Data;
using Leaderful.Live;
using Leaderful.Pages.Beside;
using Leaderful.Pages.Mentions;
using Leaderful.Pages.Together;

namespace Leaderful.Pages;

public static class PageServices
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddSingleton<PageHub>();
        services.AddSingleton<PageKeeper>();
        services.AddSingleton<PageLog>();
        services.AddSingleton<PresenceElsewhere>();
        services.AddSingleton<PageFollowing>();
        services.AddSingleton<IOutboxHandler, PagePurging>();
        services.AddSingleton<ILiveSource, BesideLive>();
        services.AddSingleton<IOutboxHandler, TellingNamed>();
        services.AddHostedService(s => s.GetRequiredService<PageKeeper>());
        services.AddHostedService(s => s.GetRequiredService<PageLog>());
        services.AddHostedService(s => s.GetRequiredService<PresenceElsewhere>());
    }
}
