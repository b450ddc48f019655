using Leaderful.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Leaderful.Tests.Accounts;

/// <summary>An instance on which nobody is yet.</summary>
public class EmptyWorld : World
{
    protected override Task Settle() => Task.CompletedTask;
}

/// <summary>As it runs in production: limits on, no mail kept.</summary>
public class StrictWorld : World
{
    protected override void Configure(IWebHostBuilder host) =>
        host.UseEnvironment("Production").UseSetting("Leaderful:Unlimited", "false");
}

/// <summary>Nothing leaves the outbox, so that what is in it can be counted.</summary>
public class StillWorld : World
{
    protected override void Configure(IWebHostBuilder host) => host.ConfigureServices(services =>
        services.Remove(services.Single(s => s.ImplementationType == typeof(OutboxWorker))));
}
