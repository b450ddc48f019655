using System.Globalization;
using System.Text.RegularExpressions;
using Leaderful.OpenSpace.Wall;

namespace Leaderful.OpenSpace.Bringing;

/// <summary>Days and hours as people and programs write them. What could be read in two ways is not guessed.</summary>
internal static partial class AgendaTime
{
    private const int Longest = 60;

    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy/MM/dd", "d.M.yyyy"];
    private static readonly string[] Hours = ["H:mm", "HH:mm", "H:mm:ss", "HH:mm:ss", "H.mm", "h:mm tt", "h:mmtt", "h tt", "htt"];

    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && Slot.IsDay(day) ? day : null;

    public static TimeOnly? Hour(string text) =>
        TimeOnly.TryParseExact(text.Trim(), Hours, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null;

    /// <summary>"2027-03-06 13:00-14:00" in its parts, of which any may be missing.</summary>
    public static (string Day, string Begins, string Ends) Parts(string text)
    {
        var found = Written().Match(text.Length > Longest ? "" : text.Trim());
        return found.Success && text.Length <= Longest ? (found.Groups["day"].Value, found.Groups["from"].Value.Trim(), found.Groups["to"].Value.Trim()) : ("", text, "");
    }

    [GeneratedRegex("^(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})?[ T]*(?<from>[0-9][^-–—]*)?(?:[-–—](?<to>.+))?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
