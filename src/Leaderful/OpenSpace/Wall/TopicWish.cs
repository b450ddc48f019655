using Leaderful.Data;
using Leaderful.Files;

namespace Leaderful.OpenSpace.Wall;

/// <summary>A topic as somebody would like it. Its convener is known to the house, or has a name alone.</summary>
public sealed record TopicWish(string Title, Id<Actor>? ConvenerId, string Convener = "")
{
    public string Why { get; init; } = "";
    public Id<Slot>? Slot { get; init; }
    public Id<Place>? Place { get; init; }

    /// <summary>A picture of the paper it was written on; where it had one, this one hangs instead.</summary>
    public KeptFile? Paper { get; init; }

    /// <summary>The paper it has is taken off.</summary>
    public bool IsWithoutPaper { get; init; }

    /// <summary>What it is called where nobody typed a title, by its number.</summary>
    public Func<int, string>? Unnamed { get; init; }

    /// <summary>The topic it comes out of.</summary>
    public Id<Topic>? SplitFrom { get; init; }

    public string TitleFor(int number) => Title.Length == 0 && Unnamed is { } name ? name(number) : Title;
}
