using System.Text;

namespace Leaderful.ICalendar;

/// <summary>A VCALENDAR (RFC 5545, 3.4 and 3.6): a feed, or a message by which people are invited (RFC 5546).</summary>
public sealed record CalendarDocument
{
    /// <summary>What made it, such as <c>-//Example//Calendar//EN</c> (3.7.3).</summary>
    public required string ProductId { get; init; }

    /// <summary>What it wants; null for a feed.</summary>
    public CalendarMethod? Method { get; init; }

    /// <summary>What the calendar is called, or null (RFC 7986, 5.1; also written as X-WR-CALNAME, which most clients read).</summary>
    public string? Name { get; init; }

    /// <summary>How often it is worth asking for it again, or null (RFC 7986, 5.7; also written as X-PUBLISHED-TTL). A second at least, and ten years at most.</summary>
    public TimeSpan? RefreshInterval { get; init; }

    /// <summary>The events.</summary>
    public IReadOnlyList<CalendarEvent> Events { get; init; } = [];

    /// <summary>When it was read: what was wrong or left out. Nothing of it is written.</summary>
    public IReadOnlyList<ICalProblem> Problems { get; init; } = [];

    /// <summary>The component, with a VTIMEZONE for each known zone in which something happens.</summary>
    /// <exception cref="ArgumentException">As <see cref="CalendarEvent.ToComponent"/>.</exception>
    /// <exception cref="InvalidOperationException"><see cref="RefreshInterval"/> is too short or too long.</exception>
    public ICalComponent ToComponent()
    {
        List<ICalProperty> lines = [new ICalProperty("VERSION", "2.0"), ICalProperty.OfText("PRODID", ICalText.OneLine(ProductId)), new ICalProperty("CALSCALE", "GREGORIAN")];
        if (Method is { } method) lines.Add(new ICalProperty("METHOD", CalendarWords.Methods.Write(method)));
        if (ICalText.OneLine(Name ?? "") is { Length: > 0 } name) lines.AddRange([ICalProperty.OfText("NAME", name), ICalProperty.OfText("X-WR-CALNAME", name)]);
        if (RefreshInterval is { } interval)
        {
            if (!IsInterval(interval)) throw new InvalidOperationException("The interval is none.");
            var duration = new CalendarDuration(interval.Days, interval - TimeSpan.FromDays(interval.Days)).ToString();
            lines.Add(new ICalProperty("REFRESH-INTERVAL", duration, [new ICalParameter("VALUE", "DURATION")]));
            lines.Add(new ICalProperty("X-PUBLISHED-TTL", duration));
        }
        return new ICalComponent("VCALENDAR", lines, [.. DocumentZones.Of(Events), .. Events.Select(one => one.ToComponent())]);
    }

    /// <summary>The bytes: UTF-8, to be sent as <c>text/calendar; charset=utf-8</c>, for a message with <c>method=</c>. The same document gives the same bytes.</summary>
    /// <exception cref="ArgumentException">As <see cref="CalendarEvent.ToComponent"/>.</exception>
    /// <exception cref="InvalidOperationException"><see cref="RefreshInterval"/> is too short or too long.</exception>
    public byte[] Write() => ICalWriter.Write(ToComponent());

    /// <summary>The first VCALENDAR of some bytes; one without events if there is none. What is wrong is in <see cref="Problems"/>. Never throws.</summary>
    public static CalendarDocument Read(ReadOnlySpan<byte> source, ICalLimits? limits = null)
    {
        limits ??= ICalLimits.Default;
        var document = ICalReader.Read(source, limits);
        var problems = new ProblemList(limits.MaxProblems);
        foreach (var problem in document.Problems) problems.Add(problem.Kind, problem.Line, problem.What);
        var calendars = document.Components.Where(component => component.Name == "VCALENDAR").Take(2).ToList();
        if (calendars.Count != 1) problems.Add(ICalProblemKind.Missing, 0, calendars.Count == 0 ? "There is no calendar." : "There are several calendars; the first was read.");
        return calendars.Count == 0 ? new CalendarDocument { ProductId = "", Problems = problems.Items } : Read(calendars[0], new ZoneBudget(limits.MaxZones), problems);
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, ICalLimits?)"/>
    public static CalendarDocument Read(string text, ICalLimits? limits = null) => Read(Encoding.UTF8.GetBytes(text), limits);

    static bool IsInterval(TimeSpan time) => time >= TimeSpan.FromSeconds(1) && time <= TimeSpan.FromDays(3660);

    static TimeSpan? Interval(ICalComponent calendar, ProblemList problems)
    {
        if ((calendar.Property("REFRESH-INTERVAL") ?? calendar.Property("X-PUBLISHED-TTL")) is not { } line) return null;
        if (CalendarDuration.Parse(line.Value)?.Total is { } time && IsInterval(time)) return time;
        problems.Add(ICalProblemKind.Value, 0, "REFRESH-INTERVAL cannot be read; it was left out.");
        return null;
    }

    static CalendarDocument Read(ICalComponent calendar, ZoneBudget zones, ProblemList problems)
    {
        var method = calendar.Property("METHOD")?.Value;
        var known = CalendarWords.Methods.Read(method);
        if (method is not null && known is null) problems.Add(ICalProblemKind.Value, 0, "METHOD is not known; it was left out.");
        List<CalendarEvent> events = [.. calendar.Within("VEVENT").Select(one => new EventReader(one, zones, problems).Read()).OfType<CalendarEvent>()];
        return new CalendarDocument
        {
            ProductId = ICalText.OneLine(calendar.Property("PRODID")?.Text ?? ""),
            Method = known,
            Name = ICalText.OneLine((calendar.Property("NAME") ?? calendar.Property("X-WR-CALNAME"))?.Text ?? "") is { Length: > 0 } name ? name : null,
            RefreshInterval = Interval(calendar, problems),
            Events = events,
            Problems = problems.Items,
        };
    }
}
