using System.Text;
using Leaderful.ICalendar.Soak;
using Xunit;

namespace Leaderful.ICalendar.Tests;

public class ReplyTests
{
    const string Head = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//X//EN\nMETHOD:REPLY\n";
    const string Attendee = "ATTENDEE;CN=\"Samir\";PARTSTAT=ACCEPTED:mailto:samir@example.org\n";

    static string Event(string lines) => $"BEGIN:VEVENT\n{lines}END:VEVENT\n";

    static string Reply(string lines) => $"{Head}{Event("UID:1@example.org\n" + lines)}END:VCALENDAR\n";

    static CalendarReplyProblem Problem(string text)
    {
        var reply = CalendarReply.Read(text, out var problem);
        Assert.Equal(reply is null, problem != CalendarReplyProblem.None);
        return problem;
    }

    /// <summary>As large programs write them: with zones, folds, a request's other lines, and names of their own.</summary>
    [Theory]
    [InlineData("DTSTART;TZID=Europe/Berlin:20260303T190000\nDTSTAMP:20260201T080000Z\nORGANIZER;CN=ruth@example.org:mailto:ruth@example.org\nATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=samir\n @example.org;X-NUM-GUESTS=0:mailto:samir@example.org\nSEQUENCE:2\nSTATUS:CONFIRMED\nSUMMARY:Accepted: Circle\n")]
    [InlineData("ATTENDEE;PARTSTAT=ACCEPTED;RSVP=TRUE:MAILTO:samir@example.org\nCOMMENT;LANGUAGE=en-US:\\n\nSUMMARY;LANGUAGE=en-US:Accepted: Circle\nDTSTAMP:20260201T080000Z\nSEQUENCE:2\nX-MICROSOFT-CDO-APPT-SEQUENCE:2\n")]
    public void Replies_of_others_are_read(string lines)
    {
        var reply = CalendarReply.Read(Reply(lines), out var problem);
        Assert.Equal(CalendarReplyProblem.None, problem);
        Assert.Equal(("1@example.org", 2, "samir@example.org", CalendarParticipation.Accepted, null, null), (reply!.Uid, reply.Sequence, reply.Address, reply.Participation, reply.RecurrenceId, reply.Comment));
        Assert.Equal(new DateTimeOffset(2026, 2, 1, 8, 0, 0, TimeSpan.Zero), reply.Stamp);
    }

    [Fact]
    public void A_reply_is_read_as_it_was_written()
    {
        var reply = CalendarReply.Read(Seeds.Reply(), out _)!;
        Assert.Equal(new CalendarReply
        {
            Uid = "1@example.org", RecurrenceId = CalendarTime.InZone(new DateTime(2026, 4, 7, 18, 30, 0), "Europe/Berlin"), Sequence = 3, Stamp = new DateTimeOffset(2026, 2, 1, 8, 0, 0, TimeSpan.Zero),
            Address = "samir@example.org", Name = "Samir", Participation = CalendarParticipation.Declined, Comment = "Ich bin krank, leider.\nGrüße",
        }, reply);
        Assert.Throws<ArgumentException>(() => (reply with { Address = "x" }).Write("x"));
        Assert.Throws<ArgumentException>(() => (reply with { Uid = "" }).Write("x"));
    }

    [Theory]
    [InlineData("", CalendarReplyProblem.Unreadable)]
    [InlineData("hello", CalendarReplyProblem.Unreadable)]
    [InlineData("BEGIN:VEVENT\nEND:VEVENT\n", CalendarReplyProblem.Unreadable)]
    [InlineData(Head, CalendarReplyProblem.Unreadable)]
    [InlineData(Head + "END:VCALENDAR\n" + Head + "END:VCALENDAR\n", CalendarReplyProblem.SeveralCalendars)]
    [InlineData(Head + "END:VCALENDAR\n", CalendarReplyProblem.NoEvent)]
    [InlineData(Head + "METHOD:REQUEST\nEND:VCALENDAR\n", CalendarReplyProblem.Method)]
    [InlineData("BEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR\n", CalendarReplyProblem.Method)]
    [InlineData("BEGIN:VCALENDAR\nMETHOD:COUNTER\nEND:VCALENDAR\n", CalendarReplyProblem.Method)]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR\n", CalendarReplyProblem.Method)]
    [InlineData(Head + "BEGIN:VTODO\nUID:1\nEND:VTODO\nEND:VCALENDAR\n", CalendarReplyProblem.NoEvent)]
    [InlineData(Head + "BEGIN:VEVENT\nUID:1\nEND:VEVENT\nBEGIN:VEVENT\nUID:1\nEND:VEVENT\nEND:VCALENDAR\n", CalendarReplyProblem.SeveralEvents)]
    [InlineData(Head + "BEGIN:VEVENT\n" + Attendee + "END:VEVENT\nEND:VCALENDAR\n", CalendarReplyProblem.Uid)]
    [InlineData(Head + "BEGIN:VEVENT\nUID:\n" + Attendee + "END:VEVENT\nEND:VCALENDAR\n", CalendarReplyProblem.Uid)]
    [InlineData(Head + "BEGIN:VEVENT\nUID:1\n" + Attendee + "END:VCALENDAR\n", CalendarReplyProblem.Unreadable)]
    public void What_is_no_reply_is_none(string text, CalendarReplyProblem problem) => Assert.Equal(problem, Problem(text));

