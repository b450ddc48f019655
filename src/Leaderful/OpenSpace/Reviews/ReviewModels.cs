using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.OpenSpace.Preparing;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Reviews;

/// <summary>Where something that was promised stands when people look back.</summary>
public enum Standing { Kept, UnderWay, InTheWay, NothingYet, LetGo }

public static class Standings
{
    /// <summary>In the order in which they are read out; what was let go comes last, and is no fault.</summary>
    public static readonly IReadOnlyList<Standing> All = Enum.GetValues<Standing>();

    public static Standing Of(Commitment commitment) =>
        commitment.ReleasedAt is not null ? Standing.LetGo
        : commitment.KeptAt is not null ? Standing.Kept
        : commitment.BarredAt is not null ? Standing.InTheWay
        : commitment.SaidAt is not null ? Standing.UnderWay
        : Standing.NothingYet;

    public static Standing Of(PledgeNote? note) => note?.Kind switch
    {
        PledgeNoteKind.Kept => Standing.Kept,
        PledgeNoteKind.Progress => Standing.UnderWay,
        PledgeNoteKind.Barrier => Standing.InTheWay,
        _ => Standing.NothingYet,
    };
}

/// <summary>Something that was promised: a commitment, or a pledge by name alone.</summary>
public sealed record ReviewItem(string What, string Who, DateOnly? Due)
{
    public ListedCommitment? Commitment { get; init; }
    public Pledge? Pledge { get; init; }
    public Standing Standing { get; init; }

    /// <summary>What was said of it last.</summary>
    public string Line { get; init; } = "";
}

public sealed record ReviewModel(SpaceHead Head, IReadOnlyList<ReviewItem> Items, Form Form)
{
    public Review? Next { get; init; }
    public IReadOnlyList<HeldReview> Held { get; init; } = [];
    public bool MayHold { get; init; }
    public bool MayPlan { get; init; }
    public bool MayCopy { get; init; }

    /// <summary>Of which promise something was sent that could not be kept.</summary>
    public Id<Pledge>? Sent { get; init; }

    /// <summary>Nothing is looked back at before it is over.</summary>
    public bool IsTime => Head.Space.Stage >= Stage.Closed;

    public IReadOnlyList<ReviewItem> In(Standing standing) => [.. Items.Where(i => i.Standing == standing)];

    public static async Task<ReviewModel> Of(Db db, Viewer viewer, SpaceHead head, Form form, Id<Pledge>? sent = null) =>
        new(head, [.. await db.PromisesOf(viewer, head.Id), .. await db.NamedPledgesOf(head.Id)], form)
        {
            Next = await db.NextReviewOf(head.Id), Held = await db.HeldReviewsOf(head.Id), Sent = sent,
            MayHold = SpaceAccess.MayHold(viewer, head), MayPlan = SpaceAccess.MayPrepare(viewer, head), MayCopy = CopyEndpoints.MayCopy(viewer, head),
        };
}
