using Leaderful.Data;

namespace Leaderful.OpenSpace.Wall;

/// <summary>A topic as somebody would like it. Its convener is known to the house, or has a name alone.</summary>
public sealed record TopicWish(string Title, Id<Actor>? ConvenerId, string Convener = "")
{
    public string Why { get; init; } = "";
    public Id<Slot>? Slot { get; init; }
    public Id<Place>? Place { get; init; }

    /// <summary>The topic it comes out of.</summary>
    public Id<Topic>? SplitFrom { get; init; }
}
