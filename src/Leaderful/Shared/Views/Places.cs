namespace Leaderful.Shared.Views;

/// <summary>A place of a community, as its contents list it: the name is also its icon's.</summary>
public sealed record Place(string Name, string Path);

public static class Places
{
    public static readonly IReadOnlyList<Place> All =
    [
        new("today", ""),
        new("conversations", "/conversations"),
        new("gatherings", "/gatherings"),
        new("circles", "/circles"),
        new("initiatives", "/initiatives"),
        new("pages", "/pages"),
        new("people", "/people"),
        new("agreements", "/agreements"),
    ];
}
