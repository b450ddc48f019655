using System.Text;
using Leaderful.Data;
using Leaderful.ICalendar;
using Leaderful.Mime;

namespace Leaderful.Gatherings.Calendars;

/// <summary>Where a gathering is to be found, and under which name this house makes ids.</summary>
public sealed record CalendarPlace(string Origin, string Domain, string Path);

/// <summary>A gathering as calendars elsewhere know it.</summary>
public static class CalendarWriting
{
    public const string ProductId = "-//Leaderful//Gatherings//EN";

    /// <summary>One id all over the world, in feeds and in invitations alike.</summary>
    public static string UidOf(Id<Gathering> id, string domain) => $"{id}@{domain}";

    /// <summary>Nothing while its time is open.</summary>
    public static CalendarEvent? ToEvent(this Gathering gathering, CalendarPlace place) => gathering.Time is { } time ? gathering.ToEvent(place, time) : null;

    /// <summary>The time was taken away again: as calendars know it from before, and that it is not then.</summary>
    public static CalendarEvent? ToWithdrawn(this Gathering gathering, CalendarPlace place) =>
        gathering is { Time: null, Withdrawn: { } before } ? gathering.ToEvent(place, before) with { Status = CalendarStatus.Cancelled } : null;

    /// <summary>As a mail carries it (RFC 6047).</summary>
    public static OutgoingCalendar ToMail(this CalendarDocument document) => new(document.Method!.Value.ToString().ToUpperInvariant(), Encoding.UTF8.GetString(document.Write()));

    private static CalendarEvent ToEvent(this Gathering gathering, CalendarPlace place, GatheringTime time)
    {
        var ends = Shared.Zones.FromUtc(time.EndsAt, time.Zone);
        var page = new Uri($"{place.Origin}{place.Path}/gatherings/{gathering.Id}");
        return new CalendarEvent
        {
            Uid = UidOf(gathering.Id, place.Domain),
            Sequence = gathering.Sequence,
            Stamp = new DateTimeOffset(gathering.ChangedAt),
            LastModified = new DateTimeOffset(gathering.ChangedAt),
            Start = CalendarTime.InZone(time.Day.ToDateTime(time.At), time.Zone),
            End = CalendarTime.InZone(ends, time.Zone),
            Summary = gathering.Title,
            Description = string.Join("\n\n", new[] { gathering.CancelReason, gathering.Purpose, gathering.Agenda, gathering.Link, page.AbsoluteUri }.Where(part => part.Length > 0)),
            Location = gathering.Place.Length > 0 ? gathering.Place : gathering.Link,
            Url = page,
            Status = gathering.CancelledAt is null ? CalendarStatus.Confirmed : CalendarStatus.Cancelled,
        };
    }
}
