using Leaderful.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Leaderful.Tests.Demo;

/// <summary>An instance that starts empty, with the demo's setting.</summary>
public sealed class DemoWorld : IAsyncLifetime
{
    private readonly TestDatabase database = new();
    private WebApplicationFactory<Program> app = null!;

    public TestTime Time { get; } = new();

    public Visitor Anyone() => new(app.CreateClient(Visitor.At(app.ClientOptions.BaseAddress)), null);

    /// <summary>Somebody made up, come in by the door of the demo.</summary>
    public async Task<Visitor> As(string who)
    {
        var visitor = Anyone();
        await visitor.Post("/demo/arrivals", ("who", who));
        return visitor;
    }

    public async Task<T> Read<T>(Func<Db, Task<T>> read)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<Db>());
    }

    public async ValueTask InitializeAsync()
    {
        await database.Create();
        await Start();
    }

    /// <summary>As after a restart of the machine.</summary>
    public async Task Restart()
    {
        await app.DisposeAsync();
        await Start();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task Start()
    {
        app = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("Leaderful:DataFolder", database.Folder)
            .UseSetting("Leaderful:Postgres", database.Postgres)
            .UseSetting("Leaderful:Demo", "true")
            .UseSetting("Leaderful:Unlimited", "true")
            .ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time))));
        await Anyone().Get("/sign-in");
    }
}
