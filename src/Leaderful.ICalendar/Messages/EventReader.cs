using System.Globalization;

namespace Leaderful.ICalendar;

/// <summary>Makes an event of a VEVENT, and says what in it cannot be read.</summary>
internal sealed class EventReader(ICalComponent component, ZoneBudget zones, ProblemList problems)
{
    /// <summary>Whole lists of people, times and categories are taken; beyond this nobody means them.</summary>
    const int MostItems = 10_000;

    public CalendarEvent? Read()
    {
        var uid = Text("UID") is { } id ? ICalText.OneLine(id) : "";
        if (uid.Length == 0 || Time("DTSTART") is not { } start)
        {
            problems.Add(ICalProblemKind.Missing, 0, "An event without an id or a start was left out.");
            return null;
        }
        return new CalendarEvent
        {
            Uid = uid,
            Sequence = Sequence(component) ?? Wrong("SEQUENCE", 0),
            Stamp = Moment("DTSTAMP") ?? DateTimeOffset.UnixEpoch,
            Created = Moment("CREATED"),
            LastModified = Moment("LAST-MODIFIED"),
            Start = start,
            End = End(start),
            Summary = ICalText.OneLine(Text("SUMMARY") ?? ""),
            Description = Text("DESCRIPTION"),
            Location = Text("LOCATION"),
            Url = Url(),
            Organizer = Organizer(),
            Attendees = [.. Attendees()],
            Recurrence = Recurrence(),
            Excepted = Times("EXDATE"),
            Added = Times("RDATE"),
            RecurrenceId = Time("RECURRENCE-ID"),
            Status = Word("STATUS", CalendarWords.Statuses),
            IsFree = component.Property("TRANSP")?.Value.Trim().Equals("TRANSPARENT", StringComparison.OrdinalIgnoreCase) ?? false,
            Categories = [.. component.All("CATEGORIES").SelectMany(line => ICalText.SplitList(line.Value)).Select(ICalText.OneLine).Where(category => category.Length > 0).Take(MostItems)],
            Comment = Text("COMMENT"),
            Alarms = [.. component.Within("VALARM").Select(Alarm).OfType<CalendarAlarm>().Take(MostItems)],
        };
    }

    T Wrong<T>(string name, T value)
    {
        problems.Add(ICalProblemKind.Value, 0, $"{name} cannot be read; it was left out.");
        return value;
    }

    string? Text(string name) => component.Property(name) is { } line && ICalText.Clean(line.Text) is { Length: > 0 } text ? text : null;

    CalendarTime? Time(string name) => component.Property(name) is not { } line ? null
        : CalendarTime.Read(line) is { } time && zones.Allows(time) ? time : Wrong<CalendarTime?>(name, null);

    DateTimeOffset? Moment(string name) => Time(name)?.ToMoment();

    List<CalendarTime> Times(string name) => [.. component.All(name).SelectMany(CalendarTime.ReadList).Where(zones.Allows).Take(MostItems)];

    /// <summary>0 if nothing is said, null if it is no number.</summary>
    public static int? Sequence(ICalComponent component) => component.Property("SEQUENCE") is not { } line ? 0
        : int.TryParse(line.Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    CalendarTime? End(CalendarTime start)
    {
        if (Time("DTEND") is { } end) return end;
        if (component.Property("DURATION") is not { } line) return null;
        return CalendarDuration.Parse(line.Value) is { } duration && start.Add(duration) is { } after ? after : Wrong<CalendarTime?>("DURATION", null);
    }

    Uri? Url()
    {
        if (component.Property("URL") is not { } line) return null;
        return Uri.TryCreate(line.Value.Trim(), UriKind.Absolute, out var url) && EventWriter.IsWeb(url) ? url : Wrong<Uri?>("URL", null);
    }

    CalendarPerson? Organizer()
    {
        if (component.Property("ORGANIZER") is not { } line) return null;
        return CalendarAddress.Read(line.Value) is { } address ? new CalendarPerson(address, Name(line)) : Wrong<CalendarPerson?>("ORGANIZER", null);
    }

    static string? Name(ICalProperty line) => ICalText.OneLine(line.Parameter("CN") ?? "") is { Length: > 0 } name ? name : null;

    IEnumerable<CalendarAttendee> Attendees()
    {
        foreach (var line in component.All("ATTENDEE").Take(MostItems))
        {
            if (CalendarAddress.Read(line.Value) is { } address) yield return Attendee(line, address);
            else Wrong("ATTENDEE", 0);
        }
    }

    static CalendarAttendee Attendee(ICalProperty line, string address) => new(address, Name(line))
    {
        Participation = CalendarWords.Participations.Read(line.Parameter("PARTSTAT")) ?? CalendarParticipation.NeedsAction,
        Role = CalendarWords.Roles.Read(line.Parameter("ROLE")) ?? CalendarRole.Required,
        IsAsked = line.Parameter("RSVP")?.Equals("TRUE", StringComparison.OrdinalIgnoreCase) ?? false,
    };

    RecurrenceRule? Recurrence()
    {
        if (component.Property("RRULE") is not { } line) return null;
        return RecurrenceRule.Parse(line.Value) ?? Wrong<RecurrenceRule?>("RRULE", null);
    }

    T? Word<T>(string name, CalendarWords<T> words)
        where T : struct, Enum => component.Property(name) is not { } line ? null : words.Read(line.Value) ?? Wrong<T?>(name, null);

    /// <summary>Only what is shown, so and so long before or after the start: others are for other programs.</summary>
    static CalendarAlarm? Alarm(ICalComponent alarm)
    {
        if (alarm.Property("TRIGGER") is not { } trigger || CalendarDuration.Parse(trigger.Value) is not { } duration) return null;
        if (trigger.Parameter("RELATED")?.Equals("END", StringComparison.OrdinalIgnoreCase) ?? false) return null;
        return alarm.Property("ACTION")?.Value.Trim().Equals("DISPLAY", StringComparison.OrdinalIgnoreCase) ?? false
            ? new CalendarAlarm(duration, ICalText.Clean(alarm.Property("DESCRIPTION")?.Text ?? "")) : null;
    }
}
