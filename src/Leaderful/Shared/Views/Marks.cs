namespace Leaderful.Shared.Views;

/// <summary>The drawings a community can choose from, each a <c>seal-…</c> in icons.svg.</summary>
public static class Marks
{
    public static readonly IReadOnlyList<string> All =
        ["rings", "waves", "tree", "bridge", "field", "door", "knot", "hearth", "leaves", "well", "star", "hills"];
}
