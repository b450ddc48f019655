using System.Buffers;
using System.Text;

namespace Leaderful.ICalendar;

/// <summary>
/// Writes components as bytes (RFC 5545, 3.1): UTF-8, CR LF, lines of at most 75 bytes that are never cut within a character. The same
/// components give the same bytes, and <see cref="ICalReader"/> reads the same components from them.
/// </summary>
public static class ICalWriter
{
    const int LongestLine = 75;

    /// <summary>The bytes of one component, with all that is in it.</summary>
    public static byte[] Write(ICalComponent component)
    {
        var written = new ArrayBufferWriter<byte>(1024);
        Write(component, written);
        return written.WrittenSpan.ToArray();
    }

    static void Write(ICalComponent component, ArrayBufferWriter<byte> to)
    {
        Line("BEGIN:" + component.Name, to);
        foreach (var property in component.Properties) Line(Text(property), to);
        foreach (var child in component.Children) Write(child, to);
        Line("END:" + component.Name, to);
    }

    static string Text(ICalProperty property)
    {
        if (property.Parameters.Count == 0) return $"{property.Name}:{property.Value}";
        var line = new StringBuilder(property.Name);
        foreach (var parameter in property.Parameters)
        {
            line.Append(';').Append(parameter.Name).Append('=').AppendJoin(',', parameter.Values.Select(ParameterText.Write));
        }
        return line.Append(':').Append(property.Value).ToString();
    }

    static void Line(string text, ArrayBufferWriter<byte> to)
    {
        Span<byte> bytes = stackalloc byte[4];
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var size = rune.EncodeToUtf8(bytes);
            if (length + size > LongestLine)
            {
                to.Write("\r\n "u8);
                length = 1; // the blank counts
            }
            to.Write(bytes[..size]);
            length += size;
        }
        to.Write("\r\n"u8);
    }
}
