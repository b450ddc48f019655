namespace Leaderful.Shared.Markdown;

/// <summary>
/// What recurs between two changes and is shorter than either of them only confuses: it counts as changed too. So a
/// sentence that was written anew is shown as one that was, not as crumbs.
/// </summary>
internal sealed class ReadableRuns(DiffTokens before, DiffTokens after)
{
    public List<DiffRun> Of(IEnumerable<DiffRun> runs)
    {
        var kept = new List<DiffRun>();
        foreach (var run in runs)
        {
            if (!run.IsSame && kept is [.., { IsSame: false } last]) kept[^1] = Joined(last, run);
            else kept.Add(run);
            while (kept is [.., { IsSame: false } one, { IsSame: true } between, { IsSame: false } other] && IsCrumb(one, between, other))
            {
                kept.RemoveRange(kept.Count - 3, 3);
                kept.Add(Joined(one, other));
            }
        }
        return kept;
    }

    private static DiffRun Joined(DiffRun from, DiffRun to) => new(false, from.Before.Start..to.Before.End, from.After.Start..to.After.End);

    private bool IsCrumb(DiffRun one, DiffRun between, DiffRun other) =>
        before.WordLength(between.Before) <= Math.Min(Size(one), Size(other));

    private int Size(DiffRun run) => Math.Max(before.WordLength(run.Before), after.WordLength(run.After));
}
