using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Leaderful.Data;

/// <summary>Times are UTC and cut to microseconds, since PostgreSQL drops the rest and a time must compare equal to itself.</summary>
public sealed class UtcMicroseconds() : ValueConverter<DateTime, DateTime>(
    time => Cut(time), time => DateTime.SpecifyKind(time, DateTimeKind.Utc))
{
    public static DateTime Cut(DateTime time) =>
        new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
}

public static class Clock
{
    public static DateTime Utc(this TimeProvider time) => UtcMicroseconds.Cut(time.GetUtcNow().UtcDateTime);
}
