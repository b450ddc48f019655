using System.Text;
using Xunit;

namespace Leaderful.ICalendar.Tests;

public class EventTests
{
    static readonly DateTimeOffset Stamp = new(2026, 2, 1, 9, 0, 0, TimeSpan.FromHours(1));

    static readonly CalendarEvent Evening = new()
    {
        Uid = "1@example.org",
        Stamp = Stamp,
        Start = CalendarTime.InZone(new DateTime(2026, 3, 3, 19, 0, 0), "Europe/Berlin"),
        End = CalendarTime.InZone(new DateTime(2026, 3, 3, 21, 0, 0), "Europe/Berlin"),
        Summary = "Circle",
    };

    static string Text(CalendarEvent of) => Encoding.UTF8.GetString(ICalWriter.Write(of.ToComponent())).Replace("\r\n ", "", StringComparison.Ordinal);

    static CalendarEvent? Read(string lines, out IReadOnlyList<ICalProblem> problems) =>
        CalendarEvent.Read(ICalReader.Read($"BEGIN:VEVENT\n{lines}\nEND:VEVENT\n").Components[0], out problems);

    static CalendarEvent Read(string lines)
    {
        var read = Read("UID:1\nDTSTART:20260303T190000\n" + lines, out var problems);
        Assert.Empty(problems);
        return read!;
    }

    static ICalProblem Problem(string lines)
    {
        Assert.NotNull(Read("UID:1\nDTSTART:20260303T190000\n" + lines, out var problems));
        return Assert.Single(problems);
    }

    [Fact]
    public void An_event_is_written_in_its_order() => Assert.Equal("""
        BEGIN:VEVENT
        UID:1@example.org
        DTSTAMP:20260201T080000Z
        DTSTART;TZID=Europe/Berlin:20260303T190000
        DTEND;TZID=Europe/Berlin:20260303T210000
        RRULE:FREQ=MONTHLY;BYDAY=1TU
        RDATE;TZID=Europe/Berlin:20260310T190000
        EXDATE;TZID=Europe/Berlin:20260407T190000,20260505T190000
        EXDATE:20260602T170000Z
        SEQUENCE:2
        SUMMARY:Circle\, of all
        DESCRIPTION:One\nTwo
        URL:https://example.org/a?b=c
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        CATEGORIES:a\,b,c
        ORGANIZER;CN=Ruth:mailto:ruth@example.org
        ATTENDEE;CN="Samir; and all";PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:samir@example.org
        ATTENDEE;ROLE=CHAIR;PARTSTAT=ACCEPTED:mailto:a@example.org
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:-PT15M
        DESCRIPTION:Soon
        END:VALARM
        END:VEVENT

        """, Text(Evening with
    {
        Sequence = 2,
        Summary = "Circle, of\nall",
        Description = "One\r\nTwo",
        Url = new Uri("https://example.org/a?b=c"),
        Status = CalendarStatus.Confirmed,
        IsFree = true,
        Categories = ["a,b", "c"],
        Organizer = new CalendarPerson("ruth@example.org", "Ruth"),
        Attendees = [new CalendarAttendee("samir@example.org", "Samir; and all") { IsAsked = true }, new CalendarAttendee("a@example.org") { Role = CalendarRole.Chair, Participation = CalendarParticipation.Accepted }],
        Recurrence = RecurrenceRule.Parse("FREQ=MONTHLY;BYDAY=1TU"),
        Added = [CalendarTime.InZone(new DateTime(2026, 3, 10, 19, 0, 0), "Europe/Berlin")],
        Excepted = [CalendarTime.InZone(new DateTime(2026, 4, 7, 19, 0, 0), "Europe/Berlin"), CalendarTime.Parse("20260602T170000Z")!, CalendarTime.InZone(new DateTime(2026, 5, 5, 19, 0, 0), "Europe/Berlin")],
        Alarms = [new CalendarAlarm(CalendarDuration.Of(TimeSpan.FromMinutes(-15)), "Soon")],
    }), ignoreLineEndingDifferences: true);

