namespace Leaderful.ICalendar;

/// <summary>Where a rule ends, seen from its own clock.</summary>
internal sealed class UntilLine
{
    readonly DateTimeOffset? moment;
    readonly TimeZoneInfo? zone;
    readonly DateTime last = DateTime.MaxValue;

    public UntilLine(CalendarTime? until, TimeZoneInfo? zone)
    {
        if (until is null) return;
        if (until.IsDate) last = until.Date.ToDateTime(TimeOnly.MaxValue);
        else if (until.Kind == CalendarTimeKind.Floating || zone is null) last = until.Clock;
        else (moment, this.zone, last) = (until.ToMoment(), zone, TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(until.Clock, DateTimeKind.Utc), zone));
    }

    /// <summary>Whether a clock that shows this is beyond the end. Near it the moments are compared, for a clock that is set back shows the same time twice.</summary>
    public bool IsBefore(DateTime clock) => moment is { } end && (clock - last).Duration() < TimeSpan.FromDays(1)
        ? CalendarZone.ToUtc(zone!, clock) > end
        : clock > last;
}
