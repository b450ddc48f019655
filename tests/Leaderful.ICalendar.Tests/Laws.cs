using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Leaderful.ICalendar.Soak;
using Xunit;

namespace Leaderful.ICalendar.Tests;

public class Laws
{
    /// <summary>Pieces that mean something to calendars, and arbitrary text, in any mixture.</summary>
    static readonly Arbitrary<string> AnyText = Gen.Frequency(
        (3, Gen.Elements("BEGIN:VEVENT", "END:VEVENT\r\n", "\r\n", "\n", "\r", "\r\n ", "\t", " ", "\\", "\\n", ";", ",", ":", "\"", "^", "^n", "^'", "=", "\0", "\u007F", "\u0085", "\u2028", "\uFEFF", "é", "€", "日本語", "😀", "\u202E", "\uD83D", "a", new string('x', 74))),
        (1, ArbMap.Default.ArbFor<string>().Generator.Select(s => s ?? ""))).ListOf().Select(string.Concat).ToArbitrary();

    static readonly Arbitrary<int> Seed = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    static void Check<T>(Arbitrary<T> values, Func<T, bool> law) => Prop.ForAll(values, law).Check(LawConfig.Quick);

    [Fact]
    public void Random_bytes_never_make_the_reader_throw() => Check(ArbMap.Default.ArbFor<byte[]>(), bytes => Exhaust.Read(bytes) >= 0);

    [Fact]
    public void Random_lines_never_make_the_reader_throw()
    {
        var pieces = Gen.Elements("BEGIN:VCALENDAR\n", "END:VCALENDAR\n", "BEGIN:VEVENT\n", "END:VEVENT\n", "METHOD:REPLY\n", "UID:1\n", "DTSTART:20260301T090000\n", "DTSTART;TZID=Europe/Berlin:20260329T023000\n", "RRULE:FREQ=", "WEEKLY", ";BYDAY=", "MO", "EXDATE:",
            "20260301T090000", "Z", ",", ";", ":", "\n", "\r\n ", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b\n", "\"", "\\", "^", "\0", "ü");
        Check(pieces.ListOf().Select(string.Concat).ToArbitrary(), text => Exhaust.Read(Encoding.UTF8.GetBytes(text)) >= 0);
    }

    [Fact]
    public void Text_is_read_as_it_was_written() => Check(AnyText, text =>
        ICalText.Unescape(ICalText.Escape(text)) == ICalText.Clean(text) && ICalText.Clean(ICalText.Clean(text)) == ICalText.Clean(text));

    [Fact]
    public void Lists_are_read_as_they_were_written() => Check(AnyText.Generator.ListOf().Where(list => list.Count > 0).ToArbitrary(), items =>
        ICalText.SplitList(string.Join(',', items.Select(ICalText.Escape))).SequenceEqual(items.Select(ICalText.Clean)));

    [Fact]
    public void Properties_are_read_as_they_were_written() => Check(AnyText.Generator.Two().ToArbitrary(), pair =>
    {
        var (text, other) = pair;
        var written = ICalWriter.Write(new ICalComponent("X", [ICalProperty.OfText("A", text, new ICalParameter("B", other, text), new ICalParameter("C", text))]));
        var read = ICalReader.Read(written);
        var line = read.Components.Single().Properties.Single();
        return line.Text == ICalText.Clean(text) && line.Parameters[0].Values.SequenceEqual([ICalText.Clean(other), ICalText.Clean(text)]) && line.Parameter("c") == ICalText.Clean(text);
    });

    [Fact]
    public void Lines_are_short_and_unfolded_as_they_were() => Check(AnyText, text =>
    {
        var written = ICalWriter.Write(new ICalComponent("X", [ICalProperty.OfText("A", text)]));
        var lines = Encoding.UTF8.GetString(written).Split("\r\n");
        return lines.All(line => Encoding.UTF8.GetByteCount(line) <= 75 && !line.Contains('\n', StringComparison.Ordinal) && !line.Contains('\r', StringComparison.Ordinal))
            && Encoding.UTF8.GetString(written).Replace("\r\n ", "", StringComparison.Ordinal) == $"BEGIN:X\r\nA:{ICalText.Escape(text)}\r\nEND:X\r\n";
    });

    [Fact]
    public void A_fold_anywhere_changes_nothing() => Check(AnyText.Generator.Zip(Gen.Choose(1, 20)).ToArbitrary(), pair =>
    {
        var (text, every) = pair;
        var line = Encoding.UTF8.GetBytes("A:" + ICalText.Escape(text));
        byte[] folded = [.. line.Chunk(every).SelectMany((piece, i) => i == 0 ? piece : [.. "\r\n "u8, .. piece])];
        return ICalReader.Read([.. "BEGIN:X\r\n"u8, .. folded, .. "\r\nEND:X\r\n"u8]).Components.Single().Properties.Single().Text == ICalText.Clean(text);
    });

    [Fact]
    public void Events_are_read_as_they_were_written() => Check(Seed, seed =>
    {
        var written = new CalendarDocument { ProductId = "x", Events = [new Gatherings(seed).Event(seed)] }.Write();
        var read = CalendarDocument.Read(written);
        return read.Problems.Count == 0 && read.Write().AsSpan().SequenceEqual(written);
    });

