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
}
