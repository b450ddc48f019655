using System.Collections.Concurrent;
using Leaderful.Accounts;
using Leaderful.Accounts.Guests;
using Leaderful.Shared.Web;

namespace Leaderful.Live;

/// <summary>
/// How many event streams one reader has open: a browser needs one for each name it reads under, so this many are a row of devices.
/// Guests are whoever says so, and are counted by their network, too: a hall full of them fits.
/// </summary>
public sealed class LiveSeats(Settings settings)
{
    public const int MostEach = 20;
    public const int MostGuestsOfNetwork = 5_000;

    private readonly ConcurrentDictionary<string, int> taken = new(StringComparer.Ordinal);

    public int Taken => taken.Values.Sum();

    /// <summary>To give back when the stream ends; null where all are taken, and the browser asks again later.</summary>
    public IDisposable? Take(Reader reader, HttpContext context)
    {
        if (reader is not RoomGuest guest) return Take(reader.ActorId.ToString(), MostEach);
        if (Take($"guest {guest.PassId}", MostEach) is not { } own) return null;
        if (Take($"guests {RateLimits.Network(context.Connection.RemoteIpAddress)}", MostGuestsOfNetwork) is { } shared) return new Seat(() => { own.Dispose(); shared.Dispose(); });
        own.Dispose();
        return null;
    }

    private Seat? Take(string whose, int most)
    {
        if (taken.AddOrUpdate(whose, 1, static (_, n) => n + 1) <= most || settings.Unlimited) return new Seat(() => Leave(whose));
        Leave(whose);
        return null;
    }

    private void Leave(string whose)
    {
        taken.AddOrUpdate(whose, 0, static (_, n) => n - 1);
        taken.TryRemove(new KeyValuePair<string, int>(whose, 0));
    }

    private sealed class Seat(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
