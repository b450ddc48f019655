using System.Diagnostics;
using System.Text;
using Leaderful.ICalendar.Soak;
using Xunit;

namespace Leaderful.ICalendar.Tests;

/// <summary>Patterns that make careless parsers take the square of their length: a megabyte each, which then would take minutes.</summary>
public class LinearTimeTests
{
    const int Size = 1024 * 1024;
    static readonly TimeSpan Allowed = TimeSpan.FromSeconds(15); // mostly milliseconds; the machine may be busy

    static string Fill(string pattern) => new StringBuilder(Size + pattern.Length).Insert(0, pattern, Size / pattern.Length).ToString();

    static void InTime(string calendar)
    {
        var bytes = Encoding.Latin1.GetBytes(calendar);
        var clock = Stopwatch.StartNew();
        Exhaust.Read(bytes);
        Assert.True(clock.Elapsed < Allowed, $"It took {clock.Elapsed}.");
    }

    [Theory]
    [InlineData("\n ")]
    [InlineData("\r\n\t")]
    [InlineData("\r")]
    [InlineData("BEGIN:X\n")]
    [InlineData("END:X\n")]
    [InlineData("BEGIN:X\nEND:X\n")]
    [InlineData("BEGIN:VEVENT\nEND:VCALENDAR\n")]
    [InlineData("BEGIN:VEVENT\nUID:1\nDTSTART:20260101T000000\nEND:VEVENT\n")]
    [InlineData("A;")]
    [InlineData("A;B=\"")]
    [InlineData("A;B=\"\n")]
    [InlineData("A:\n")]
    public void Lines(string pattern)
    {
        InTime(Fill(pattern));
        InTime("BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + Fill(pattern));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\",\"")]
    [InlineData(",")]
    [InlineData(";X=\"")]
    [InlineData("^")]
    [InlineData("\\")]
    [InlineData("\\,")]
    [InlineData("20260101T000000,")]
    [InlineData("20260101T000000Z,")]
    [InlineData("1,")]
    [InlineData(";")]
    [InlineData("%41")]
    [InlineData("@")]
    [InlineData("a.")]
    [InlineData("P1D")]
    public void Values(string pattern)
    {
        var limited = Fill(pattern)[..(ICalLimits.Default.MaxLineBytes - 100)];
        foreach (var line in new[] { "SUMMARY:", "CATEGORIES:", "EXDATE:", "RDATE;TZID=Europe/Berlin:", "RRULE:FREQ=DAILY;BYMONTH=", "RRULE:", "ATTENDEE;CN=", "ATTENDEE:mailto:", "DURATION:", "DTEND;TZID=", "URL:http://" })
        {
            InTime($"BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/Berlin:20260101T000000\n{line}{limited}\nEND:VEVENT\nEND:VCALENDAR\n");
        }
    }
}
