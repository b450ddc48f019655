using System.Globalization;

namespace Leaderful.Shared.Views;

/// <summary>A person in a ring that is never closed: their first letters, and the hour at which their ring stands open.</summary>
public static class Initials
{
    public static string Of(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return "·";
        var last = words.Length > 1 ? First(words[^1]) : "";
        return (First(words[0]) + last).ToUpperInvariant();
    }

    public static string Turn(Guid id) => $"--turn:{(id.ToByteArray()[15] * 360 / 256).ToString(CultureInfo.InvariantCulture)}deg";

    private static string First(string word) => StringInfo.GetNextTextElement(word);
}
