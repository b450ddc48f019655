using Leaderful.Accounts.Guests;
using Leaderful.Shared.Web;

namespace Leaderful.Accounts;

public static class AccountServices
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<Sessions>();
        services.AddSingleton<GuestPasses>();
        services.AddSingleton<ReaderTokens>();
        services.AddSingleton<SetUpState>();
        services.AddSingleton<SetUpCode>();
        services.AddHostedService<SetUpAnnouncement>();
        services.AddSingleton<InstanceAddress>();
        services.AddSingleton<SealedCookies>();
        services.AddSingleton<LinkMailer>();
        services.AddSingleton<AddressHasher>();
        services.AddSingleton<AboutMe>();
        services.AddPasskeys();
    }

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapSetUp();
        routes.MapSignIn();
        routes.MapPasskeys();
        routes.MapProof();
        routes.MapMe();
        routes.MapEmail();
        routes.MapDeparture();
    }
}
