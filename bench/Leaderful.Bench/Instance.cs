using Leaderful.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Leaderful.Bench;

/// <summary>The program's data in a folder, or on PostgreSQL where the environment says so, without the program.</summary>
internal static class Instance
{
    public static Settings In(string folder) => new() { DataFolder = folder, Postgres = Environment.GetEnvironmentVariable("Leaderful__Postgres") ?? "" };

    /// <summary>With its tables.</summary>
    public static async Task<ServiceProvider> Begin(string folder)
    {
        Directory.CreateDirectory(folder);
        var built = Open(In(folder));
        await built.MigrateData();
        return built;
    }

    public static ServiceProvider Open(Settings settings)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
        services.AddData(settings);
        return services.BuildServiceProvider();
    }
}
