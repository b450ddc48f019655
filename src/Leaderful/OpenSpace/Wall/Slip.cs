using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Shared;

namespace Leaderful.OpenSpace.Wall;

/// <summary>A topic as it is seen on the wall.</summary>
public sealed record Slip(Id<Topic> Id, int Number, string Title, string Convener, Id<Actor>? ConvenerId, Id<Actor> AuthorId, long Version)
{
    public string Why { get; init; } = "";
    public Id<Slot>? SlotId { get; init; }
    public Id<Place>? PlaceId { get; init; }
    /// <summary>The picture of the paper it was written on.</summary>
    public Id<Attachment>? Paper { get; init; }
    public int Moves { get; init; }
    public Id<Actor>? MovedById { get; init; }
    public bool RunsOn { get; init; }
    public bool IsAction { get; init; }
    public bool HasReport { get; init; }
    public int Marks { get; init; }
    public DateTime? RetiredAt { get; init; }
    public Id<Topic>? MergedIntoId { get; init; }
    public DateTime? DeletedAt { get; init; }

    public string? PaperAddress => Paper is { } paper ? Attachment.ShownAt(paper) : null;

    /// <summary>It hangs or waits for a place; it was neither let go nor joined to another.</summary>
    public bool Stands => RetiredAt is null && MergedIntoId is null && DeletedAt is null;

    /// <summary>Whom two slips have in common: somebody known to the house, or a name as it sounds.</summary>
    public string Key => KeyOf(ConvenerId, Convener);

    public static string KeyOf(Id<Actor>? convener, string name) => convener is { } id ? id.ToString() : $"~{Folded.Of(name)}";
}
