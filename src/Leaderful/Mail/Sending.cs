using Leaderful.Data;
using Leaderful.Shared.Forms;

namespace Leaderful.Mail;

public static class Sending
{
    /// <summary>Queues a mail with the change it speaks of: both are kept, or neither.</summary>
    public static QueuedMail Send(this Unit unit, QueuedMail mail)
    {
        unit.Db.Add(mail);
        unit.Enqueue(MailHandler.KindOfWork, mail.Id.Value);
        return mail;
    }

    public static QueuedMail Send(this Unit unit, Letter letter) => unit.Send(new QueuedMail
    {
        Id = Id<QueuedMail>.New(), To = letter.To, FromName = Short(letter.FromName, 200), Subject = Short(letter.Subject, 300),
        Text = LetterText.Plain(letter), Html = LetterText.Html(letter), CreatedAt = unit.Now, About = letter.About,
        Calendar = letter.Calendar?.Text, CalendarMethod = letter.Calendar?.Method,
    });

    /// <summary>A line that is cut where it is too long, and says so.</summary>
    internal static string Short(string line, int most)
    {
        var clean = Clean.Line(line);
        return clean.Length <= most ? clean : clean[..(char.IsHighSurrogate(clean[most - 2]) ? most - 2 : most - 1)] + "…";
    }
}