    [Theory]
    [InlineData(Attendee, CalendarReplyProblem.None)]
    [InlineData("UID:2\n" + Attendee, CalendarReplyProblem.Uid)]
    [InlineData("RECURRENCE-ID:x\n" + Attendee, CalendarReplyProblem.RecurrenceId)]
    [InlineData("RECURRENCE-ID;RANGE=THISANDFUTURE:20260101T000000Z\n" + Attendee, CalendarReplyProblem.RecurrenceId)]
    [InlineData("RECURRENCE-ID:20260101\nRECURRENCE-ID:20260102\n" + Attendee, CalendarReplyProblem.RecurrenceId)]
    [InlineData("SEQUENCE:one\n" + Attendee, CalendarReplyProblem.Sequence)]
    [InlineData("SEQUENCE:99999999999\n" + Attendee, CalendarReplyProblem.Sequence)]
    [InlineData("", CalendarReplyProblem.Attendee)]
    [InlineData(Attendee + Attendee, CalendarReplyProblem.Attendee)]
    [InlineData("ATTENDEE;PARTSTAT=ACCEPTED:urn:uuid:1\n", CalendarReplyProblem.Address)]
    [InlineData("ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b?cc=c@d\n", CalendarReplyProblem.Address)]
    [InlineData("ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b,mailto:c@d\n", CalendarReplyProblem.Address)]
    [InlineData("ATTENDEE:mailto:a@b\n", CalendarReplyProblem.Participation)]
    [InlineData("ATTENDEE;PARTSTAT=X-MAYBE:mailto:a@b\n", CalendarReplyProblem.Participation)]
    [InlineData("ATTENDEE;PARTSTAT=ACCEPTED,DECLINED:mailto:a@b\n", CalendarReplyProblem.Participation)]
    [InlineData("ATTENDEE;PARTSTAT=ACCEPTED;PARTSTAT=DECLINED:mailto:a@b\n", CalendarReplyProblem.Participation)]
    public void What_could_be_meant_otherwise_is_not_taken(string lines, CalendarReplyProblem problem) => Assert.Equal(problem, Problem(Reply(lines)));

    [Fact]
    public void A_huge_reply_is_not_read()
    {
        Assert.Equal(CalendarReplyProblem.TooLong, Problem(Reply("COMMENT:" + new string('x', CalendarReply.LongestText) + "\n" + Attendee)));
        Assert.Equal(CalendarReplyProblem.TooLong, Problem(new string('ü', (CalendarReply.LongestText / 2) + 1)));
        Assert.Equal(CalendarReplyProblem.Unreadable, Problem(Reply("COMMENT:" + new string('x', 100_000) + "\n" + Attendee)));
        Assert.Equal(CalendarReplyProblem.Unreadable, Problem(Reply(string.Concat(Enumerable.Repeat("X:y\n", 6000)) + Attendee)));
        Assert.Equal(CalendarReplyProblem.Uid, Problem($"{Head}{Event($"UID:{new string('x', 1001)}\n{Attendee}")}END:VCALENDAR\n"));
    }

    [Fact]
    public void A_comment_is_text_and_not_too_long()
    {
        Assert.Equal("One,\nTwo", CalendarReply.Read(Reply("COMMENT: One\\,\\nTwo \n" + Attendee), out _)!.Comment);
        Assert.Equal(CalendarReply.LongestComment, CalendarReply.Read(Reply("COMMENT:" + new string('x', 60_000) + "\n" + Attendee), out _)!.Comment!.Length);
        Assert.DoesNotContain(CalendarReply.Read(Encoding.Latin1.GetBytes(Reply("COMMENT:a\0b\u0007\n" + Attendee)), out _)!.Comment!, char.IsControl);
    }
}
