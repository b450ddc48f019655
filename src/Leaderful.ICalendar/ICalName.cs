using System.Buffers;

namespace Leaderful.ICalendar;

/// <summary>What names of components, properties and parameters are made of, and what no line may hold (RFC 5545, 3.1).</summary>
internal static class ICalName
{
    public static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>All control characters of ASCII but the tabulator.</summary>
    public static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(c => c != '\t').Select(c => (char)c), '\u007F']);

    /// <summary>How many characters at the beginning can be a name.</summary>
    public static int Length(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(Letters) is var end and >= 0 ? end : text.Length;

    public static bool IsName(ReadOnlySpan<char> text) => text.Length > 0 && Length(text) == text.Length;

    public static string Checked(string name, string argument) =>
        IsName(name) ? name.ToUpperInvariant() : throw new ArgumentException("A name is made of letters, digits and hyphens.", argument);
}
