using Leaderful.Accounts;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Data;

public class WritesTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task A_write_is_there_once_it_is_answered()
    {
        var person = await world.Writes.Do(unit => Task.FromResult(unit.Register("Dot Marsh", "dot@write.example")));
        Assert.Equal("Dot Marsh", await world.Read(db => db.The<Actor>().Where(a => a.Id == person.ActorId).Select(a => a.Name).SingleAsync()));
    }

    /// <summary>More than there are connections: as when a hall full of people answers in the same second.</summary>
    [Fact]
    public async Task Whoever_has_read_holds_nothing_that_others_need_to_write()
    {
        var scopes = Enumerable.Range(0, 30).Select(_ => world.Services.CreateAsyncScope()).ToList();
        foreach (var scope in scopes) Assert.Single(await scope.ServiceProvider.GetRequiredService<Db>().Ask($"SELECT COUNT(*) FROM people", row => row.Number(0)));
        var people = await Task.WhenAll(scopes.Select((_, n) => world.Writes.Do(unit => Task.FromResult(unit.Register($"Hall {n}", $"hall{n}@write.example")))));
        Assert.Equal(30, people.Length);
        foreach (var scope in scopes) await scope.DisposeAsync();
    }

    [Fact]
    public async Task A_write_that_fails_leaves_nothing_and_harms_no_other()
    {
        var writes = Enumerable.Range(0, 100).Select(n => world.Writes.Do(unit =>
        {
            unit.Register($"Many {n}", $"many{n}@write.example");
            return n % 3 == 0 ? throw new InvalidOperationException("no") : Task.FromResult(n);
        })).ToList();
        foreach (var write in writes) await Record.ExceptionAsync(() => write);
        Assert.Equal(66, writes.Count(w => w.IsCompletedSuccessfully));
        Assert.Equal(66, await world.Read(db => db.The<Person>().CountAsync(p => p.Email.StartsWith("many"))));
    }

    [Fact]
    public async Task What_fails_at_the_end_of_a_write_takes_back_that_write_alone()
    {
        var writes = Enumerable.Range(0, 60).Select(n => world.Writes.Do(unit =>
        {
            unit.Register($"Late {n}", $"late{n}@write.example");
            if (n % 10 == 0) unit.Last(_ => throw new InvalidOperationException("no"));
        })).ToList();
        foreach (var write in writes) await Record.ExceptionAsync(() => write);
        Assert.Equal(54, writes.Count(w => w.IsCompletedSuccessfully));
        Assert.Equal(54, await world.Read(db => db.The<Person>().CountAsync(p => p.Email.StartsWith("late"))));
    }

    [Fact]
    public async Task Two_of_the_same_are_refused_by_the_database()
    {
        await world.Writes.Do(unit => { unit.Register("One", "same@write.example"); });
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => world.Writes.Do(unit => { unit.Register("Two", "SAME@write.example "); }));
    }

    [Fact]
    public async Task What_changed_is_told_after_the_commit()
    {
        var told = new TaskCompletionSource<string>();
        var signals = (Signals)world.Services.GetService(typeof(Signals))!;
        using var listening = signals.Listen(stream => { if (stream == "test:told") told.TrySetResult(stream); });
        await world.Writes.Do(unit => unit.Tell("test:told"));
        Assert.Equal("test:told", await told.Task.WaitAsync(TimeSpan.FromSeconds(20)));
    }
}
