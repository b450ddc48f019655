using Leaderful.Data;
using Leaderful.Shared.Markdown;
using Leaderful.Shared.Web;

namespace Leaderful.Commitments;

/// <summary>What was promised, and what is in its way.</summary>
public sealed record InTheWay(string What, string Line)
{
    public static readonly InTheWay None = new("", "");

    /// <summary>For a field that takes so much.</summary>
    public string LineIn(int most) => Line.Length == 0 ? "" : PlainText.Excerpt(Line, most - 1);
}

/// <summary>What is in the way of a commitment can be taken elsewhere: asked of somebody, put on a wall, talked over by two.</summary>
public static class Barring
{
    /// <summary>The field of an address that says whose barrier it is.</summary>
    public const string Field = "barrier";

    /// <summary>What stands in the way of a commitment, for a member who reads it.</summary>
    public static async Task<InTheWay> BarrierOf(this Db db, Viewer viewer, string? id) =>
        viewer.Guest is null && Id<Commitment>.TryParse(id, null, out var commitment) && await CommitmentAccess.ForReading(db, viewer, commitment) is { It: { BarredAt: not null, What: var what }, Barrier: { Length: > 0 } line } ? new(what, line) : InTheWay.None;
}
