namespace Leaderful.ICalendar;

/// <summary>The sorts of <see cref="ICalProblem"/>. There are no others.</summary>
public enum ICalProblemKind
{
    /// <summary>Bytes that are no UTF-8, or control characters (RFC 5545, 3.1.4 and 3.3.11); they were read as U+FFFD.</summary>
    Encoding,

    /// <summary>A line that is no content line (RFC 5545, 3.1); it was left out.</summary>
    Line,

    /// <summary>Components that do not close in the order they opened, or a property outside of them (RFC 5545, 3.4).</summary>
    Structure,

    /// <summary>A limit of <see cref="ICalLimits"/> was reached and something was left out.</summary>
    Limit,

    /// <summary>A property whose value is not of its type; it was read as though it were not there.</summary>
    Value,

    /// <summary>A component without what it must have; it was left out.</summary>
    Missing,
}
