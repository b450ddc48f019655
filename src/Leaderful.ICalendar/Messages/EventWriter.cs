using System.Globalization;

namespace Leaderful.ICalendar;

/// <summary>Makes a VEVENT of an event, always in the same order.</summary>
internal static class EventWriter
{
    public static ICalComponent Write(CalendarEvent of) => new("VEVENT", [.. When(of), .. What(of), .. Who(of)], of.Alarms.Select(Alarm));

    static IEnumerable<ICalProperty> When(CalendarEvent of)
    {
        yield return ICalProperty.OfText("UID", ICalText.OneLine(of.Uid) is { Length: > 0 } uid ? uid : throw new ArgumentException("An event has an id.", nameof(of)));
        yield return Moment("DTSTAMP", of.Stamp);
        yield return of.Start.ToProperty("DTSTART");
        if (of.End is { } end) yield return end.ToProperty("DTEND");
        if (of.RecurrenceId is { } id) yield return id.ToProperty("RECURRENCE-ID");
        if (of.Recurrence is { } rule) yield return Rule(rule.Like(of.Start));
        foreach (var line in Times("RDATE", of.Added).Concat(Times("EXDATE", of.Excepted))) yield return line;
        yield return new ICalProperty("SEQUENCE", Math.Max(0, of.Sequence).ToString(CultureInfo.InvariantCulture));
        if (of.Created is { } created) yield return Moment("CREATED", created);
        if (of.LastModified is { } modified) yield return Moment("LAST-MODIFIED", modified);
    }

    static List<ICalProperty> What(CalendarEvent of)
    {
        List<ICalProperty> lines = [ICalProperty.OfText("SUMMARY", ICalText.OneLine(of.Summary))];
        Text(lines, "DESCRIPTION", of.Description);
        Text(lines, "LOCATION", of.Location);
        if (of.Url is { } url) lines.Add(new ICalProperty("URL", IsWeb(url) ? url.AbsoluteUri : throw new ArgumentException("The page is not one of http or https.", nameof(of))));
        if (of.Status is { } status) lines.Add(new ICalProperty("STATUS", CalendarWords.Statuses.Write(status)));
        if (of.IsFree) lines.Add(new ICalProperty("TRANSP", "TRANSPARENT"));
        if (of.Categories.Count > 0) lines.Add(new ICalProperty("CATEGORIES", string.Join(',', of.Categories.Select(category => ICalText.Escape(ICalText.OneLine(category))))));
        Text(lines, "COMMENT", of.Comment);
        return lines;
    }

    static IEnumerable<ICalProperty> Who(CalendarEvent of) =>
        new[] { of.Organizer }.OfType<CalendarPerson>().Select(Organizer).Concat(of.Attendees.Select(Attendee));

    static ICalProperty Organizer(CalendarPerson organizer) => new("ORGANIZER", CalendarAddress.Write(organizer.Address), Name(organizer.Name));

    public static ICalProperty Moment(string name, DateTimeOffset moment) => CalendarTime.Utc(moment).ToProperty(name);

    public static void Text(List<ICalProperty> lines, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text)) lines.Add(ICalProperty.OfText(name, text));
    }

    public static bool IsWeb(Uri url) => url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);

    static ICalProperty Rule(RecurrenceRule rule) => rule.Check() is var problem and not RecurrenceProblem.None
        ? throw new ArgumentException($"The rule has no meaning: {problem}.", nameof(rule))
        : new ICalProperty("RRULE", rule.ToString());

    /// <summary>One line for each clock.</summary>
    static IEnumerable<ICalProperty> Times(string name, IReadOnlyList<CalendarTime> times) => times
        .GroupBy(time => (time.Kind, time.ZoneId))
        .Select(alike => new ICalProperty(name, string.Join(',', alike), alike.First().ToProperty(name).Parameters));

    static ICalParameter[] Name(string? name) => ICalText.OneLine(name ?? "") is { Length: > 0 } shown ? [new ICalParameter("CN", shown)] : [];

    public static ICalProperty Attendee(CalendarAttendee attendee)
    {
        List<ICalParameter> parameters = [.. Name(attendee.Name)];
        if (attendee.Role != CalendarRole.Required) parameters.Add(new ICalParameter("ROLE", CalendarWords.Roles.Write(attendee.Role)));
        parameters.Add(new ICalParameter("PARTSTAT", CalendarWords.Participations.Write(attendee.Participation)));
        if (attendee.IsAsked) parameters.Add(new ICalParameter("RSVP", "TRUE"));
        return new ICalProperty("ATTENDEE", CalendarAddress.Write(attendee.Address), parameters);
    }

    static ICalComponent Alarm(CalendarAlarm alarm) => new("VALARM",
    [
        new ICalProperty("ACTION", "DISPLAY"),
        new ICalProperty("TRIGGER", alarm.Trigger.ToString()),
        ICalProperty.OfText("DESCRIPTION", alarm.Text),
    ]);
}
