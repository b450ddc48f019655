using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Mail;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Leaderful.Tests;

/// <summary>
/// The cast: the whole program on a database of its own. Millbrook has Ines (its steward) and Ruth; Harbour, another
/// community, has Hanna (its steward) and Tove; Samir has an account and belongs nowhere.
/// </summary>
public class World : IAsyncLifetime
{
    private readonly TestDatabase database = new();
    private WebApplicationFactory<Program> app = null!;
    private int port;
    private WebApplicationFactory<Program>? second;

    public TestTime Time { get; } = new();

    /// <summary>The clock the program goes by.</summary>
    protected virtual TimeProvider Clock => Time;

    public Community Millbrook { get; private set; } = null!;
    public Community Harbour { get; private set; } = null!;
    public Visitor Ines { get; private set; } = null!;
    public Visitor Ruth { get; private set; } = null!;
    public Visitor Hanna { get; private set; } = null!;
    public Visitor Tove { get; private set; } = null!;
    public Visitor Samir { get; private set; } = null!;

    public IServiceProvider Services => app.Services;
    public Writes Writes => Services.GetRequiredService<Writes>();
    public string Folder => database.Folder;

    /// <summary>How its PostgreSQL database is reached; empty on SQLite.</summary>
    public string Postgres => database.Postgres;

    /// <summary>Whether the program listens on a port of this machine, for browsers.</summary>
    protected virtual bool OnNetwork => false;

    public Uri Address => app.ClientOptions.BaseAddress;

    /// <summary>For whoever speaks over a socket.</summary>
    public WebSocketClient Sockets() => app.Server.CreateWebSocketClient();

    /// <summary>The same at a second node on the same database, which begins when somebody first asks for it.</summary>
    public WebSocketClient SocketsElsewhere() => (second ??= Begin()).Server.CreateWebSocketClient();

    /// <summary>Work of the outbox, as though its time had come.</summary>
    public Task Work(string kind, Guid subject) => Services.GetServices<IOutboxHandler>().Single(h => h.Kind == kind)
        .Handle(new OutboxRow { Id = Id<OutboxRow>.New(), Kind = kind, Subject = subject, DueAt = Time.GetUtcNow().UtcDateTime }, TestContext.Current.CancellationToken);

    /// <summary>Somebody who is not signed in.</summary>
    public Visitor Anyone() => new(app.CreateClient(Visitor.At(Address)), null);

    /// <summary>Somebody on a browser of which the cookie is known.</summary>
    public Visitor With(Person person, string token) => new(app.CreateClient(Visitor.At(Address)), person, token);

    public virtual async ValueTask InitializeAsync()
    {
        QueryCount.Listen();
        await database.Create();
        Start();
        await Settle();
    }

    /// <summary>The program ends, and begins again on the same database; browsers come back by <see cref="Again"/>.</summary>
    public async Task Restart()
    {
        await app.DisposeAsync();
        Start();
    }

    /// <summary>Somebody after a restart, on the browser they had.</summary>
    public Visitor Again(Visitor visitor) => With(visitor.Person, visitor.Token!);

    private void Start()
    {
        app = Begin();
        if (!OnNetwork) return;
        app.UseKestrel();
        app.StartServer();
        // After a restart it is where it was before, so that browsers come back to it.
        port = Address.Port;
    }

    private WebApplicationFactory<Program> Begin() =>
        new WebApplicationFactory<Program>().WithWebHostBuilder(host => Configure(host
            .UseSetting("Leaderful:DataFolder", database.Folder)
            .UseSetting("Leaderful:Postgres", database.Postgres)
            .UseSetting("Leaderful:Unlimited", "true")
            .UseSetting("urls", $"http://127.0.0.1:{port}")
            .UseSetting("Logging:LogLevel:Default", "Error")
            .UseSetting("Logging:LogLevel:Microsoft", "Error")
            .UseSetting("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Critical")
            .UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Error")
            .ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton(Clock)))));

    /// <summary>Settings of a world that is not as the others.</summary>
    protected virtual void Configure(IWebHostBuilder host) { }

    protected virtual async Task Settle()
    {
        Ines = await Register("Ines Okoro", "ines@millbrook.example");
        Ruth = await Register("Ruth Abara", "ruth@millbrook.example");
        Hanna = await Register("Hanna Vogt", "hanna@harbour.example");
        Tove = await Register("Tove Lund", "tove@harbour.example");
        Samir = await Register("Samir Haddad", "samir@elsewhere.example");
        Millbrook = await Found(Ines, "Millbrook Care Network", "millbrook");
        Harbour = await Found(Hanna, "Harbour Schools Together", "harbour");
        await Join(Ruth, Millbrook);
        await Join(Tove, Harbour);
    }

    public async Task<Visitor> Register(string name, string email)
    {
        var (person, token) = await Writes.Do(unit =>
        {
            var registered = unit.Register(name, email);
            return Task.FromResult((registered, unit.SignIn(registered, "Test browser")));
        });
        return new Visitor(app.CreateClient(Visitor.At(Address)), person, token);
    }

    public Task<Community> Found(Visitor founder, string name, string slug) =>
        Writes.Do(unit => Task.FromResult(unit.Found(founder.Person, name, slug)));

    public Task Join(Visitor visitor, Community community) =>
        Writes.Do(unit => unit.Join(community.Id, visitor.Person));

    /// <summary>What the newest mail to an address says.</summary>
    public Task<string> MailTo(string email) => Read(db =>
        db.The<QueuedMail>().Where(m => m.To == email).OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Select(m => m.Text).FirstAsync());

    /// <summary>The address in it.</summary>
    public async Task<string> LinkTo(string email) => new Uri((await MailTo(email)).Split('\n').Single(l => l.StartsWith("http", StringComparison.Ordinal))).PathAndQuery;

    /// <summary>Reads the database as it is, past every door.</summary>
    public async Task<T> Read<T>(Func<Db, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<Db>());
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (second is not null) await second.DisposeAsync();
        await app.DisposeAsync();
        await database.DisposeAsync();
    }
}
