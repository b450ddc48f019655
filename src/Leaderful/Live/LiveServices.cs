namespace Leaderful.Live;

public static class LiveServices
{
    public static void AddLive(this IServiceCollection services)
    {
        services.AddSingleton<LiveNames>();
        services.AddSingleton<LiveSender>();
        services.AddSingleton<LiveSeats>();
        services.AddSingleton<LiveFailures>();
        services.AddSingleton<LiveHub>();
        services.AddSingleton<LiveWatch>();
        services.AddSingleton<Fragments>();
        services.AddHostedService<LiveBeat>();
    }
}
