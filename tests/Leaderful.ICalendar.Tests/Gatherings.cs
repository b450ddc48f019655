namespace Leaderful.ICalendar.Tests;

/// <summary>Events and rules as communities have them, by the hundred. The same number gives the same ones.</summary>
internal sealed class Gatherings(int seed)
{
    static readonly string[] Zones = ["Europe/Berlin", "Europe/London", "America/New_York", "America/Sao_Paulo", "Asia/Kathmandu", "Asia/Tokyo", "Australia/Sydney", "Australia/Lord_Howe", "Africa/Cairo", "America/Nuuk", "Asia/Jerusalem"];

    static readonly string[] Texts =
    [
        "Circle", "Open Space: who, what; where, when", "Ünter dem Baum 🌳, mit 日本語", "back\\slash", "two\nlines\n\n", "\"quoted\" 'so'", "a^b^^n", " blanks ", "tab\there", "שלום עולם", new string('x', 200), string.Concat(Enumerable.Repeat("日本語😀", 30)), "x:y;z=1,2",
    ];

    readonly Random random = new(seed);

    T Pick<T>(params T[] from) => from[random.Next(from.Length)];

    bool Coin(int of = 2) => random.Next(of) == 0;

    /// <summary>Somewhere in the daytime, where no clock is set.</summary>
    DateTime Clock() => new DateTime(2026, 1, 1, 8, 0, 0).AddDays(random.Next(700)).AddMinutes(15 * random.Next(40));

    public CalendarEvent Event(int number)
    {
        var start = random.Next(6) switch
        {
            0 => CalendarTime.On(DateOnly.FromDateTime(Clock())),
            1 => CalendarTime.Utc(new DateTimeOffset(Clock(), TimeSpan.Zero)),
            _ => CalendarTime.InZone(Clock(), Pick(Zones)),
        };
        var rule = Coin() ? RecurrenceRule.Parse(Rule()) : null;
        // Readers agree on what comes again only where the start is one of the times.
        if (rule is not null) start = On(start, rule.Expand(start.Clock).First());
        var of = new CalendarEvent
        {
            Uid = $"{number}@example.org",
            Sequence = random.Next(5),
            Stamp = new DateTimeOffset(2026, 1, 1, 0, 0, random.Next(60), TimeSpan.Zero),
            Start = start,
            End = Coin(4) ? null : start.Add(start.IsDate ? new CalendarDuration(random.Next(1, 4), default) : CalendarDuration.Of(TimeSpan.FromMinutes(15 * random.Next(1, 200)))),
            Summary = Pick(Texts),
            Description = Coin() ? Pick(Texts) + "\n" + Pick(Texts) : null,
            Location = Coin() ? Pick(Texts) : null,
            Url = Coin() ? new Uri("https://example.org/c/1?x=%2C&y=a,b;c") : null,
            Status = Coin() ? Pick(CalendarStatus.Confirmed, CalendarStatus.Tentative, CalendarStatus.Cancelled) : null,
            Categories = Coin() ? [Pick(Texts), Pick(Texts)] : [],
            Organizer = Coin() ? new CalendarPerson("ruth@example.org", Pick(Texts)) : null,
            Attendees = [.. Enumerable.Range(0, random.Next(4)).Select(Attendee)],
            Alarms = Coin(3) ? [new CalendarAlarm(CalendarDuration.Of(TimeSpan.FromMinutes(-random.Next(1, 5000))), Pick(Texts))] : [],
        };
        if (rule is null) return Coin() ? of : of with { RecurrenceId = start };
        of = of with { Recurrence = Ending(rule, start) };
        var times = of.Occurrences().Expand().Take(8).ToList();
        return of with
        {
            // Without a first there is nothing to begin with for ical.js.
            Excepted = [.. times.Skip(1).Where(_ => Coin(3)).Select(clock => On(start, clock))],
            Added = Coin() ? [On(start, times[^1].AddDays(1)), On(start, times[^1].AddDays(2))] : [],
        };
    }

    static CalendarTime On(CalendarTime start, DateTime clock) => start.Kind switch
    {
        CalendarTimeKind.Date => CalendarTime.On(DateOnly.FromDateTime(clock)),
        CalendarTimeKind.Utc => CalendarTime.Utc(new DateTimeOffset(clock, TimeSpan.Zero)),
        _ => CalendarTime.InZone(clock, start.ZoneId!),
    };

    CalendarAttendee Attendee(int number) => new(Pick("samir@example.org", "a+b=c@example.org", "o'hara@sub.example.org", "jürgen@example.org"), Coin() ? Pick(Texts) : null)
    {
        Participation = Pick(Enum.GetValues<CalendarParticipation>()),
        Role = Pick(Enum.GetValues<CalendarRole>()),
        IsAsked = Coin(),
    };

    RecurrenceRule Ending(RecurrenceRule rule, CalendarTime start) => random.Next(4) switch
    {
        0 => rule with { Count = random.Next(1, 12) },
        1 => rule with { Until = start.IsDate ? CalendarTime.On(start.Date.AddDays(random.Next(400))) : CalendarTime.Utc(start.ToMoment()!.Value.AddDays(random.Next(400))) },
        2 => rule with { Until = CalendarTime.On(start.Date.AddDays(random.Next(400))) },
        _ => rule,
    };

    /// <summary>A rule in words.</summary>
    public string Rule()
    {
        var interval = Coin() ? "" : $";INTERVAL={random.Next(2, 5)}";
        var weekdays = string.Join(',', new[] { "MO", "TU", "WE", "TH", "FR", "SA", "SU" }.Where(_ => Coin(3)).DefaultIfEmpty("WE"));
        var weekStart = Coin(3) ? ";WKST=" + Pick("SU", "SA", "WE") : "";
        return random.Next(9) switch
        {
            0 => $"FREQ=DAILY{interval}",
            1 => $"FREQ=WEEKLY{interval}{weekStart}",
            2 => $"FREQ=WEEKLY{interval};BYDAY={weekdays}{weekStart}",
            3 => $"FREQ=MONTHLY{interval};BYDAY={Pick("1", "2", "3", "4", "5", "-1", "-2")}{Pick("MO", "TU", "SU")}",
            4 => $"FREQ=MONTHLY{interval};BYMONTHDAY={Pick("1", "15", "31", "-1", "1,15", "30,31")}",
            5 => $"FREQ=MONTHLY{interval};BYDAY={weekdays};BYSETPOS={Pick("1", "-1", "2")}",
            6 => $"FREQ=YEARLY{interval};BYMONTH={Pick("1", "3,10", "12")};BYDAY={Pick("1", "2", "-1")}{Pick("MO", "FR", "SU")}",
            7 => $"FREQ=YEARLY;BYMONTH={Pick("2", "5,6")};BYMONTHDAY={Pick("1", "28", "29")}",
            _ => $"FREQ=DAILY;BYMONTH={Pick("1,2", "7")};BYDAY={weekdays}",
        };
    }

    /// <summary>A start that a rule fits; others are read in as many ways as there are readers.</summary>
    public DateTime Start(string rule) => RecurrenceRule.Parse(rule)!.Expand(Clock()).First();
}
