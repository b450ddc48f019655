namespace Leaderful.ICalendar;

/// <summary>Reads the one event of a reply, strictly: what could be meant in two ways is not taken.</summary>
internal sealed class ReplyReader
{
    public ReplyReader(ICalComponent found)
    {
        Problem = Read(found, out var reply);
        Reply = Problem == CalendarReplyProblem.None ? reply : null;
    }

    public CalendarReply? Reply { get; }

    public CalendarReplyProblem Problem { get; }

    static CalendarReplyProblem Read(ICalComponent found, out CalendarReply? reply)
    {
        reply = null;
        if (found.All("UID").ToList() is not [var id] || ICalText.OneLine(id.Text) is not { Length: > 0 and <= CalendarReply.LongestUid } uid) return CalendarReplyProblem.Uid;
        if (!RecurrenceId(found, out var recurrenceId)) return CalendarReplyProblem.RecurrenceId;
        if (EventReader.Sequence(found) is not { } sequence) return CalendarReplyProblem.Sequence;
        if (found.All("ATTENDEE").ToList() is not [var attendee]) return CalendarReplyProblem.Attendee;
        if (CalendarAddress.Read(attendee.Value) is not { } address) return CalendarReplyProblem.Address;
        if (CalendarWords.Participations.Read(Once(attendee, "PARTSTAT")) is not { } participation) return CalendarReplyProblem.Participation;
        reply = new CalendarReply
        {
            Uid = uid,
            RecurrenceId = recurrenceId,
            Sequence = sequence,
            Stamp = found.Property("DTSTAMP") is { } stamp ? CalendarTime.Read(stamp)?.ToMoment() : null,
            Address = address,
            Name = ICalText.OneLine(attendee.Parameter("CN") ?? "") is { Length: > 0 } name ? name : null,
            Participation = participation,
            Comment = Comment(found),
        };
        return CalendarReplyProblem.None;
    }

    /// <summary>A parameter that stands there once with one value, or null.</summary>
    static string? Once(ICalProperty property, string name) =>
        property.Parameters.Where(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Take(2).ToList() is [{ Values: [var value] }] ? value : null;

    /// <summary>RANGE=THISANDFUTURE means several times, which an answer to one must not become.</summary>
    static bool RecurrenceId(ICalComponent found, out CalendarTime? time)
    {
        time = null;
        var lines = found.All("RECURRENCE-ID").ToList();
        if (lines.Count == 0) return true;
        if (lines is not [var line] || line.Parameter("RANGE") is not null) return false;
        time = CalendarTime.Read(line);
        return time is not null;
    }

    static string? Comment(ICalComponent found)
    {
        var text = ICalText.Clean(found.Property("COMMENT")?.Text ?? "").Trim();
        if (text.Length > CalendarReply.LongestComment) text = ICalText.Clean(text[..CalendarReply.LongestComment]).Trim();
        return text.Length > 0 ? text : null;
    }
}
