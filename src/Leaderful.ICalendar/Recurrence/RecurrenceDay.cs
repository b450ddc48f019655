using System.Runtime.InteropServices;

namespace Leaderful.ICalendar;

/// <summary>A day of BYDAY (RFC 5545, 3.3.10): a weekday, and which of them within the month or year.</summary>
/// <param name="Day">The weekday.</param>
/// <param name="Ordinal">0 for each of them; 1 for the first, -1 for the last, and so on up to 53.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RecurrenceDay(DayOfWeek Day, int Ordinal = 0);
