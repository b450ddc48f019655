using Xunit;

namespace Leaderful.Mime.Tests;

/// <summary>Ways to read that many tests share.</summary>
internal static class Reading
{
    /// <summary>Reads everything a message offers, enclosed messages too, and returns how many characters and bytes it came to.</summary>
    public static long Everything(MailMessage mail)
    {
        var size = (long)mail.Subject.Length;
        foreach (var part in mail.Root.Walk())
        {
            foreach (var header in part.Headers) size += header.Text.Length;
            size += part.ContentType.MediaType.Length + (part.FileName?.Length ?? 0) + (part.ContentId?.Length ?? 0);
        }
        foreach (var address in mail.From.Concat(mail.To).Concat(mail.Cc).Concat(mail.Bcc).Concat(mail.ReplyTo)) size += address.Address.Length + (address.Name?.Length ?? 0);
        size += mail.References.Sum(id => id.Length) + mail.InReplyTo.Sum(id => id.Length);
        var best = mail.Body.BestText();
        size += best.Text.Length + MailText.Split(best.Text).Sum(segment => (long)segment.Length);
        size += MailIds.Of(mail).Length + MailSubject.Normalise(mail.Subject).Key.Length;
        foreach (var attachment in mail.Body.Attachments)
        {
            Assert.False(string.IsNullOrEmpty(attachment.FileName));
            size += attachment.Decode().Length;
            if (attachment.Message is { } enclosed) size += Everything(enclosed);
        }
        return size;
    }

    public static async Task<List<MboxItem>> Mbox(byte[] bytes, MboxOptions? options = null) => await Mbox(new MemoryStream(bytes), options);

    public static async Task<List<MboxItem>> Mbox(Stream stream, MboxOptions? options = null)
    {
        List<MboxItem> items = [];
        await foreach (var item in MboxReader.ReadAsync(stream, options, TestContext.Current.CancellationToken)) items.Add(item);
        return items;
    }

    public static MailMessage Parse(string text) => MailMessage.Parse(System.Text.Encoding.Latin1.GetBytes(text));

    public static string Subject(string raw) => Parse($"Subject: {raw}\n\n").Subject;
}