    [Fact]
    public void Replies_are_read_as_they_were_written() => Check(AnyText.Generator.Two().ToArbitrary(), pair =>
    {
        if (ICalText.OneLine(pair.Item1) is not { Length: > 0 and < CalendarReply.LongestUid } uid) return true;
        var comment = ICalText.Clean(pair.Item2).Trim() is { Length: > 0 and < CalendarReply.LongestComment } said ? said : null;
        var reply = new CalendarReply { Uid = uid, Address = "a@b.c", Participation = CalendarParticipation.Tentative, Comment = comment, Name = ICalText.OneLine(pair.Item2) is { Length: > 0 } name ? name : null };
        return CalendarReply.Read(reply.Write("x"), out _) == reply;
    });

    [Fact]
    public void Rules_are_read_as_they_were_written() => Check(Seed, seed =>
    {
        var text = Mutator.Rule(new Random(seed));
        return RecurrenceRule.Parse(text) is not { } rule || RecurrenceRule.Parse(rule.ToString())! == rule;
    });

    /// <summary>Ever later, none before the start, no more than counted, none after the end, and each by itself a time of the rule.</summary>
    [Fact]
    public void Times_go_on_and_keep_within_their_rule() => Check(Seed, seed =>
    {
        var random = new Random(seed);
        if (RecurrenceRule.Parse(Mutator.Rule(random)) is not { } rule) return true;
        var start = new DateTime(2026, 1, 1).AddSeconds(random.Next(100_000_000));
        var times = rule.Expand(start).Take(60).ToList();
        return times.Zip(times.Skip(1)).All(pair => pair.First < pair.Second)
            && times.All(time => time >= start && (rule.Until is null || (rule.Until.IsDate ? time.Date <= rule.Until.Clock : time <= rule.Until.Clock)) && Fits(rule, time))
            && (rule.Count is null || times.Count <= rule.Count)
            && times.SequenceEqual(rule.Expand(start).Take(60));
    });

    /// <summary>The parts that limit whatever else a rule says.</summary>
    static bool Fits(RecurrenceRule rule, DateTime time) =>
        (rule.Months.Count == 0 || rule.Months.Contains(time.Month))
        && (rule.MonthDays.Count == 0 || rule.MonthDays.Contains(time.Day) || rule.MonthDays.Contains(time.Day - DateTime.DaysInMonth(time.Year, time.Month) - 1))
        && (rule.Days.Count == 0 || rule.Days.Any(day => day.Day == time.DayOfWeek))
        && (rule.Weeks.Count == 0 || rule.WeekStart != DayOfWeek.Monday || rule.Weeks.Contains(ISOWeek.GetWeekOfYear(time)) || rule.Weeks.Contains(ISOWeek.GetWeekOfYear(time) - ISOWeek.GetWeeksInYear(ISOWeek.GetYear(time)) - 1))
        && (rule.Hours.Count == 0 || rule.Hours.Contains(time.Hour))
        && (rule.Minutes.Count == 0 || rule.Minutes.Contains(time.Minute))
        && (rule.Seconds.Count == 0 || rule.Seconds.Contains(time.Second) || (time.Second == 59 && rule.Seconds.Contains(60)));

    /// <summary>Leaping over what cannot fit finds the same as going through it second by second.</summary>
    [Fact]
    public void Leaping_misses_nothing() => Check(Seed, seed =>
    {
        var random = new Random(seed);
        var frequency = (RecurrenceFrequency)random.Next(3);
        List<int> Some(int most) => random.Next(2) == 0 ? [] : [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(most)).Distinct()];
        var rule = new RecurrenceRule { Frequency = frequency, Interval = random.Next(1, 100), Hours = Some(24), Minutes = Some(60), Seconds = Some(60), MonthDays = random.Next(2) == 0 ? [] : [1, 2, -1] };
        var start = new DateTime(2026, 2, 27).AddSeconds(random.Next(86_400));
        var unit = frequency switch { RecurrenceFrequency.Hourly => 3600, RecurrenceFrequency.Minutely => 60, _ => 1 };
        var first = start.Ticks / TimeSpan.TicksPerSecond / unit;
        var expected = Enumerable.Range(0, 4 * 86_400).Select(second => start.AddSeconds(second)).Where(time =>
            ((time.Ticks / TimeSpan.TicksPerSecond / unit) - first) % rule.Interval == 0 && Fits(rule, time)
            && (frequency < RecurrenceFrequency.Hourly || rule.Minutes.Count > 0 || time.Minute == start.Minute)
            && (frequency < RecurrenceFrequency.Minutely || rule.Seconds.Count > 0 || time.Second == start.Second));
        var end = start.AddDays(4);
        return rule.Expand(start).TakeWhile(time => time < end).Take(2000).SequenceEqual(expected.Take(2000));
    });

    [Fact]
    public void Moments_are_found_again_where_no_clock_is_set() => Check(Gen.Choose(0, 2_000_000_000).Zip(Gen.Elements("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca")).ToArbitrary(), pair =>
    {
        var zone = CalendarZone.Find(pair.Item2)!;
        var moment = DateTimeOffset.FromUnixTimeSeconds(pair.Item1);
        var clock = TimeZoneInfo.ConvertTime(moment, zone).DateTime;
        return CalendarZone.ToUtc(zone, clock) == moment || zone.IsAmbiguousTime(clock);
    });

    [Fact]
    public void Durations_are_read_as_they_were_written() => Check(Gen.Choose(-4_000_000, 4_000_000).Zip(Gen.Choose(0, 100_000_000)).ToArbitrary(), pair =>
    {
        var duration = new CalendarDuration(pair.Item1, TimeSpan.FromSeconds(pair.Item1 < 0 ? -pair.Item2 : pair.Item2));
        return CalendarDuration.Parse(duration.ToString()) == duration;
    });
}
