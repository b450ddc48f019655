using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.Linking;
using Leaderful.Shared;
using Leaderful.Shared.Forms;

namespace Leaderful.OpenSpace.Wall;

/// <summary>The wall on one of its days, by the clock of the place.</summary>
public sealed record WallModel(SpaceHead Head, Board Board, DateOnly Day, DateTime Local, string Stream)
{
    /// <summary>Where what does not fit into this day may go on.</summary>
    public (Slot Slot, Place Place)? NextDay => Board.FreeAfter(Day);
}

/// <summary>The wall for a hall to see, and where one comes in.</summary>
public sealed record HallModel(SpaceHead Head, HallState State, string Stream, string Origin);

/// <summary>Putting up a topic; where it may hang, and whether one writes down what another calls out.</summary>
public sealed record PostModel(SpaceHead Head, Board Board, Form Form, Id<Topic> Key, DateTime Local, bool IsScribe)
{
    /// <summary>The topic it comes out of.</summary>
    public Slip? From { get; init; }
}

/// <summary>A topic by itself: where it hangs, what becomes of it, who was there.</summary>
public sealed record TopicModel(SpaceHead Head, Board Board, Slip Slip, Form Form, DateTime Local)
{
    public IReadOnlyList<(Id<Actor> Id, string Name)> WereThere { get; init; } = [];
    public bool IsMarked { get; init; }

    /// <summary>What was promised at it and what is said about it; for members alone.</summary>
    public IReadOnlyList<ListedCommitment> Commitments { get; init; } = [];
    public IReadOnlyList<SpokenOf> About { get; init; } = [];
}

public sealed record TopicFormModel(SpaceHead Head, Slip Slip, Form Form, bool IsScribe);
