using System.Globalization;
using System.Text;

namespace Leaderful.Mail;

/// <summary>Writes a mail as RFC 5322 wants it: seven bits, short lines, names and subjects encoded, nothing that could begin a header of its own.</summary>
public sealed class MessageWriter(Settings settings)
{
    private const int MostBytesInWord = 45;

    public string Domain { get; } = settings.MailFrom[(settings.MailFrom.LastIndexOf('@') + 1)..];

    public byte[] Write(QueuedMail mail)
    {
        var message = new StringBuilder();
        Header(message, "From", $"{Encoded(mail.FromName.Length > 0 ? mail.FromName : "Leaderful")} <{settings.MailFrom}>");
        Header(message, "To", $"<{mail.To}>");
        Header(message, "Subject", Encoded(mail.Subject));
        Header(message, "Date", mail.CreatedAt.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Header(message, "Message-ID", mail.MessageIdAt(Domain));
        Header(message, "Auto-Submitted", "auto-generated");
        Header(message, "MIME-Version", "1.0");
        if (mail.Html is { } html) Alternatives(message, mail, html);
        else Part(message, "text/plain", mail.Text);
        return Encoding.UTF8.GetBytes(message.ToString());
    }

    private static void Alternatives(StringBuilder message, QueuedMail mail, string html)
    {
        var boundary = $"=_{mail.Id}";
        Header(message, "Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
        message.Append("\r\n--").Append(boundary).Append("\r\n");
        Part(message, "text/plain", mail.Text);
        message.Append("\r\n--").Append(boundary).Append("\r\n");
        Part(message, "text/html", html);
        message.Append("\r\n--").Append(boundary).Append("--\r\n");
    }

    private static void Part(StringBuilder message, string type, string text)
    {
        Header(message, "Content-Type", $"{type}; charset=utf-8");
        Header(message, "Content-Transfer-Encoding", "base64");
        var bytes = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));
        message.Append("\r\n").Append(Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
    }

    private static void Header(StringBuilder message, string name, string value)
    {
        if (value.Replace("\r\n ", "", StringComparison.Ordinal).Any(char.IsControl)) throw new ArgumentException($"The {name} of a mail holds a control character.", nameof(value));
        message.Append(name).Append(": ").Append(value).Append("\r\n");
    }

    /// <summary>RFC 2047 words, each holding whole characters, one on a line.</summary>
    private static string Encoded(string text)
    {
        if (text.All(c => char.IsAsciiLetterOrDigit(c) || c == ' ') && text.Length < 60) return text;
        var words = new List<string>();
        var word = new List<byte>();
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(bytes);
            if (word.Count + length > MostBytesInWord) Close();
            word.AddRange(bytes[..length]);
        }
        Close();
        return string.Join("\r\n ", words);

        void Close()
        {
            words.Add($"=?utf-8?B?{Convert.ToBase64String([.. word])}?=");
            word.Clear();
        }
    }
}
