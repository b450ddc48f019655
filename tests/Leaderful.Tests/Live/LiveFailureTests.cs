using System.IO.Pipelines;
using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Live;
using Leaderful.Shared;
using Leaderful.Tests.Circles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Leaderful.Tests.Live;

/// <summary>What cannot be drawn is told once, without people's words, and those who watch stay.</summary>
public class LiveFailureTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task A_fault_is_told_once_and_the_stream_goes_on_when_it_is_over()
    {
        var (log, source) = (new Book(), new Faulty());
        var stream = new LiveStream("name", "id", source, world.Services.GetRequiredService<Languages>(), world.Services.GetRequiredService<IServiceScopeFactory>(), new LiveFailures(log));
        var pipe = new Pipe();
        await stream.Join(new LiveConnection(new Nobody { ActorId = Id<Actor>.New(), Name = "", Ended = default }, "", "en", pipe.Writer, new LiveSender()), 0);
        source.IsBroken = true;
        for (var n = 0; n < 3; n++) await stream.Render();
        var said = Assert.Single(log.Said);
        Assert.Contains("faulty", said, StringComparison.Ordinal);
        Assert.Contains(nameof(InvalidOperationException), said, StringComparison.Ordinal);
        Assert.DoesNotContain("Ruth's own words", said, StringComparison.Ordinal);
        (source.IsBroken, source.Now) = (false, 1);
        await stream.Render();
        var read = await pipe.Reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"version\":1", System.Text.Encoding.UTF8.GetString(read.Buffer.FirstSpan), StringComparison.Ordinal);
        Assert.Equal(1, stream.Watching);
    }

    private sealed class Nobody : Reader;

    private sealed class Faulty : ILiveSource
    {
        public bool IsBroken { get; set; }
        public long Now { get; set; }
        public string Kind => "faulty";
        public Task<bool> MayRead(Db db, Session session, string id) => Task.FromResult(true);
        public Task<long> Version(Db db, string id) => Task.FromResult(Now);
        public Task<LiveChange?> Since(Db db, string id, long version, Words words) =>
            IsBroken ? throw new InvalidOperationException("Ruth's own words") : Task.FromResult(Now > version ? new LiveChange(Now, "<p></p>") : null);
    }

    private sealed class Book : ILogger<LiveFailures>
    {
        public List<string> Said { get; } = [];
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Said.Add(formatter(state, exception) + exception);
    }
}
