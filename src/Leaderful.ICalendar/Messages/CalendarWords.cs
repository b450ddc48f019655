namespace Leaderful.ICalendar;

/// <summary>The people of a calendar say in words what is a number here; both ways.</summary>
internal sealed class CalendarWords<T>(params (T Value, string Word)[] words)
    where T : struct, Enum
{
    public T? Read(string? word)
    {
        foreach (var (value, written) in words)
        {
            if (written.Equals(word?.Trim(), StringComparison.OrdinalIgnoreCase)) return value;
        }
        return null;
    }

    /// <exception cref="ArgumentException">The value is none of the enumeration.</exception>
    public string Write(T value)
    {
        foreach (var (one, word) in words)
        {
            if (EqualityComparer<T>.Default.Equals(one, value)) return word;
        }
        throw new ArgumentException($"{value} is no {typeof(T).Name}.", nameof(value));
    }
}

/// <summary>The words of RFC 5545 and 5546.</summary>
internal static class CalendarWords
{
    public static readonly CalendarWords<CalendarMethod> Methods = new(
        (CalendarMethod.Publish, "PUBLISH"), (CalendarMethod.Request, "REQUEST"), (CalendarMethod.Reply, "REPLY"), (CalendarMethod.Add, "ADD"),
        (CalendarMethod.Cancel, "CANCEL"), (CalendarMethod.Refresh, "REFRESH"), (CalendarMethod.Counter, "COUNTER"), (CalendarMethod.DeclineCounter, "DECLINECOUNTER"));

    public static readonly CalendarWords<CalendarStatus> Statuses = new(
        (CalendarStatus.Tentative, "TENTATIVE"), (CalendarStatus.Confirmed, "CONFIRMED"), (CalendarStatus.Cancelled, "CANCELLED"));

    public static readonly CalendarWords<CalendarParticipation> Participations = new(
        (CalendarParticipation.NeedsAction, "NEEDS-ACTION"), (CalendarParticipation.Accepted, "ACCEPTED"), (CalendarParticipation.Declined, "DECLINED"),
        (CalendarParticipation.Tentative, "TENTATIVE"), (CalendarParticipation.Delegated, "DELEGATED"));

    public static readonly CalendarWords<CalendarRole> Roles = new(
        (CalendarRole.Required, "REQ-PARTICIPANT"), (CalendarRole.Chair, "CHAIR"), (CalendarRole.Optional, "OPT-PARTICIPANT"), (CalendarRole.NonParticipant, "NON-PARTICIPANT"));
}
