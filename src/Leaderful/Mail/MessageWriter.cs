using Leaderful.Data;
using Leaderful.Mime;

namespace Leaderful.Mail;

/// <summary>A queued mail as the bytes that travel, from this instance's address.</summary>
public sealed class MessageWriter(Settings settings)
{
    private const string House = "Leaderful";

    public string Domain { get; } = settings.MailFrom[(settings.MailFrom.LastIndexOf('@') + 1)..];

    public byte[] Write(QueuedMail mail)
    {
        // Those about one thing stand together, as though each answered one mail that was never sent.
        var thread = mail.About is { } about ? $"{about}@{Domain}" : null;
        try
        {
            return MailWriter.Write(new OutgoingMail
            {
                From = new MailAddress(mail.FromName.Length > 0 ? mail.FromName : House, settings.MailFrom),
                To = [new MailAddress(null, mail.To)],
                Subject = mail.Subject, MessageId = mail.MessageIdAt(Domain), Date = new DateTimeOffset(mail.CreatedAt),
                InReplyTo = thread, References = thread is null ? [] : [thread],
                Text = mail.Text, Html = mail.Html,
                Calendar = mail is { Calendar: { } calendar, CalendarMethod: { } method } ? new OutgoingCalendar(method, calendar) : null,
                Headers = [KeyValuePair.Create("Auto-Submitted", "auto-generated")],
            });
        }
        catch (ArgumentException failure)
        {
            throw new NeverMindException(failure.Message, failure);
        }
    }
}
