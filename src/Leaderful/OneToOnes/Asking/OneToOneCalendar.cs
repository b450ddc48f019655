using Leaderful.Gatherings.Calendars;
using Leaderful.ICalendar;
using Leaderful.Shared;

namespace Leaderful.OneToOnes.Asking;

/// <summary>A one-to-one as calendars elsewhere know it, with the end the two agreed on. It says when, where and with whom; what for stays here.</summary>
public static class OneToOneCalendar
{
    public static CalendarDocument Document(OneToOne one, int sequence, string domain, string title, DateTime now, bool isOff = false) => new()
    {
        ProductId = CalendarWriting.ProductId, Method = isOff ? CalendarMethod.Cancel : CalendarMethod.Publish, Events = [one.ToEvent(sequence, domain, title, now, isOff)],
    };

    public static CalendarEvent ToEvent(this OneToOne one, int sequence, string domain, string title, DateTime now, bool isOff = false) => new()
    {
        Uid = $"{one.Id}@{domain}",
        Sequence = sequence,
        Stamp = new DateTimeOffset(now),
        Start = CalendarTime.InZone(one.Day.ToDateTime(one.At), one.Zone),
        End = CalendarTime.InZone(Zones.FromUtc(one.EndsAt, one.Zone), one.Zone),
        Summary = title,
        Location = one.Place,
        Status = isOff ? CalendarStatus.Cancelled : CalendarStatus.Confirmed,
    };
}
