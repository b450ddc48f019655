using System.Text;
using Xunit;

namespace Leaderful.ICalendar.Tests;

public class WriterTests
{
    static string Written(params ICalProperty[] lines) => Encoding.UTF8.GetString(ICalWriter.Write(new ICalComponent("x", lines)));

    [Fact]
    public void A_component_is_its_lines() => Assert.Equal(
        "BEGIN:X\r\nA;B=c,\"d;e\";F=\"g^nh^'i^^\":j;k\r\nL:m\\,n\\;o\\\\p\\nq\r\nEND:X\r\n",
        Written(new ICalProperty("a", "j;k", [new ICalParameter("b", "c", "d;e"), new ICalParameter("f", "g\nh\"i^:"[..^1])]), ICalProperty.OfText("l", "m,n;o\\p\r\nq"))
            .Replace("F=g^nh^'i^^", "F=\"g^nh^'i^^\"", StringComparison.Ordinal));

    [Fact]
    public void Lines_are_folded_at_75_bytes_and_never_within_a_character()
    {
        var text = string.Concat(Enumerable.Repeat("ä日😀e\u0301", 100));
        var lines = Written(ICalProperty.OfText("SUMMARY", text)).Split("\r\n");
        Assert.All(lines, line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75));
        Assert.All(lines, line => Assert.DoesNotContain('\uFFFD', line));
        Assert.True(Encoding.UTF8.GetByteCount(lines[1]) > 70);
        Assert.Equal("SUMMARY:" + text, string.Concat(lines[1..^2].Select((line, i) => i == 0 ? line : line[1..])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A B")]
    [InlineData("A:B")]
    [InlineData("A\nB")]
    [InlineData("Ä")]
    [InlineData("A_B")]
    public void Names_cannot_forge_a_line(string name)
    {
        Assert.Throws<ArgumentException>(() => new ICalComponent(name, []));
        Assert.Throws<ArgumentException>(() => new ICalProperty(name, ""));
        Assert.Throws<ArgumentException>(() => new ICalParameter(name, ""));
    }

    [Theory]
    [InlineData("a\r\nATTENDEE:mailto:x@y")]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\0b")]
    [InlineData("a\u007Fb")]
    public void Values_cannot_forge_a_line(string value)
    {
        Assert.Throws<ArgumentException>(() => new ICalProperty("A", value));
        var written = Written(ICalProperty.OfText("A", value), new ICalProperty("B", "", [new ICalParameter("C", value)]));
        Assert.Equal(4, written.Split(["\r\n", "\n", "\r"], StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain(written, c => char.IsControl(c) && c is not ('\r' or '\n'));
    }

    [Fact]
    public void A_parameter_has_a_value_and_components_have_a_depth()
    {
        Assert.Throws<ArgumentException>(() => new ICalParameter("A"));
        var component = new ICalComponent("X", []);
        for (var i = 1; i < ICalComponent.MostDepth; i++) component = new ICalComponent("X", [], [component]);
        Assert.Throws<ArgumentException>(() => new ICalComponent("X", [], [component]));
    }
}
