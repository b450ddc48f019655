using System.Text;
using System.Text.Json.Nodes;
using Leaderful.ICalendar.Soak;
using Xunit;

namespace Leaderful.ICalendar.Tests;

/// <summary>What is written here means the same to a calendar that people use: the same days, moments, zones, people and times that come again.</summary>
public class AgainstIcalJsTests
{
    const int Most = 25;
    const int Events = 400;
    const int Rules = 400;

    [Fact]
    public void What_is_written_here_is_read_there()
    {
        var gatherings = new Gatherings(LawConfig.Seed(20260301));
        var events = Enumerable.Range(0, Events).Select(gatherings.Event).ToList();
        var document = new CalendarDocument { ProductId = "-//Leaderful//EN", Method = CalendarMethod.Publish, Name = "All of them", RefreshInterval = TimeSpan.FromHours(36), Events = events };
        var read = Read(document.Write());
        Assert.Equal(("PUBLISH", "All of them", 36 * 3600), (Text(read["method"]), Text(read["name"]), read["refresh"]!.GetValue<int>()));
        Assert.Equal(events.Select(one => one.Start.ZoneId).OfType<string>().Distinct().Order(StringComparer.Ordinal), read["zones"]!.AsArray().Select(zone => Text(zone)));
        foreach (var (mine, theirs) in events.Zip(read["events"]!.AsArray())) Same(mine, theirs!);
    }

    [Fact]
    public void Messages_are_read_there()
    {
        var answer = IcalJs.Ask(new { documents = new[] { Seeds.Invitation(), Seeds.Feed(), Seeds.Reply() }.Select(Encoding.UTF8.GetString), most = Most + 5 })["documents"]!;
        Assert.Equal(["REQUEST", null, "REPLY"], answer.AsArray().Select(one => Text(one!["method"])));
        Same(CalendarDocument.Read(Seeds.Invitation()).Events[0], answer[0]!["events"]![0]!);
        Assert.Equal("DECLINED", Text(answer[2]!["events"]![0]!["attendees"]![0]!["participation"]));
    }

    [Fact]
    public void Rules_happen_when_they_happen_there()
    {
        var gatherings = new Gatherings(LawConfig.Seed(7));
        var cases = Enumerable.Range(0, Rules).Select(_ => gatherings.Rule()).Select(rule => (Rule: rule, Start: gatherings.Start(rule))).ToList();
        var answer = IcalJs.Ask(new { rules = cases.Select(one => new { rule = one.Rule, start = one.Start.ToString("s") }), most = Most })["rules"]!.AsArray();
        List<string> wrong = [];
        foreach (var ((rule, start), theirs) in cases.Zip(answer))
        {
            var here = string.Join(' ', RecurrenceRule.Parse(rule)!.Expand(start).Take(Most).Select(time => time.ToString("s")));
            var there = theirs is JsonArray times ? string.Join(' ', times.Select(time => Text(time))) : theirs!.ToJsonString();
            if (here != there) wrong.Add($"{rule} from {start:s}\n  here  {here}\n  there {there}");
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} differ\n" + string.Join('\n', wrong.Take(10)));
    }

    static JsonNode Read(byte[] document)
    {
        var read = IcalJs.Ask(new { documents = new[] { Encoding.UTF8.GetString(document) }, most = Most + 5 })["documents"]![0]!;
        Assert.True(read["failure"] is null, read["failure"]?.ToString());
        return read;
    }

    static string? Text(JsonNode? node) => node?.GetValue<string>();

    static void Same(CalendarEvent mine, JsonNode theirs)
    {
        Assert.Equal(mine.Uid, Text(theirs["uid"]));
        Assert.Equal(mine.Sequence, theirs["sequence"]!.GetValue<int>());
        Assert.Equal(ICalText.OneLine(mine.Summary), Text(theirs["summary"]) ?? "");
        Assert.Equal(mine.Description, Text(theirs["description"]));
        Assert.Equal(mine.Location, Text(theirs["location"]));
        Assert.Equal(mine.Url?.AbsoluteUri, Text(theirs["url"]));
        Assert.Equal(mine.Status?.ToString().ToUpperInvariant(), Text(theirs["status"]));
        Assert.Equal(mine.Categories.Select(ICalText.OneLine), theirs["categories"]!.AsArray().Select(one => Text(one)!));
        Assert.Equal(mine.Alarms.Select(alarm => alarm.Trigger.Total.TotalSeconds), theirs["alarms"]!.AsArray().Select(one => one!.GetValue<double>()));
        Assert.Equal(Moment(mine.Start), Moment(theirs["start"]!));
        Assert.Equal(Moment(mine.EndOrDefault), Moment(theirs["end"]!));
        Assert.Equal(mine.RecurrenceId is null ? null : Moment(mine.RecurrenceId), theirs["recurrenceId"] is null ? null : Moment(theirs["recurrenceId"]!));
        Assert.Equal(mine.Organizer is null ? [] : [$"mailto:{mine.Organizer.Address} {ICalText.OneLine(mine.Organizer.Name!)}"], theirs["organizer"]!.AsArray().Select(one => $"{Text(one!["value"])} {Text(one["name"])}"));
        Assert.Equal(mine.Attendees.Select(Person), theirs["attendees"]!.AsArray().Select(one => Person(one!)));
        // It tells twice what a rule says and a date adds; the standard says once.
        var (here, there) = (mine.Occurrences().Expand().Take(Most).Select(clock => Moment(At(mine.Start, clock))), theirs["times"]!.AsArray().Select(one => Moment(one!)).Distinct().Take(Most));
        Assert.True(here.SequenceEqual(there), $"{mine}\n{mine.Recurrence}\nhere  {string.Join(", ", here)}\nthere {string.Join(", ", there)}");
    }

    static CalendarTime At(CalendarTime start, DateTime clock) => start.IsDate ? CalendarTime.On(DateOnly.FromDateTime(clock))
        : start.ZoneId is { } zone ? CalendarTime.InZone(clock, zone) : CalendarTime.Utc(new DateTimeOffset(clock, TimeSpan.Zero));

    static string Moment(CalendarTime time) => time.IsDate ? time.ToString() : $"{time.ToMoment()!.Value.ToUnixTimeSeconds()} {time.ZoneId ?? "UTC"}";

    static string Moment(JsonNode time) => time["date"]!.GetValue<bool>() ? Text(time["text"])!.Replace("-", "", StringComparison.Ordinal) : $"{time["unix"]!.GetValue<long>()} {Text(time["zone"])}";

    static string Person(CalendarAttendee one) =>
        $"{one.Address} {(one.Name is null ? null : ICalText.OneLine(one.Name))} {one.Participation.ToString().ToUpperInvariant()} {(one.Role == CalendarRole.NonParticipant ? "NON" : one.Role.ToString().ToUpperInvariant()[..3])} {one.IsAsked}";

    static string Person(JsonNode one) =>
        $"{CalendarAddress.Read(Text(one["value"])!)} {Text(one["name"])} {Text(one["participation"])!.Replace("-", "", StringComparison.Ordinal)} {Text(one["role"])?[..3] ?? "REQ"} {Text(one["rsvp"]) == "TRUE"}";
}
