using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Leaderful.Accounts;
using Microsoft.AspNetCore.RateLimiting;

namespace Leaderful.Shared.Web;

/// <summary>How fast one person, or one address where nobody is signed in, may go.</summary>
public static class RateLimits
{
    /// <summary>Asking for links, trying codes and tokens.</summary>
    public const string Knocking = "knocking";

    /// <summary>Writing posts, answering, changing things.</summary>
    public const string Writing = "writing";

    /// <summary>Coming in by the code in the room: a whole hall does so at once, from one address.</summary>
    public const string Entering = "entering";

    /// <summary>What is done in a room, where many guests share one address: each by their own pass.</summary>
    public const string InRoom = "in-room";

    /// <summary>Calendars elsewhere, each by its own address; many of a hall ask from one network.</summary>
    public const string Feeding = "feeding";

    /// <summary>Keeping what is being typed; apart, so that nobody who types much is kept from sending it.</summary>
    public const string Keeping = "keeping";

    /// <summary>Taking along what is put together for whoever asks; a hall asks from one address.</summary>
    public const string Taking = "taking";

    public static void Set(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Knocking, context => PerMinute(context, 30));
        options.AddPolicy(Writing, context => PerMinute(context, 120));
        options.AddPolicy(Keeping, context => PerMinute(context, 60));
        options.AddPolicy(Entering, context => PerMinute(context, 600));
        options.AddPolicy(InRoom, context => PerMinute(context, 120));
        options.AddPolicy(Feeding, context => PerMinute(context, 60));
        options.AddPolicy(Taking, context => PerMinute(context, 30));
    }

    private static RateLimitPartition<string> PerMinute(HttpContext context, int most)
    {
        var permits = context.RequestServices.GetRequiredService<Settings>().Unlimited ? int.MaxValue : most;
        return RateLimitPartition.GetSlidingWindowLimiter(CountedBy.Of(context) ?? Whose(context), _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6,
        });
    }

    private static string Whose(HttpContext context) =>
        context.User.Identity is SessionIdentity { Session: var session } ? session.PersonId.ToString()
        : Network(context.Connection.RemoteIpAddress);

    /// <summary>Of IPv6 one household has as many addresses as it likes, so its network counts as one.</summary>
    public static string Network(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true }) address = address.MapToIPv4();
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6 }) return address?.ToString() ?? "";
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
