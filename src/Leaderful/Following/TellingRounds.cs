using Leaderful.Accounts;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Shared;

namespace Leaderful.Following;

/// <summary>Every half minute, what was said since the last time is told to whoever wants to hear of it.</summary>
public sealed class TellingRounds(Writes writes, InstanceAddress address, Languages languages, ILogger<TellingRounds> log)
    : Rounds(TimeSpan.FromSeconds(30), log)
{
    protected override string Trouble => "What was said could not be told by mail; we try again in half a minute.";

    protected override async Task Round(CancellationToken stop)
    {
        if (await address.Known() is { } origin) await writes.Do(unit => unit.TellFollowers(new Letterhead(languages, origin), unit.Now - Telling.Late), stop);
    }
}