    [Theory]
    [InlineData("x\r\nATTENDEE:mailto:eve@example.org")]
    [InlineData("x\nEND:VEVENT\nBEGIN:VEVENT")]
    [InlineData("x\u2028y\u0085z")]
    public void Nothing_in_an_event_forges_a_line(string text)
    {
        var of = Evening with
        {
            Uid = text, Summary = text, Description = text, Location = text, Comment = text, Categories = [text],
            Organizer = new CalendarPerson("a@b.c", text), Attendees = [new CalendarAttendee("d@e.f", text)],
            Alarms = [new CalendarAlarm(default, text)], Start = CalendarTime.InZone(Evening.Start.Clock, text),
        };
        var written = ICalReader.Read(ICalWriter.Write(of.ToComponent()));
        Assert.Empty(written.Problems);
        Assert.Equal(12, Assert.Single(written.Components).Properties.Count);
        Assert.Single(written.Components[0].All("ATTENDEE"));
        Assert.Equal(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\u2028', '\n').Replace('\u0085', '\n'), CalendarEvent.Read(written.Components[0], out _)!.Description);
    }

    [Fact]
    public void What_makes_no_sense_is_not_written()
    {
        Assert.Throws<ArgumentException>(() => (Evening with { Uid = " " }).ToComponent());
        Assert.Throws<ArgumentException>(() => (Evening with { Organizer = new CalendarPerson("a b@c") }).ToComponent());
        Assert.Throws<ArgumentException>(() => (Evening with { Attendees = [new CalendarAttendee("a@b\r\nX:y")] }).ToComponent());
        Assert.Throws<ArgumentException>(() => (Evening with { Url = new Uri("javascript:alert(1)") }).ToComponent());
        Assert.Throws<ArgumentException>(() => (Evening with { Url = new Uri("/a", UriKind.Relative) }).ToComponent());
        Assert.Throws<ArgumentException>(() => (Evening with { Recurrence = new RecurrenceRule { Frequency = RecurrenceFrequency.Daily, Interval = 0 } }).ToComponent());
        Assert.Throws<ArgumentException>(() => (Evening with { Status = (CalendarStatus)7 }).ToComponent());
    }

    [Theory]
    [InlineData("DTSTART:20260303T190000")]
    [InlineData("UID:1")]
    [InlineData("UID: \nDTSTART:20260303T190000")]
    [InlineData("UID:1\nDTSTART:never")]
    public void Without_an_id_or_a_start_there_is_no_event(string lines)
    {
        Assert.Null(Read(lines, out var problems));
        Assert.Contains(problems, problem => problem.Kind == ICalProblemKind.Missing);
    }

    [Theory]
    [InlineData("DTEND:x")]
    [InlineData("DURATION:x")]
    [InlineData("DTSTAMP:x")]
    [InlineData("SEQUENCE:-1")]
    [InlineData("URL:javascript:alert(1)")]
    [InlineData("URL:x")]
    [InlineData("ORGANIZER:http://example.org")]
    [InlineData("ATTENDEE:mailto:a@b?cc=c@d")]
    [InlineData("RRULE:FREQ=NEVER")]
    [InlineData("STATUS:MAYBE")]
    [InlineData("RECURRENCE-ID:x")]
    public void What_cannot_be_read_is_as_though_it_were_not_there(string line) => Assert.Equal(ICalProblemKind.Value, Problem(line).Kind);

    [Fact]
    public void An_event_ends_as_it_says_or_as_the_standard_says()
    {
        Assert.Equal("20260303T203000", Read("DURATION:PT1H30M").EndOrDefault.ToString());
        Assert.Equal("20260303T200000", Read("DTEND:20260303T200000\nDURATION:PT2H").EndOrDefault.ToString());
        Assert.Equal("20260303T190000", Read("").EndOrDefault.ToString());
        Assert.Equal("20260304", (Evening with { Start = CalendarTime.On(new DateOnly(2026, 3, 3)), End = null }).EndOrDefault.ToString());
        Assert.Equal("99991231", (Evening with { Start = CalendarTime.On(DateOnly.MaxValue), End = null }).EndOrDefault.ToString());
    }

    [Fact]
    public void People_are_read_with_what_they_are()
    {
        var read = Read("ORGANIZER;CN=\"Ruth\":MAILTO:ruth@example.org\nATTENDEE;PARTSTAT=tentative;ROLE=OPT-PARTICIPANT;RSVP=true;CN=a^nb:mailto:a@b.c\nATTENDEE;PARTSTAT=X-ODD:d@e.f");
        Assert.Equal(new CalendarPerson("ruth@example.org", "Ruth"), read.Organizer);
        Assert.Equal([new CalendarAttendee("a@b.c", "a b") { Participation = CalendarParticipation.Tentative, Role = CalendarRole.Optional, IsAsked = true }, new CalendarAttendee("d@e.f")], read.Attendees);
    }

    [Fact]
    public void Only_reminders_that_are_shown_and_hang_on_the_start_are_read()
    {
        static string Alarm(string trigger, string action) => $"BEGIN:VALARM\nACTION:{action}\n{trigger}\nDESCRIPTION:x\nEND:VALARM\n";
        var read = Read(Alarm("TRIGGER:-PT1H", "display") + Alarm("TRIGGER:-PT1H", "EMAIL") + Alarm("TRIGGER;RELATED=END:-PT1H", "DISPLAY") + Alarm("TRIGGER;VALUE=DATE-TIME:20260101T000000Z", "DISPLAY") + Alarm("X:y", "DISPLAY"));
        Assert.Equal([new CalendarAlarm(CalendarDuration.Of(TimeSpan.FromHours(-1)), "x")], read.Alarms);
    }

    [Fact]
    public void Times_of_other_clocks_are_excepted_and_added_on_its_own()
    {
        var of = Evening with
        {
            Recurrence = RecurrenceRule.Parse("FREQ=MONTHLY;BYDAY=1TU;UNTIL=20260804T170000Z"),
            Excepted = [CalendarTime.Parse("20260407T170000Z")!, CalendarTime.Parse("20260505T130000", "America/New_York")!, CalendarTime.Parse("20260602")!],
            Added = [CalendarTime.Parse("20260310T180000Z")!],
        };
        Assert.Equal(["20260303", "20260310", "20260707", "20260804"], of.Occurrences().Expand().Select(time => CalendarTime.On(DateOnly.FromDateTime(time)).ToString()));
    }

    /// <summary>As a day, as a moment, on the clock: each is written as the start needs it, and means the same times.</summary>
    [Theory]
    [InlineData("20260303T190000 Europe/Berlin", "20260407", "20260407T215959Z")]
    [InlineData("20260303T190000 Europe/Berlin", "20260407T190000", "20260407T170000Z")]
    [InlineData("20260303T190000 Europe/Berlin", "20260407T170000Z", "20260407T170000Z")]
    [InlineData("20260303T190000 Nowhere", "20260407", "20260407")]
    [InlineData("20260303T190000Z", "20260407", "20260407T235959Z")]
    [InlineData("20260303T190000Z", "20260407T190000", "20260407T190000Z")]
    [InlineData("20260303T190000", "20260407", "20260407T235959")]
    [InlineData("20260303", "20260407T170000Z", "20260407")]
    [InlineData("20260303", "20260407", "20260407")]
    public void A_rule_ends_as_its_start_begins(string start, string until, string written)
    {
        var of = Evening with
        {
            Start = CalendarTime.Parse(start.Split(' ')[0], start.Split(' ').ElementAtOrDefault(1))!,
            Recurrence = new RecurrenceRule { Frequency = RecurrenceFrequency.Weekly, Until = CalendarTime.Parse(until) },
        };
        var read = CalendarEvent.Read(of.ToComponent(), out _)!;
        Assert.Equal(written, read.Recurrence!.Until!.ToString());
        Assert.Equal(6, of.Occurrences().Expand().Count());
        Assert.Equal(of.Occurrences().Expand(), read.Occurrences().Expand());
    }

    [Fact]
    public void One_time_of_many_is_moved_and_another_called_off()
    {
        var series = Evening with { Recurrence = RecurrenceRule.Parse("FREQ=WEEKLY;COUNT=5") };
        var second = CalendarTime.InZone(series.Start.Clock.AddDays(7), "Europe/Berlin");
        var moved = series with { Recurrence = null, RecurrenceId = second, Sequence = 1, Start = CalendarTime.InZone(second.Clock.AddHours(1), "Europe/Berlin"), End = null };
        var request = CalendarDocument.Read(new CalendarDocument { ProductId = "x", Method = CalendarMethod.Request, Events = [series, moved] }.Write());
        Assert.Equal([null, second], request.Events.Select(one => one.RecurrenceId));
        Assert.Contains(request.Events[0].ClockAt(request.Events[1].RecurrenceId!)!.Value, request.Events[0].Occurrences().Expand());

        var cancel = CalendarDocument.Read(new CalendarDocument { ProductId = "x", Method = CalendarMethod.Cancel, Events = [moved with { Sequence = 2, Status = CalendarStatus.Cancelled }] }.Write());
        Assert.Equal((CalendarMethod.Cancel, CalendarStatus.Cancelled, 2), (cancel.Method, cancel.Events[0].Status, cancel.Events[0].Sequence));
    }

    [Fact]
    public void A_recurrence_id_is_found_on_its_clock()
    {
        Assert.Equal(new DateTime(2026, 4, 7, 19, 0, 0), Evening.ClockAt(CalendarTime.Parse("20260407T170000Z")!));
        Assert.Equal(new DateTime(2026, 4, 7, 19, 0, 0), Evening.ClockAt(CalendarTime.Parse("20260407T130000", "America/New_York")!));
        Assert.Equal(new DateTime(2026, 4, 7, 19, 0, 0), Evening.ClockAt(CalendarTime.Parse("20260407T190000")!));
        Assert.Null(Evening.ClockAt(CalendarTime.Parse("20260407T190000", "Nowhere")!));
    }

    [Fact]
    public void A_whole_day_comes_again_on_days() => Assert.Equal(
        [new DateTime(2026, 3, 3), new DateTime(2026, 3, 5)],
        (Evening with { Start = CalendarTime.Parse("20260303")!, Recurrence = RecurrenceRule.Parse("FREQ=DAILY;COUNT=3;BYHOUR=7,8"), Excepted = [CalendarTime.Parse("20260304T120000Z")!] }).Occurrences().Expand());
}
