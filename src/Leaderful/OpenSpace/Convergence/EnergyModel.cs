using Leaderful.Data;
using Leaderful.OpenSpace.Wall;
using Leaderful.Shared.Forms;

namespace Leaderful.OpenSpace.Convergence;

/// <summary>A topic with the dots on it and on what was joined to it.</summary>
public sealed record DottedTopic(Slip Slip, int Mine, int All, IReadOnlyList<Slip> Joined);

/// <summary>Where the energy is: dots being put, or what they came to.</summary>
public sealed record EnergyModel(SpaceHead Head, Board Board, Energy Energy, Form Form, bool MayHold)
{
    /// <summary>What still looks for somebody to take it on.</summary>
    public IReadOnlyList<UntakenAction> Untaken { get; init; } = [];

    public DotRound? Round => Energy.Round;

    /// <summary>Dots are put and taken back until somebody ends it, or the whole space is closed.</summary>
    public bool IsOpen => Round is { EndedAt: null } && SpaceAccess.IsOpen(Head);

    /// <summary>Every topic there is, as it hangs on the wall: by time and place, then the tray. What was taken down is there for whoever has dots on it still.</summary>
    public IReadOnlyList<DottedTopic> AsOnTheWall => field ??= [..
        from slip in Board.Slips
        where slip.MergedIntoId is null
        let topic = Of(slip)
        where slip.DeletedAt is null || topic.Mine > 0
        orderby slip.DeletedAt is not null, !Board.Hangs(slip), Board.Slot(slip)?.Begins, Board.Place(slip)?.Order, slip.Number
        select topic];

    /// <summary>Every topic, where the most dots are first; nothing is left out.</summary>
    public IReadOnlyList<DottedTopic> ByEnergy => field ??= [.. AsOnTheWall.Where(t => t.Slip.DeletedAt is null).OrderByDescending(t => t.All)];

    public int Most => ByEnergy.Select(t => t.All).DefaultIfEmpty().Max();

    public bool IsPutYet => Energy.All.Count > 0;

    private DottedTopic Of(Slip slip)
    {
        var joined = Board.JoinedTo(slip).ToList();
        return new DottedTopic(slip, Sum(Energy.Mine), Sum(Energy.All), joined);

        int Sum(IReadOnlyDictionary<Id<Topic>, int> dots) => dots.GetValueOrDefault(slip.Id) + joined.Sum(j => dots.GetValueOrDefault(j.Id));
    }
}
