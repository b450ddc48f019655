namespace Leaderful.Mime;

/// <summary>Writes mails in the mboxrd form, which can be read back without loss.</summary>
public static class MboxWriter
{
    /// <summary>
    /// Appends one mail: a From line, the mail with every line of <c>&gt;</c>* and <c>From </c> quoted once more, and a
    /// blank line. A mail that does not end in a line break gets one.
    /// </summary>
    /// <param name="stream">Where to write; not flushed, not closed.</param>
    /// <param name="mail">The mail's bytes.</param>
    /// <param name="date">When it was received.</param>
    /// <param name="sender">The envelope's sender; anything but one plain word is written as a hyphen.</param>
    public static void Write(Stream stream, ReadOnlySpan<byte> mail, DateTimeOffset date, string sender = "-")
    {
        if (sender.Length is 0 or > 500 || sender.AsSpan().ContainsAnyExceptInRange('!', '~')) sender = "-";
        stream.Write(System.Text.Encoding.ASCII.GetBytes(string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"From {sender} {date.UtcDateTime:ddd MMM} {date.UtcDateTime.Day,2} {date.UtcDateTime:HH:mm:ss yyyy}\n")));
        while (!mail.IsEmpty)
        {
            var end = mail.IndexOf((byte)'\n');
            var line = end < 0 ? mail : mail[..(end + 1)];
            if (line.TrimStart((byte)'>').StartsWith("From "u8)) stream.Write(">"u8);
            stream.Write(line);
            if (end < 0) stream.Write("\n"u8);
            mail = mail[line.Length..];
        }
        stream.Write("\n"u8);
    }
}
