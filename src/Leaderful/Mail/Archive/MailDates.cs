using Leaderful.Data;
using Leaderful.Mime;

namespace Leaderful.Mail.Archive;

/// <summary>When a mail was written, as far as anything about it can be believed.</summary>
public static class MailDates
{
    /// <summary>Clocks may be a little ahead; a mail cannot be.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);
    private static readonly DateTime FirstMail = new(1971, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <param name="neighbour">The time of the mail before it in the archive, for a mail that tells nothing itself.</param>
    public static (DateTime At, bool Mended) Of(MailMessage mail, MboxFromLine? line, DateTime neighbour, DateTime now)
    {
        var (written, arrived) = (Believed(mail.Date, now), Believed(mail.ReceivedDate ?? line?.Date, now));
        if (written is { } own && !(own - arrived > Ahead)) return (own, false);
        return (arrived ?? written ?? neighbour, true);
    }

    private static DateTime? Believed(DateTimeOffset? date, DateTime now) =>
        date?.UtcDateTime is { } at && at >= FirstMail && at <= now + Ahead ? UtcMicroseconds.Cut(at) : null;
}
