using System.Text;

namespace Leaderful.ICalendar;

/// <summary>Reads calendars (RFC 5545) into a tree of components.</summary>
public static class ICalReader
{
    /// <summary>
    /// The components of some bytes. Never throws, whatever the bytes; takes time in proportion to their number. Line ends are
    /// CR LF, LF or CR; a byte order mark is passed over; lines that are none are left out and told in the problems.
    /// </summary>
    public static ICalDocument Read(ReadOnlySpan<byte> source, ICalLimits? limits = null)
    {
        limits ??= ICalLimits.Default;
        if (source.Length > limits.MaxBytes) return TooLong(limits);
        if (source.StartsWith("\uFEFF"u8)) source = source[3..];
        var tree = new TreeReader(limits);
        var lines = new ContentLines(source, limits.MaxLineBytes);
        while (lines.Next(out var line))
        {
            if (lines.IsTooLong) tree.LeaveOut(lines.Number, $"The line is longer than {limits.MaxLineBytes} bytes; it was left out.");
            else if (!line.IsEmpty) tree.Take(line, lines.Number);
        }
        return tree.End(lines.Number);
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, ICalLimits?)"/>
    public static ICalDocument Read(string text, ICalLimits? limits = null) =>
        text.Length > (limits ?? ICalLimits.Default).MaxBytes ? TooLong(limits ?? ICalLimits.Default) : Read(Encoding.UTF8.GetBytes(text), limits);

    static ICalDocument TooLong(ICalLimits limits) =>
        new([], [new ICalProblem(ICalProblemKind.Limit, 0, $"The calendar is longer than {limits.MaxBytes} bytes; it was not read.")]);
}
