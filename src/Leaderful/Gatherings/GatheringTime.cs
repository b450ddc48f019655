using System.Globalization;
using Leaderful.Shared;

namespace Leaderful.Gatherings;

/// <summary>When people gather, as the clock on the wall there shows it.</summary>
public sealed record GatheringTime(DateOnly Day, TimeOnly At, int Minutes, string Zone)
{
    public const int Shortest = 5;

    /// <summary>Several days in a row: an Open Space may take three.</summary>
    public const int Longest = 14 * 24 * 60;

    private const string Format = "yyyy-MM-dd'T'HH:mm:ss";

    public DateTime StartsAt => Zones.ToUtc(Day.ToDateTime(At), Zone);

    /// <summary>It takes so long, also where the clocks are changed meanwhile.</summary>
    public DateTime EndsAt => StartsAt.AddMinutes(Minutes);

    /// <summary>In one line, as it is kept where it is nobody's to look for.</summary>
    public string Written() => string.Create(CultureInfo.InvariantCulture, $"{Day.ToDateTime(At).ToString(Format, CultureInfo.InvariantCulture)} {Minutes} {Zone}");

    public static GatheringTime Read(string written)
    {
        var parts = written.Split(' ', 3);
        var begins = DateTime.ParseExact(parts[0], Format, CultureInfo.InvariantCulture);
        return new(DateOnly.FromDateTime(begins), TimeOnly.FromDateTime(begins), int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]);
    }
}
