namespace Leaderful.Following;

public static class FollowingServices
{
    public static void AddFollowing(this IServiceCollection services) => services.AddHostedService<TellingRounds>();
}
