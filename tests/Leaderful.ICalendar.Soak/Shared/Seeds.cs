using System.Text;
using Leaderful.Soaking;

namespace Leaderful.ICalendar.Soak;

/// <summary>The calendars to start from: those of the corpora, and a few of our own writing.</summary>
internal static class Seeds
{
    public static List<byte[]> Read()
    {
        List<byte[]> seeds = [Invitation(), Feed(), Reply()];
        if (CorpusFolder.Find() is { } root) seeds.AddRange(CalendarCorpora.Calendars(root).Select(file => file.Bytes));
        return seeds;
    }

    static readonly DateTimeOffset Stamp = new(2026, 2, 1, 8, 0, 0, TimeSpan.Zero);

    public static byte[] Invitation() => new CalendarDocument
    {
        ProductId = "-//Leaderful//EN",
        Method = CalendarMethod.Request,
        Events =
        [
            new CalendarEvent
            {
                Uid = "1@example.org",
                Sequence = 3,
                Stamp = Stamp,
                Start = CalendarTime.InZone(new DateTime(2026, 3, 3, 18, 30, 0), "Europe/Berlin"),
                End = CalendarTime.InZone(new DateTime(2026, 3, 3, 20, 0, 0), "Europe/Berlin"),
                Summary = "Kreis: wie wir führen; was wir brauchen, und \\wo",
                Description = "Erste Zeile\nund noch viel mehr, als auf eine Zeile passt, damit sie gefaltet wird: äöü 日本語 😀",
                Location = "Haus am See",
                Url = new Uri("https://example.org/c/1?x=y"),
                Organizer = new CalendarPerson("ruth@example.org", "Ruth, \"die Erste\""),
                Attendees = [new CalendarAttendee("samir@example.org", "Samir") { IsAsked = true }, new CalendarAttendee("a+b@example.org") { Participation = CalendarParticipation.Accepted, Role = CalendarRole.Optional }],
                Recurrence = RecurrenceRule.Parse("FREQ=MONTHLY;BYDAY=1TU;UNTIL=20271231T235959Z"),
                Excepted = [CalendarTime.InZone(new DateTime(2026, 4, 7, 18, 30, 0), "Europe/Berlin")],
                Added = [CalendarTime.InZone(new DateTime(2026, 4, 14, 18, 30, 0), "Europe/Berlin")],
                Status = CalendarStatus.Confirmed,
                Categories = ["circle", "a,b"],
                Alarms = [new CalendarAlarm(CalendarDuration.Of(TimeSpan.FromMinutes(-15)), "Gleich")],
            },
        ],
    }.Write();

    public static byte[] Feed() => new CalendarDocument
    {
        ProductId = "-//Leaderful//EN",
        Name = "Gatherings",
        RefreshInterval = TimeSpan.FromHours(1),
        Events =
        [
            new CalendarEvent { Uid = "2@example.org", Stamp = Stamp, Start = CalendarTime.On(new DateOnly(2026, 5, 1)), End = CalendarTime.On(new DateOnly(2026, 5, 3)), Summary = "Open Space", Recurrence = RecurrenceRule.Parse("FREQ=YEARLY;BYMONTH=5;BYDAY=FR;BYSETPOS=1;COUNT=5") },
            new CalendarEvent { Uid = "3@example.org", Stamp = Stamp, Start = CalendarTime.Utc(Stamp), Summary = "Café", Recurrence = RecurrenceRule.Parse("FREQ=HOURLY;INTERVAL=5;BYDAY=MO,TU;BYHOUR=8,9,10;BYMINUTE=0,30") },
            new CalendarEvent { Uid = "4@example.org", Stamp = Stamp, Start = CalendarTime.InZone(new DateTime(2026, 3, 3, 9, 0, 0), "America/New_York"), Recurrence = RecurrenceRule.Parse("FREQ=YEARLY;BYWEEKNO=1,-1;WKST=SU;BYDAY=MO,FR"), Summary = "" },
        ],
    }.Write();

    public static byte[] Reply() => new CalendarReply
    {
        Uid = "1@example.org",
        RecurrenceId = CalendarTime.InZone(new DateTime(2026, 4, 7, 18, 30, 0), "Europe/Berlin"),
        Sequence = 3,
        Stamp = Stamp,
        Address = "samir@example.org",
        Name = "Samir",
        Participation = CalendarParticipation.Declined,
        Comment = "Ich bin krank, leider.\nGrüße",
    }.Write("-//Example//EN", new CalendarPerson("ruth@example.org"));

    /// <summary>A text as bytes of which each is one character, for what is not meant to be UTF-8.</summary>
    public static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);
}
