using System.Globalization;
using System.Text;

namespace Leaderful.ICalendar;

/// <summary>
/// The answer to an invitation (RFC 5546, 3.2.3). Whoever takes it must know from elsewhere that it comes from whom it says: an address
/// in a calendar proves nothing.
/// </summary>
public sealed record CalendarReply
{
    /// <summary>Bytes of a reply; a longer one is not read. They mostly have two thousand.</summary>
    public const int LongestText = 256 * 1024;

    /// <summary>Characters of an id.</summary>
    public const int LongestUid = 1000;

    /// <summary>Characters of a comment; of a longer one the beginning is taken.</summary>
    public const int LongestComment = 4000;

    static readonly ICalLimits Limits = new() { MaxBytes = LongestText, MaxLineBytes = 64 * 1024, MaxComponents = 200, MaxProperties = 5000, MaxDepth = 4 };

    /// <summary>The id of the event that is answered, on one line; compare it exactly.</summary>
    public required string Uid { get; init; }

    /// <summary>Which of its times is answered, or null for all.</summary>
    public CalendarTime? RecurrenceId { get; init; }

    /// <summary>The version that was answered; 0 or more.</summary>
    public int Sequence { get; init; }

    /// <summary>When it was written, or null: of two answers the one with the later stamp counts (RFC 5546, 2.1.5).</summary>
    public DateTimeOffset? Stamp { get; init; }

    /// <summary>Who answers: a plain mail address.</summary>
    public required string Address { get; init; }

    /// <summary>The name beside the address, on one line, or null.</summary>
    public string? Name { get; init; }

    /// <summary>What they answer.</summary>
    public required CalendarParticipation Participation { get; init; }

    /// <summary>What they say to it, with <c>\n</c> for line breaks, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>
    /// The reply in some bytes, or null with the reason. It is one answer of one person about one event, or it is none. Never throws,
    /// whatever the bytes; takes time in proportion to their number.
    /// </summary>
    public static CalendarReply? Read(ReadOnlySpan<byte> source, out CalendarReplyProblem problem)
    {
        problem = CalendarReplyProblem.TooLong;
        if (source.Length > LongestText) return null;
        var document = ICalReader.Read(source, Limits);
        problem = Event(document, out var found);
        if (found is null) return null;
        var reader = new ReplyReader(found);
        problem = reader.Problem;
        return reader.Reply;
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, out CalendarReplyProblem)"/>
    public static CalendarReply? Read(string text, out CalendarReplyProblem problem)
    {
        problem = CalendarReplyProblem.TooLong;
        return text.Length > LongestText ? null : Read(Encoding.UTF8.GetBytes(text), out problem);
    }

    static CalendarReplyProblem Event(ICalDocument document, out ICalComponent? found)
    {
        found = null;
        if (document.Components is not [{ Name: "VCALENDAR" } calendar, ..]) return CalendarReplyProblem.Unreadable;
        if (document.Components.Count > 1) return CalendarReplyProblem.SeveralCalendars;
        // Where components do not close as they opened, nobody knows what belongs to what.
        if (document.Problems.Any(problem => problem.Kind is ICalProblemKind.Structure or ICalProblemKind.Limit)) return CalendarReplyProblem.Unreadable;
        if (calendar.All("METHOD").ToList() is not [var method] || CalendarWords.Methods.Read(method.Value) != CalendarMethod.Reply) return CalendarReplyProblem.Method;
        var events = calendar.Within("VEVENT").Take(2).ToList();
        if (events is [var one]) found = one;
        return events.Count switch { 0 => CalendarReplyProblem.NoEvent, 1 => CalendarReplyProblem.None, _ => CalendarReplyProblem.SeveralEvents };
    }

    /// <summary>The message that says so.</summary>
    /// <param name="productId">What made it.</param>
    /// <param name="organizer">Whom it goes to, or null.</param>
    /// <exception cref="ArgumentException">An address is none, or the id is empty.</exception>
    public byte[] Write(string productId, CalendarPerson? organizer = null)
    {
        if (ICalText.OneLine(Uid).Length == 0) throw new ArgumentException("An event has an id.", nameof(productId));
        List<ICalProperty> lines = [ICalProperty.OfText("UID", ICalText.OneLine(Uid))];
        if (Stamp is { } stamp) lines.Add(EventWriter.Moment("DTSTAMP", stamp));
        if (RecurrenceId is { } id) lines.Add(id.ToProperty("RECURRENCE-ID"));
        lines.Add(new ICalProperty("SEQUENCE", Math.Max(0, Sequence).ToString(CultureInfo.InvariantCulture)));
        if (organizer is not null) lines.Add(new ICalProperty("ORGANIZER", CalendarAddress.Write(organizer.Address)));
        lines.Add(EventWriter.Attendee(new CalendarAttendee(Address, Name) { Participation = Participation }));
        EventWriter.Text(lines, "COMMENT", Comment);
        ICalProperty[] head = [new("VERSION", "2.0"), ICalProperty.OfText("PRODID", ICalText.OneLine(productId)), new("METHOD", "REPLY")];
        return ICalWriter.Write(new ICalComponent("VCALENDAR", head, [new ICalComponent("VEVENT", lines)]));
    }
}
