using Xunit;

namespace Leaderful.Yjs.Tests;

public class AwarenessTests(NodePeer yjs) : IClassFixture<NodePeer>
{
    sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    readonly Clock clock = new();

    static byte[] Tell(long client, long clock, string? json) => AwarenessUpdate.Encode([new(client, clock, json)]);

    [Fact]
    public void Yjs_tells_and_is_told()
    {
        var here = new Awareness(clock);
        var there = yjs.Ask(new { ask = "awareness", client = 5, updates = Array.Empty<string>(), state = new { name = "Ada", cursor = new { anchor = 1 } } });
        var change = here.Apply(Convert.FromBase64String(there["update"]!.GetValue<string>()));
        Assert.Equal([5L], change.Added);
        Assert.Equal("""{"name":"Ada","cursor":{"anchor":1}}""", here.States.Single().Json);
        here.Set(6, """{"name":"Bo"}""");
        var answer = yjs.Ask(new { ask = "awareness", client = 9, updates = new[] { Convert.ToBase64String(here.Encode()) } });
        Assert.Equal("Bo", answer["states"]!["6"]!["name"]!.GetValue<string>());
        Assert.Equal("Ada", answer["states"]!["5"]!["name"]!.GetValue<string>());
    }

    [Fact]
    public void The_newer_wins_whatever_the_order()
    {
        var here = new Awareness(clock);
        Assert.Equal([1L], here.Apply(Tell(1, 2, "{\"a\":2}")).Added);
        Assert.True(here.Apply(Tell(1, 1, "{\"a\":1}")).IsEmpty);
        Assert.True(here.Apply(Tell(1, 2, "{\"a\":3}")).IsEmpty);
        Assert.Equal("{\"a\":2}", here.States.Single().Json);
        Assert.Equal([1L], here.Apply(Tell(1, 3, "{\"a\":3}")).Updated);
    }

    [Fact]
    public void Somebody_who_leaves_is_gone_for_those_who_hear_of_it()
    {
        var (here, other) = (new Awareness(clock), new Awareness(clock));
        here.Apply(Tell(1, 4, "{}"));
        other.Apply(here.Encode());
        Assert.Equal([1L], here.Remove([1, 2]).Removed);
        Assert.Empty(here.States);
        Assert.Equal([1L], other.Apply(here.Encode([1])).Removed);
        Assert.True(other.Apply(Tell(1, 4, "{}")).IsEmpty);
        Assert.Equal([1L], other.Apply(Tell(1, 6, "{}")).Added);
    }

    [Fact]
    public void Whoever_tells_that_they_leave_may_do_so_with_the_clock_they_had()
    {
        var here = new Awareness(clock);
        here.Apply(Tell(1, 4, "{}"));
        Assert.Equal([1L], here.Apply(Tell(1, 4, null)).Removed);
        Assert.True(here.Apply(Tell(1, 4, null)).IsEmpty);
    }

    [Fact]
    public void Whoever_tells_nothing_for_half_a_minute_is_gone()
    {
        var here = new Awareness(clock);
        here.Apply(Tell(1, 0, "{}"));
        clock.Now += TimeSpan.FromSeconds(20);
        here.Apply(Tell(2, 0, "{}"));
        Assert.True(here.RemoveOutdated().IsEmpty);
        clock.Now += TimeSpan.FromSeconds(10);
        Assert.Equal([1L], here.RemoveOutdated().Removed);
        Assert.Equal([2L], here.States.Select(s => s.Client));
    }

    [Fact]
    public void Limits_are_kept_and_nothing_is_taken_then()
    {
        var here = new Awareness(clock, mostClients: 2, longestState: 10);
        Assert.Throws<YjsFormatException>(() => here.Apply(Tell(1, 0, "{\"a\":\"long\"}")));
        Assert.Throws<YjsFormatException>(() => here.Apply(AwarenessUpdate.Encode([new(1, 0, "{}"), new(2, 0, "{}"), new(3, 0, "{}")])));
        Assert.Empty(here.States);
    }

    [Theory]
    [InlineData("")]
    [InlineData("FF")]
    [InlineData("010100017B")]
    [InlineData("010100020000")]
    public void What_is_no_update_is_refused(string hex) => Assert.Throws<YjsFormatException>(() => new Awareness(clock).Apply(Convert.FromHexString(hex)));
}
