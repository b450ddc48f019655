using Leaderful.ICalendar;
using Leaderful.Mime;

namespace Leaderful.Mail.Receiving;

/// <summary>
/// Tells an answer from what nobody wrote and from what cannot be read. Calendars answer by themselves and say so (RFC 3834), which makes
/// their answer no less one; whatever else comes by itself is left alone, so that no two machines ever write to each other.
/// </summary>
public sealed class Sorting(Inbound inbound, string own)
{
    private static readonly string[] ToMany = ["bulk", "list", "junk"];

    /// <summary>Why nothing comes of it, or the answer it is.</summary>
    public (ReceivedOutcome? Why, CalendarReply? Reply) Sort(MailMessage mail)
    {
        if (NobodyWrote(mail) is { } nobody) return (nobody, null);
        var (why, reply) = ReplyIn(mail);
        return why is not null && IsAutomatic(mail) ? (ReceivedOutcome.Automatic, null) : (why, reply);
    }

    private ReceivedOutcome? NobodyWrote(MailMessage mail)
    {
        if (mail.From.Any(f => inbound.TagOf(f.Address) is not null || string.Equals(f.Address, own, StringComparison.OrdinalIgnoreCase))) return ReceivedOutcome.Own;
        if (mail.Root.ContentType.MediaType == "multipart/report" || mail.From.Any(f => f.Address.StartsWith("mailer-daemon@", StringComparison.OrdinalIgnoreCase))) return ReceivedOutcome.Report;
        var precedence = mail.Headers["Precedence"]?.Trim().ToLowerInvariant() ?? "";
        return ToMany.Contains(precedence, StringComparer.Ordinal) || mail.Headers.Find("List-Id") is not null ? ReceivedOutcome.Bulk : null;
    }

    /// <summary>Mail that must not be answered comes without a way back (RFC 5321, 4.5.5).</summary>
    private static bool IsAutomatic(MailMessage mail) =>
        (mail.Headers["Auto-Submitted"] is { } said && !said.Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase)) || mail.Headers["Return-Path"]?.Trim() == "<>";

    private static (ReceivedOutcome?, CalendarReply?) ReplyIn(MailMessage mail)
    {
        if (CalendarIn(mail) is not { } calendar) return (ReceivedOutcome.NoCalendar, null);
        // What is far too long for an answer need not be made text of first.
        if (calendar.RawBody.Length > 2 * CalendarReply.LongestText) return (ReceivedOutcome.Unreadable, null);
        return CalendarReply.Read(calendar.DecodeText(), out var problem) is { } reply ? (null, reply) : (OutcomeOf(problem), null);
    }

    /// <summary>Not of a mail enclosed in this one: that is somebody else's word.</summary>
    private static MailPart? CalendarIn(MailMessage mail)
    {
        var parts = mail.Root.Walk().Where(p => p.Children.Count == 0).ToList();
        return parts.Find(p => p.ContentType.MediaType == "text/calendar") ?? parts.Find(p => p.ContentType.MediaType == "application/ics");
    }

    private static ReceivedOutcome OutcomeOf(CalendarReplyProblem problem) => problem switch
    {
        CalendarReplyProblem.Method => ReceivedOutcome.Otherwise,
        CalendarReplyProblem.SeveralCalendars or CalendarReplyProblem.SeveralEvents => ReceivedOutcome.Several,
        CalendarReplyProblem.Participation => ReceivedOutcome.Undecided,
        _ => ReceivedOutcome.Unreadable,
    };
}
