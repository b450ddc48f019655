namespace Leaderful.Care;

public static class CareServices
{
    public static void AddCare(this IServiceCollection services) => services.AddSingleton<Newcomers>();
}
