namespace Leaderful.Rounds.Letters;

public static class RoundTimes
{
    /// <summary>So long a letter waits, and what was done can be taken back before anybody reads of it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Whoever says "not yet" is asked once more so much later.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromDays(7);

    /// <summary>Where the house itself was away for long, nobody is asked about what is long ago.</summary>
    public static readonly TimeSpan Stale = TimeSpan.FromDays(14);
}
