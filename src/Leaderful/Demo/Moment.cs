using System.Globalization;

namespace Leaderful.Demo;

/// <summary>A day after the Open Space and the time a clock shows in Ferryside.</summary>
public sealed record Moment(int Day, TimeSpan Clock)
{
    public static Moment On(int day, string clock) => new(day, Read(clock));

    /// <summary>"07:05" is the next time a clock shows it, "+2 07:05" that time two days later.</summary>
    public Moment Next(string words)
    {
        if (words[0] != '+') return Read(words) is var clock && clock > Clock ? new(Day, clock) : new(Day + 1, Read(words));
        var space = words.IndexOf(' ', StringComparison.Ordinal);
        return On(Day + int.Parse(words.AsSpan(1, space - 1), CultureInfo.InvariantCulture), words[(space + 1)..]);
    }

    private static TimeSpan Read(string clock) => TimeSpan.ParseExact(clock, @"hh\:mm", CultureInfo.InvariantCulture);
}
