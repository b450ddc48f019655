using Leaderful.Data;
using Leaderful.Mail;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Mail;

public class OutboxTests
{
    [Fact]
    public async Task A_mail_leaves_after_the_commit_and_what_it_said_is_forgotten()
    {
        await using var world = new Posting("Production");
        await world.InitializeAsync();
        var mail = await Send(world, "ruth@millbrook.example");
        await world.Until(db => db.The<QueuedMail>().AnyAsync(m => m.Id == mail && m.SentAt != null));
        await world.Until(db => db.The<OutboxRow>().AllAsync(o => o.Subject != mail.Value));
        var kept = await world.Read(db => db.The<QueuedMail>().SingleAsync(m => m.Id == mail));
        Assert.Equal(("", null), (kept.Text, kept.Html));
        var file = Assert.Single(Directory.GetFiles(Path.Combine(world.Folder, "mail"), "*.eml"));
        Assert.Contains($"Message-ID: <{mail}@localhost>", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_that_fails_sends_nothing()
    {
        await using var world = new Posting("Development");
        await world.InitializeAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.Writes.Do(unit =>
        {
            unit.Send(Letter("ghost@millbrook.example"));
            throw new InvalidOperationException("no");
        }));
        Assert.False(await world.Read(db => db.The<OutboxRow>().AnyAsync()));
        Assert.False(await world.Read(db => db.The<QueuedMail>().AnyAsync()));
    }

    [Fact]
    public async Task What_fails_is_tried_again_later_and_later_and_kept_when_two_days_are_over()
    {
        var stubborn = new Stubborn();
        await using var world = new Posting("Development", stubborn);
        await world.InitializeAsync();
        await world.Writes.Do(unit => unit.Enqueue("stubborn"));
        var start = world.Time.GetUtcNow();
        DateTime? last = null;
        for (var attempt = 1; attempt <= 11; attempt++)
        {
            await world.Until(db => db.The<OutboxRow>().AnyAsync(o => o.Attempts == attempt && o.LastError == $"not yet {attempt}"));
            var row = await world.Read(db => db.The<OutboxRow>().SingleAsync());
            if (attempt == 11)
            {
                Assert.NotNull(row.GivenUpAt);
                break;
            }
            Assert.Null(row.GivenUpAt);
            Assert.True(last is null || row.DueAt > last);
            last = row.DueAt;
            world.Time.Advance(row.DueAt - world.Time.Utc());
            await world.Writes.Do(unit => unit.Tell(Streams.Outbox));
        }
        Assert.InRange(world.Time.GetUtcNow() - start, TimeSpan.FromHours(40), TimeSpan.FromHours(48));
        await world.Writes.Do(unit => unit.Tell(Streams.Outbox));
        Assert.Equal(11, stubborn.Tries);
    }

    [Fact]
    public async Task What_no_try_can_mend_is_given_up_at_once()
    {
        await using var world = new Posting("Development", new Stubborn { ForGood = true });
        await world.InitializeAsync();
        await world.Writes.Do(unit => unit.Enqueue("stubborn"));
        await world.Until(db => db.The<OutboxRow>().AnyAsync(o => o.GivenUpAt != null));
    }

    [Fact]
    public async Task Of_many_nodes_that_reach_for_a_row_one_gets_it()
    {
        await using var world = new Accounts.StillWorld();
        await world.InitializeAsync();
        await world.Writes.Do(unit => { for (var n = 0; n < 5; n++) unit.Enqueue("shared"); });
        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => world.Writes.Do(unit => unit.Lend(["shared"]))));
        Assert.Equal(5, taken.OfType<OutboxRow>().Select(r => r.Id).Distinct().Count());
        Assert.Equal(5, taken.OfType<OutboxRow>().Count());
    }

    [Fact]
    public async Task A_row_whose_node_died_comes_due_again_and_the_dead_nodes_word_counts_no_more()
    {
        await using var world = new Accounts.StillWorld();
        await world.InitializeAsync();
        await world.Writes.Do(unit => unit.Enqueue("shared"));
        var first = await world.Writes.Do(unit => unit.Lend(["shared"]));
        Assert.Null(await world.Writes.Do(unit => unit.Lend(["shared"])));
        world.Time.Advance(Leasing.Lease);
        var second = await world.Writes.Do(unit => unit.Lend(["shared"]));
        Assert.Equal((first!.Id, 2), (second!.Id, second.Attempts));
        await world.Writes.Do(unit => unit.Finish(first));
        Assert.True(await world.Read(db => db.The<OutboxRow>().AnyAsync()));
        await world.Writes.Do(unit => unit.Finish(second));
        Assert.False(await world.Read(db => db.The<OutboxRow>().AnyAsync()));
    }

    [Fact]
    public async Task A_job_for_later_waits_and_one_nobody_here_knows_is_left_to_others()
    {
        await using var world = new Accounts.StillWorld();
        await world.InitializeAsync();
        await world.Writes.Do(unit => unit.Enqueue("shared", dueAt: unit.Now.AddDays(1)));
        await world.Writes.Do(unit => unit.Enqueue("unknown"));
        Assert.Null(await world.Writes.Do(unit => unit.Lend(["shared"])));
        world.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal("shared", (await world.Writes.Do(unit => unit.Lend(["shared"])))!.Kind);
    }

    [Fact]
    public async Task To_whom_mail_went_is_forgotten_after_a_month()
    {
        await using var world = new Accounts.StillWorld();
        await world.InitializeAsync();
        await Send(world, "old@millbrook.example");
        world.Time.Advance(TimeSpan.FromDays(31));
        await Send(world, "new@millbrook.example");
        await world.Writes.Do(MailTidying.Tidy);
        Assert.Equal(["new@millbrook.example"], await world.Read(db => db.The<QueuedMail>().Select(m => m.To).ToListAsync()));
    }

    private static async Task<Id<QueuedMail>> Send(World world, string to) => (await world.Writes.Do(unit => Task.FromResult(unit.Send(Letter(to))))).Id;

    private static Letter Letter(string to) => new(new Leaderful.Shared.Languages().English, to, "A letter") { Body = ["Something <b>said</b>."], Link = new LetterLink("Look", "http://localhost/x") };

    private sealed class Stubborn : IOutboxHandler
    {
        public string Kind => "stubborn";
        public bool ForGood { get; init; }
        public int Tries { get; private set; }

        public Task Handle(OutboxRow row, CancellationToken stop)
        {
            Tries++;
            throw ForGood ? new NeverMindException("never") : new InvalidOperationException($"not yet {row.Attempts}");
        }
    }

    private sealed class Posting(string environment, IOutboxHandler? handler = null) : World
    {
        protected override void Configure(IWebHostBuilder host)
        {
            host.UseEnvironment(environment).UseSetting("Logging:LogLevel:Leaderful", "None");
            if (handler is not null) host.ConfigureServices(services => services.AddSingleton(handler));
        }

        /// <summary>Waits for what the worker does by itself; a test that waits in vain fails by its own time limit.</summary>
        public async Task Until(Func<Db, Task<bool>> so)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (!await Read(so)) await Task.Delay(10, limit.Token);
        }
    }
}
