namespace Leaderful.ICalendar;

/// <summary>A VEVENT (RFC 5545, 3.6.1).</summary>
public sealed record CalendarEvent
{
    /// <summary>Its id, the same all over the world and for as long as it exists (3.8.4.7).</summary>
    public required string Uid { get; init; }

    /// <summary>Counts up with each change that attendees must know of (3.8.7.4); 0 or more.</summary>
    public int Sequence { get; init; }

    /// <summary>When these words about it were written (3.8.7.2); to the second.</summary>
    public required DateTimeOffset Stamp { get; init; }

    /// <summary>When it was made, or null.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was last changed, or null.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>When it begins.</summary>
    public required CalendarTime Start { get; init; }

    /// <summary>When it ends; for a day the day after the last. Null if nothing is said; see <see cref="EndOrDefault"/>.</summary>
    public CalendarTime? End { get; init; }

    /// <summary>What it is called, on one line.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What it is about, with <c>\n</c> for line breaks; null or empty if nothing is said.</summary>
    public string? Description { get; init; }

    /// <summary>Where it is, or null.</summary>
    public string? Location { get; init; }

    /// <summary>Its page on the web, http or https, or null.</summary>
    public Uri? Url { get; init; }

    /// <summary>Whoever invites, or null.</summary>
    public CalendarPerson? Organizer { get; init; }

    /// <summary>Who is invited.</summary>
    public IReadOnlyList<CalendarAttendee> Attendees { get; init; } = [];

    /// <summary>When it happens again, or null. Its end is written as a day or in UTC, as the start wants it (RFC 5545, 3.3.10).</summary>
    public RecurrenceRule? Recurrence { get; init; }

    /// <summary>EXDATE: when it does not happen all the same.</summary>
    public IReadOnlyList<CalendarTime> Excepted { get; init; } = [];

    /// <summary>RDATE: when it happens besides.</summary>
    public IReadOnlyList<CalendarTime> Added { get; init; } = [];

    /// <summary>Which of the times of the event with this id is meant, at which it would have begun; null for all (3.8.4.4).</summary>
    public CalendarTime? RecurrenceId { get; init; }

    /// <summary>How sure it is, or null.</summary>
    public CalendarStatus? Status { get; init; }

    /// <summary>Whether whoever goes counts as free (TRANSP:TRANSPARENT, 3.8.2.7).</summary>
    public bool IsFree { get; init; }

    /// <summary>Categories, each on one line.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Words to those who get this message, or null (3.8.1.4).</summary>
    public string? Comment { get; init; }

    /// <summary>Reminders.</summary>
    public IReadOnlyList<CalendarAlarm> Alarms { get; init; } = [];

    /// <summary><see cref="End"/>, or what it is if nothing is said: the day after, or for what has a time the start (3.6.1).</summary>
    public CalendarTime EndOrDefault => End ?? (Start.IsDate ? Start.Add(new CalendarDuration(1, TimeSpan.Zero)) : null) ?? Start;

    /// <summary>All the times at which it begins, on the clock of <see cref="Start"/>. What is written for another clock is put on that one.</summary>
    public RecurrenceSet Occurrences() => new()
    {
        Start = Start.Clock,
        Rule = Start.IsDate ? Recurrence?.OfDays() : Recurrence,
        Zone = Start.ZoneId is { } id ? CalendarZone.Find(id) : null,
        Added = OnClock(Added),
        Excepted = OnClock(Excepted.Where(time => !time.IsDate || Start.IsDate)),
        ExceptedDays = [.. Excepted.Where(time => time.IsDate && !Start.IsDate).Select(time => time.Date)],
    };

    /// <summary>
    /// What the clock of <see cref="Start"/> shows at some time, to find the occurrence a RECURRENCE-ID means, whatever clock it was written
    /// for. A day without a time is midnight. Null if a zone is not known.
    /// </summary>
    public DateTime? ClockAt(CalendarTime time) => time.OnClockOf(Start) is { } clock ? Start.IsDate ? clock.Date : clock : null;

    DateTime[] OnClock(IEnumerable<CalendarTime> times) => [.. times.Select(ClockAt).OfType<DateTime>()];

    /// <summary>The component.</summary>
    /// <exception cref="ArgumentException">The id is empty, an address is none, the web page is not one of http or https, or the rule has no meaning.</exception>
    public ICalComponent ToComponent() => EventWriter.Write(this);

    /// <summary>The event of a VEVENT, or null if it lacks an id or a start. What cannot be read in it is as though it were not there. Never throws.</summary>
    /// <param name="component">The VEVENT.</param>
    /// <param name="problems">What was wrong.</param>
    public static CalendarEvent? Read(ICalComponent component, out IReadOnlyList<ICalProblem> problems)
    {
        var list = new ProblemList(ICalLimits.Default.MaxProblems);
        var read = new EventReader(component, new ZoneBudget(ICalLimits.Default.MaxZones), list).Read();
        problems = list.Items;
        return read;
    }
}
