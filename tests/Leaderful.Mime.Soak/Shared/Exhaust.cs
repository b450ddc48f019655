namespace Leaderful.Mime.Soak;

/// <summary>Parses a mail and reads everything it offers.</summary>
internal static class Exhaust
{
    /// <summary>What escaping into HTML can make of a byte, and of a header that is read more than once.</summary>
    const int Growth = 10;
    const int Slack = 64 * 1024;

    /// <summary>How much came out, in characters and bytes.</summary>
    /// <exception cref="InvalidDataException">One message gave more than its bytes can account for, or the segments of its text are not its text.</exception>
    public static long Read(ReadOnlyMemory<byte> source) => Read(MailMessage.Parse(source), source.Length);

    static long Read(MailMessage mail, long length)
    {
        var text = mail.Body.BestText().Text;
        var size = Headers(mail) + text.Length + Segments(text) + mail.Body.Attachments.Sum(file => (long)file.Decode().Length + file.FileName.Length);
        if (size > (Growth * length) + Slack) throw new InvalidDataException($"{length} bytes became {size}.");
        foreach (var file in mail.Body.Attachments)
        {
            if (file.Message is { } enclosed) size += Read(enclosed, length);
        }
        return size;
    }

    static long Headers(MailMessage mail)
    {
        var size = (long)MailIds.Of(mail).Length + MailSubject.Normalise(mail.Subject).Key.Length;
        foreach (var part in mail.Root.Walk())
        {
            size += part.Headers.Sum(header => (long)header.Text.Length) + (part.FileName?.Length ?? 0) + (part.ContentId?.Length ?? 0);
        }
        foreach (var address in mail.From.Concat(mail.To).Concat(mail.Cc)) size += address.Address.Length + (address.Name?.Length ?? 0);
        return size + mail.References.Sum(id => (long)id.Length);
    }

    static long Segments(string text)
    {
        var at = 0;
        foreach (var segment in MailText.Split(text))
        {
            if (segment.Start != at || segment.Length <= 0) throw new InvalidDataException("The segments have a gap.");
            at += segment.Length;
        }
        return at == text.Length ? at : throw new InvalidDataException("The segments are not the whole text.");
    }
}
