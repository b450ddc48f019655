using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Leaderful.Mime;

/// <summary>
/// Writes mails (RFC 5322, MIME) that pass every server: ASCII only, CRLF, lines of at most 998 bytes, encoded words,
/// quoted-printable or base64. The same mail gives the same bytes.
/// </summary>
public static class MailWriter
{
    static readonly string[] OwnFields =
    [
        "From", "To", "Cc", "Bcc", "Reply-To", "Subject", "Message-ID", "Date", "In-Reply-To", "References", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Content-Disposition",
    ];

    /// <summary>The mail's bytes.</summary>
    /// <exception cref="ArgumentException">
    /// An address, the Message-ID, the calendar's method, a header name, header value or media type is not of its form: for one, it holds a line break or another control
    /// character, by which a header could be forged.
    /// </exception>
    public static byte[] Write(OutgoingMail mail)
    {
        var writer = new HeaderWriter();
        writer.Text("From", HeaderWriter.Mailbox(mail.From));
        WriteAddresses(writer, "To", mail.To, "undisclosed-recipients:;");
        WriteAddresses(writer, "Cc", mail.Cc, null);
        WriteAddresses(writer, "Reply-To", mail.ReplyTo, null);
        writer.Text("Subject", EncodedText.Encode(HeaderText.Clean(mail.Subject).Trim()));
        writer.Text("Date", mail.Date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + Offset(mail.Date.Offset));
        writer.Text("Message-ID", HeaderWriter.Id(mail.MessageId));
        WriteIds(writer, "In-Reply-To", mail.InReplyTo is { } answered ? [answered] : []);
        WriteIds(writer, "References", mail.References);
        foreach (var (name, value) in mail.Headers) writer.Custom(name, value, OwnFields);
        writer.Text("MIME-Version", "1.0");
        WriteBody(writer, mail);
        return writer.ToArray();
    }

    static void WriteAddresses(HeaderWriter writer, string name, IReadOnlyList<MailAddress> addresses, string? ifNone)
    {
        if (addresses.Count > 0) writer.Text(name, string.Join(", ", addresses.Select(HeaderWriter.Mailbox)));
        else if (ifNone is not null) writer.Text(name, ifNone);
    }

    /// <summary>Ids of others' mails are what they are: one that cannot be written is left out.</summary>
    static void WriteIds(HeaderWriter writer, string name, IReadOnlyList<string> ids)
    {
        var writable = ids.Where(HeaderWriter.CanWriteId).Select(HeaderWriter.Id).ToList();
        if (writable.Count > 0) writer.Text(name, string.Join(' ', writable));
    }

    static void WriteBody(HeaderWriter writer, OutgoingMail mail)
    {
        // "=_" cannot occur in quoted-printable, nor an underscore in base64, so no body can hold the boundary.
        var boundary = "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.MessageId)).AsSpan(0, 12));
        if (mail.Attachments.Count == 0)
        {
            WriteTexts(writer, mail, boundary + ".a");
            return;
        }
        writer.OpenMultipart("mixed", boundary + ".m");
        writer.Delimiter(boundary + ".m");
        WriteTexts(writer, mail, boundary + ".a");
        foreach (var file in mail.Attachments)
        {
            writer.Delimiter(boundary + ".m");
            writer.Attachment(file);
        }
        writer.Delimiter(boundary + ".m", closes: true);
    }

    static void WriteTexts(HeaderWriter writer, OutgoingMail mail, string boundary)
    {
        if (mail.Html is null && mail.Calendar is null)
        {
            writer.TextBody("plain", mail.Text);
            return;
        }
        writer.OpenMultipart("alternative", boundary);
        writer.Delimiter(boundary);
        writer.TextBody("plain", mail.Text);
        if (mail.Html is not null)
        {
            writer.Delimiter(boundary);
            writer.TextBody("html", mail.Html);
        }
        if (mail.Calendar is { } calendar)
        {
            if (calendar.Method.Length == 0 || !calendar.Method.All(char.IsAsciiLetter)) throw new ArgumentException("The method of a calendar object is a word.", nameof(mail));
            writer.Delimiter(boundary);
            writer.TextBody("calendar", calendar.Text, $"; method={calendar.Method}");
        }
        writer.Delimiter(boundary, closes: true);
    }

    static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hhmm", CultureInfo.InvariantCulture);
}
