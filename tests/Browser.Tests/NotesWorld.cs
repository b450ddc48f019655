using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Leaderful.Browser.Tests;

/// <summary>The same cast, with everything the program could ever log written down in its data folder.</summary>
public sealed class NotesWorld : LiveWorld
{
    public string Logged => Path.Combine(Folder, "everything.log");

    protected override void Configure(IWebHostBuilder host) => host
        .UseSetting("Logging:LogLevel:Default", "Trace").UseSetting("Logging:LogLevel:Microsoft", "Trace")
        .UseSetting("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Trace").UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Trace")
        .UseSetting("Logging:Console:LogLevel:Default", "None").UseSetting("Logging:Console:LogLevel:Microsoft", "None")
        .UseSetting("Logging:Console:LogLevel:Microsoft.EntityFrameworkCore", "None").UseSetting("Logging:Console:LogLevel:Microsoft.Hosting.Lifetime", "None")
        .ConfigureServices(services => services.AddSingleton<ILoggerProvider>(_ => new LogFile(Logged)));

    public async Task<string> Gathering(string title)
    {
        var id = await Writes.Do(unit => unit.CallGathering(Ines.Person.ActorId, Millbrook.Id, new GatheringHost(Millbrook.ScopeId), new GatheringWish(GatheringKind.Cafe, title, null)));
        return $"/c/millbrook/gatherings/{id}";
    }

    /// <summary>One more member, whose notes are nobody else's test.</summary>
    public async Task<Visitor> Writer(string name = "Nell Ashby")
    {
        var writer = await Register(name, $"{Guid.NewGuid():N}@new.example");
        await Join(writer, Millbrook);
        return writer;
    }

    private sealed class LogFile(string path) : ILoggerProvider, ILogger
    {
        private readonly StreamWriter lines = new(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
        private bool isClosed;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        /// <summary>A host that ends still speaks when its services are gone.</summary>
        public bool IsEnabled(LogLevel logLevel) => !isClosed;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
            {
                if (!isClosed) lines.WriteLine($"{formatter(state, exception)} {exception}");
            }
        }

        public void Dispose()
        {
            lock (lines)
            {
                isClosed = true;
                lines.Dispose();
            }
        }
    }
}
