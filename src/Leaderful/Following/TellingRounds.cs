using Leaderful.Communities.Letters;
using Leaderful.Data;

namespace Leaderful.Following;

/// <summary>Every half minute, what was said since the last time is told to whoever wants to hear of it.</summary>
public sealed class TellingRounds(Writes writes, Letterheads letterheads, ILogger<TellingRounds> log)
    : Recurring(TimeSpan.FromSeconds(30), log)
{
    protected override string Trouble => "What was said could not be told by mail; we try again in half a minute.";

    protected override async Task Round(CancellationToken stop)
    {
        if (await letterheads.Known() is { } paper) await writes.Do(unit => unit.TellFollowers(paper, unit.Now - Telling.Late), stop);
    }
}
