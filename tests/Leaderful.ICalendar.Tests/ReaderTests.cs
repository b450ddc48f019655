using System.Text;
using Xunit;

namespace Leaderful.ICalendar.Tests;

public class ReaderTests
{
    static ICalProperty Line(string line)
    {
        var read = ICalReader.Read($"BEGIN:X\r\n{line}\r\nEND:X\r\n");
        Assert.Empty(read.Problems);
        return Assert.Single(Assert.Single(read.Components).Properties);
    }

    static ICalProblemKind[] Problems(string text) => [.. ICalReader.Read(text).Problems.Select(problem => problem.Kind)];

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\n\n")]
    public void Lines_end_in_every_way(string end)
    {
        var read = ICalReader.Read(string.Join(end, "BEGIN:VCALENDAR", "A:1", "BEGIN:VEVENT", "B:2", " 3", "END:VEVENT", "C:4", "END:VCALENDAR"));
        var calendar = Assert.Single(read.Components);
        Assert.Equal(["A", "C"], calendar.Properties.Select(p => p.Name));
        // An empty line before a fold keeps it from what it continues.
        if (end == "\n\n") return;
        Assert.Empty(read.Problems);
        Assert.Equal("23", Assert.Single(calendar.Children).Property("b")!.Value);
    }

    [Fact]
    public void A_fold_may_stand_within_a_character()
    {
        byte[] folded = [.. "BEGIN:X\r\nSUMMARY:Gr\u00FC"u8[..^1], .. "\r\n "u8, 0xBC, .. "\u00DFe\r\n\tan alle\r\nEND:X"u8];
        Assert.Equal("Grüßean alle", ICalReader.Read(folded).Components[0].Property("SUMMARY")!.Text);
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over() => Assert.Equal("X", Assert.Single(ICalReader.Read("\uFEFFBEGIN:X\nEND:X").Components).Name);

    [Fact]
    public void Names_are_in_upper_case_and_values_as_they_are()
    {
        var line = Line("dtStart;tzid=Europe/Berlin:20260301T090000 ");
        Assert.Equal(("DTSTART", "20260301T090000 ", "Europe/Berlin"), (line.Name, line.Value, line.Parameter("TZID")));
    }

    [Fact]
    public void Parameters_may_be_quoted_listed_and_escaped()
    {
        var line = Line("ATTENDEE;MEMBER=\"mailto:a@x\",\"mailto:b@x\";CN=\"Ruth; of: all, things\";X=a^nb^'c^^d^e;DIR=\"ldap://x:1/\":mailto:c@x");
        Assert.Equal(["mailto:a@x", "mailto:b@x"], line.Parameters[0].Values);
        Assert.Equal("Ruth; of: all, things", line.Parameter("cn"));
        Assert.Equal("a\nb\"c^d^e", line.Parameter("X"));
        Assert.Equal("mailto:c@x", line.Value);
    }

    [Fact]
    public void Odd_parameters_are_read_as_they_are_meant()
    {
        Assert.Equal("", Line("A;RSVP:v").Parameter("RSVP"));
        Assert.Equal("6\" pipe", Line("A;CN=6\" pipe:v").Parameter("CN"));
        Assert.Equal("Ruth of all", Line("A;CN=\"Ruth\" of \"all\":v").Parameter("CN"));
        Assert.Equal("", Line("A;CN=:v").Parameter("CN"));
    }

    [Theory]
    [InlineData("no colon")]
    [InlineData(":value")]
    [InlineData("A B:c")]
    [InlineData("A;=b:c")]
    [InlineData("A;B=c")]
    [InlineData("Ä:b")]
    public void What_is_no_line_is_left_out(string line)
    {
        var read = ICalReader.Read($"BEGIN:X\n{line}\nB:1\nEND:X\n");
        Assert.Equal("B", Assert.Single(read.Components[0].Properties).Name);
        Assert.Equal(new ICalProblem(ICalProblemKind.Line, 2, "The line is no name with a value."), Assert.Single(read.Problems));
    }

    [Fact]
    public void Problems_know_their_line() => Assert.Equal(4, Assert.Single(ICalReader.Read("BEGIN:X\nA:1\n 2\nwrong\nEND:X\n").Problems).Line);

    [Fact]
    public void Bytes_that_are_no_text_and_control_characters_are_replaced()
    {
        var read = ICalReader.Read([.. "BEGIN:X\nA:a"u8, 0xFF, 0, 7, .. "b\tc\nEND:X"u8]);
        Assert.Equal("a\uFFFD\uFFFD\uFFFDb\tc", read.Components[0].Properties[0].Value);
        Assert.All(read.Problems, problem => Assert.Equal(ICalProblemKind.Encoding, problem.Kind));
    }

    [Theory]
    [InlineData("A:1\nBEGIN:X\nEND:X", 1)]
    [InlineData("BEGIN:X\nEND:Y\nEND:X", 1)]
    [InlineData("BEGIN:X\nBEGIN:Y\nEND:X", 1)]
    [InlineData("BEGIN:X\nBEGIN:Y\nA:1", 1)]
    [InlineData("BEGIN:X\nBEGIN:a b\nA:1\nBEGIN:Y\nEND:Y\nEND:a b\nEND:X", 1)]
    [InlineData("END:X\nBEGIN:X\nEND:X", 1)]
    public void What_does_not_close_as_it_opened_is_read_and_told(string text, int problems)
    {
        var read = ICalReader.Read(text);
        Assert.Equal("X", Assert.Single(read.Components).Name);
        Assert.Equal(Enumerable.Repeat(ICalProblemKind.Structure, problems), read.Problems.Select(problem => problem.Kind));
    }

    [Fact]
    public void Limits_leave_out_and_tell()
    {
        var limits = new ICalLimits { MaxLineBytes = 20, MaxDepth = 2, MaxComponents = 3, MaxProperties = 3, MaxParameters = 2, MaxBytes = 1000 };
        var long1 = ICalReader.Read("BEGIN:X\nA:12345678901234567890\nB:1\n 2\nC:1234567890\n 1234567890\nEND:X", limits);
        Assert.Equal("12", Assert.Single(long1.Components[0].Properties).Value);
        Assert.Equal([ICalProblemKind.Limit, ICalProblemKind.Limit], long1.Problems.Select(p => p.Kind));

        var deep = ICalReader.Read("BEGIN:X\nBEGIN:Y\nBEGIN:Z\nA:1\nEND:Z\nB:1\nEND:Y\nEND:X", limits);
        Assert.Equal("B", Assert.Single(deep.Components[0].Children[0].Properties).Name);
        Assert.Empty(deep.Components[0].Children[0].Children);
        Assert.Equal(ICalProblemKind.Limit, Assert.Single(deep.Problems).Kind);

        Assert.Equal(3, ICalReader.Read(string.Concat(Enumerable.Repeat("BEGIN:X\nEND:X\n", 5)), limits).Components.Count);
        Assert.Equal(3, ICalReader.Read("BEGIN:X\nA:\nA:\nA:\nA:\nA:\nEND:X", limits).Components[0].Properties.Count);
        Assert.Empty(ICalReader.Read("BEGIN:X\nA;B=1,2,3:\nEND:X", limits).Components[0].Properties);
        Assert.Single(ICalReader.Read("BEGIN:X\nA;B=1,2:\nEND:X", limits).Components[0].Properties);
        Assert.Equal([ICalProblemKind.Limit], Problems(new string('\n', ICalLimits.Default.MaxBytes + 1)));
        Assert.Empty(ICalReader.Read(new byte[1001], limits).Components);
    }

    [Fact]
    public void Complaints_do_not_fill_memory() =>
        Assert.Equal(ICalLimits.Default.MaxProblems, ICalReader.Read(string.Concat(Enumerable.Repeat("x\n", 100_000))).Problems.Count);

    [Fact]
    public void Depth_beyond_any_limit_is_counted_and_not_kept()
    {
        var read = ICalReader.Read(string.Concat(Enumerable.Repeat("BEGIN:X\n", 100_000)), new ICalLimits { MaxDepth = int.MaxValue, MaxComponents = int.MaxValue });
        Assert.Equal(ICalComponent.MostDepth, Depth(read.Components[0]));
    }

    static int Depth(ICalComponent component) => 1 + (component.Children.Count == 0 ? 0 : component.Children.Max(Depth));

    [Fact]
    public void Text_and_bytes_are_read_alike() =>
        Assert.Equal(ICalWriter.Write(ICalReader.Read("BEGIN:X\nA:ü\nEND:X").Components[0]), ICalWriter.Write(ICalReader.Read(Encoding.UTF8.GetBytes("BEGIN:X\nA:ü\nEND:X")).Components[0]));
}
