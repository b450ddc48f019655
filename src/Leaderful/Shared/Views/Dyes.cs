using System.Globalization;

namespace Leaderful.Shared.Views;

/// <summary>Six suggestions for a community's colour; any hue works, since lightness is the house's.</summary>
public static class Dyes
{
    public const string House = "oklch(0.55 0.1 165)";

    public static readonly IReadOnlyList<(string Name, string Colour)> All =
    [
        ("verdigris", House),
        ("madder", "oklch(0.55 0.15 12)"),
        ("woad", "oklch(0.55 0.11 245)"),
        ("weld", "oklch(0.6 0.12 90)"),
        ("orchil", "oklch(0.52 0.13 330)"),
        ("walnut", "oklch(0.5 0.07 55)"),
    ];

    /// <summary>A hue of one's own, from 0 to 359, at the house's lightness.</summary>
    public static string OfHue(int hue) => string.Create(CultureInfo.InvariantCulture, $"oklch(0.55 0.11 {hue})");

    public static string? Named(string name) => All.FirstOrDefault(d => d.Name == name).Colour;

    /// <summary>The suggestion's name, or none for a hue of one's own.</summary>
    public static string? NameOf(string colour) => All.FirstOrDefault(d => d.Colour == colour).Name;

    public static int HueOf(string colour) =>
        int.TryParse(colour.TrimEnd(')').Split(' ')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var hue) ? hue % 360 : 165;
}
