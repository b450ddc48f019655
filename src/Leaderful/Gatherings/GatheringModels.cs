using Leaderful.Circles;
using Leaderful.Commitments;
using Leaderful.Gatherings.Handouts;
using Leaderful.Linking;
using Leaderful.Pages.Hanging;
using Leaderful.Pages;
using Leaderful.Rounds;
using Leaderful.Shared;
using Leaderful.Shared.Forms;

namespace Leaderful.Gatherings;

/// <summary>The calendar: what is to come, or what has been.</summary>
public sealed record GatheringsModel(IReadOnlyList<ListedGathering> Gatherings, Whose Whose, bool IsPast, bool HasMore);

/// <summary>Calling a gathering: for whom, and which circle hosts it.</summary>
public sealed record CallModel(Form Form, IReadOnlyList<Rung> Rungs, OwnCircle? Circle);

public sealed record GatheringSettingsModel(GatheringHead Head, Form Form);

public sealed record GatheringModel(GatheringHead Head, IReadOnlyList<Answered> Answers, DateTime Now)
{
    /// <summary>What was promised at it.</summary>
    public IReadOnlyList<ListedCommitment> Commitments { get; init; } = [];

    /// <summary>The next others of its series.</summary>
    public IReadOnlyList<ListedGathering> Others { get; init; } = [];

    /// <summary>What was brought along.</summary>
    public IReadOnlyList<Handout> Handouts { get; init; } = [];

    /// <summary>Its notes, and what was begun about it.</summary>
    public IReadOnlyList<ListedPage> Pages { get; init; } = [];
    public IReadOnlyList<SpokenOf> About { get; init; } = [];
    public IReadOnlyList<SpokenOf> Pointing { get; init; } = [];

    /// <summary>A round of one-to-ones, or the way to open one, for those who come.</summary>
    public RoundHint? Round { get; init; }

    /// <summary>Of an Open Space: its sponsors talked it over, and this reader reads that.</summary>
    public bool HasTalk { get; init; }

    /// <summary>And how many topics stand on its wall.</summary>
    public int Topics { get; init; }

    public bool HasBegun => Head.Gathering.StartsAt <= Now;
    public bool IsOver => Head.Gathering.EndsAt <= Now;
}
