using System.Collections.Concurrent;

namespace Leaderful.Live;

/// <summary>
/// What went wrong while something live was drawn, once for each cause: a fault comes back with every change. Where it came from is
/// said and not what its message says, which may hold words of people.
/// </summary>
public sealed class LiveFailures(ILogger<LiveFailures> log)
{
    private readonly ConcurrentDictionary<string, byte> told = new(StringComparer.Ordinal);

    public void Tell(string kind, Exception failure)
    {
        var cause = failure.GetBaseException();
        var (type, place) = (cause.GetType().Name, cause.StackTrace ?? "");
        if (told.TryAdd($"{kind} {type} {place}", 0)) log.LogError("A stream of {Kind} could not be drawn: {Cause}\n{Place}", kind, type, place);
    }
}
