using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Leaderful.ICalendar;

/// <summary>A DURATION (RFC 5545, 3.3.6). Days are days of the calendar, also where a clock is set between them; the time is time that passes.</summary>
/// <param name="Days">Days; a week is seven.</param>
/// <param name="Time">Hours, minutes and seconds, of the same sign as the days.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CalendarDuration(int Days, TimeSpan Time)
{
    /// <summary>More digits than this in one number are refused, so that every sum of them is one.</summary>
    const int MostDigits = 8;

    /// <summary>So much time that passes.</summary>
    public static CalendarDuration Of(TimeSpan time) => new(0, time);

    /// <summary>Both together, a day taken as 24 hours.</summary>
    public TimeSpan Total => TimeSpan.FromDays(Days) + Time;

    /// <summary>A value such as <c>PT1H30M</c>, <c>-P2D</c> or <c>P1W</c>; null if it is none or too long. Never throws.</summary>
    public static CalendarDuration? Parse(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        var sign = value.StartsWith('-') ? -1 : 1;
        if (value.StartsWith('-') || value.StartsWith('+')) value = value[1..];
        if (value.Length < 3 || value[0] is not ('P' or 'p')) return null;
        value = value[1..];
        long days = 0, seconds = 0;
        for (var isTime = false; !value.IsEmpty;)
        {
            if (!isTime && value is ['T' or 't', _, ..])
            {
                isTime = true;
                value = value[1..];
                continue;
            }
            var digits = value.IndexOfAnyExceptInRange('0', '9');
            if (digits is < 1 or > MostDigits) return null;
            var number = int.Parse(value[..digits], NumberStyles.None, CultureInfo.InvariantCulture);
            switch (char.ToUpperInvariant(value[digits]))
            {
                case 'W' when !isTime: days += 7L * number; break;
                case 'D' when !isTime: days += number; break;
                case 'H' when isTime: seconds += 3600L * number; break;
                case 'M' when isTime: seconds += 60L * number; break;
                case 'S' when isTime: seconds += number; break;
                default: return null;
            }
            value = value[(digits + 1)..];
        }
        // No calendar is longer, and further on sums would leave what a TimeSpan holds.
        return days > 4_000_000 || seconds > 4_000_000L * 86_400 ? null : new CalendarDuration(sign * (int)days, TimeSpan.FromSeconds(sign * seconds));
    }

    /// <summary>The value as it is written. Parts of seconds are left out.</summary>
    public override string ToString()
    {
        var (days, time) = (Math.Abs((long)Days), Time.Duration());
        var text = new StringBuilder(Days < 0 || Time < TimeSpan.Zero ? "-P" : "P");
        if (days > 0) text.Append(CultureInfo.InvariantCulture, $"{days}D");
        var (hours, minutes, seconds) = ((long)time.TotalHours, time.Minutes, time.Seconds);
        if (hours + minutes + seconds == 0) return days > 0 ? text.ToString() : "PT0S";
        text.Append('T');
        if (hours > 0) text.Append(CultureInfo.InvariantCulture, $"{hours}H");
        // RFC 5545 wants minutes between hours and seconds, even none.
        if (minutes > 0 || (hours > 0 && seconds > 0)) text.Append(CultureInfo.InvariantCulture, $"{minutes}M");
        if (seconds > 0) text.Append(CultureInfo.InvariantCulture, $"{seconds}S");
        return text.ToString();
    }
}
