namespace Leaderful.Tests;

/// <summary>A clock the test moves.</summary>
public sealed class TestTime : TimeProvider
{
    private DateTimeOffset now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
