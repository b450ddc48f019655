using System.Diagnostics.CodeAnalysis;
using Leaderful.ICalendar;

namespace Leaderful.Shared;

/// <summary>Time zones by their names in the IANA database, and what a clock on the wall there means.</summary>
public static class Zones
{
    public const string Utc = "Etc/UTC";
    public const int LongestName = 64;

    private static readonly string[] Regions = ["Africa/", "America/", "Antarctica/", "Arctic/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/"];

    /// <summary>Those a person may choose, as in <c>Europe/Berlin</c>; old names for the same are left out.</summary>
    public static readonly IReadOnlyList<string> All = [.. TimeZoneInfo.GetSystemTimeZones(skipSorting: true).Select(z => z.Id).Where(IsPlace).Append(Utc).Order(StringComparer.Ordinal)];

    private static bool IsPlace(string id) => Array.Exists(Regions, r => id.StartsWith(r, StringComparison.Ordinal));

    public static bool IsKnown([NotNullWhen(true)] string? zone) => zone is { Length: > 0 and <= LongestName } && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    /// <summary>The name of the place in it, as people say it.</summary>
    public static string Place(string zone) => zone == Utc ? "UTC" : zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>The moment a clock there shows this: an hour that is left out is taken as an hour later, of one that comes twice the first.</summary>
    public static DateTime ToUtc(DateTime local, string zone) => CalendarZone.ToUtc(TimeZoneInfo.FindSystemTimeZoneById(zone), local).UtcDateTime;

    public static DateTime FromUtc(DateTime utc, string zone) => TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(zone));
}
