namespace Leaderful.Shared.Markdown;

public enum DiffKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A stretch of text; all stretches but the added ones are the old text, all but the removed ones the new.</summary>
public readonly record struct DiffSegment(DiffKind Kind, string Text);

/// <summary>
/// What an edit changed, for readers: first by lines, then by words within the lines that changed. Where little of a
/// passage survived, it is shown as one replacement, because single words that happen to recur only confuse.
/// </summary>
public static class TextDiff
{
    /// <summary>Steps of comparison; beyond, the rest is shown as replaced. About 50 ms.</summary>
    private const int MaxWork = 4_000_000;

    public static IReadOnlyList<DiffSegment> Compare(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var work = new WorkBudget(MaxWork);
        var result = new DiffBuilder();
        var oldLines = DiffTokens.Lines(before);
        var newLines = DiffTokens.Lines(after);
        foreach (var run in Sequences.Compare(oldLines, newLines, work))
        {
            if (run.IsSame) result.Add(DiffKind.Same, oldLines.Text(run.Before));
            else Words(oldLines.Text(run.Before), newLines.Text(run.After), work, result);
        }
        return result.Segments;
    }

    private static void Words(string before, string after, WorkBudget work, DiffBuilder result)
    {
        var oldWords = DiffTokens.Words(before);
        var newWords = DiffTokens.Words(after);
        var runs = new ReadableRuns(oldWords, newWords).Of(Sequences.Compare(oldWords, newWords, work));
        if (!MuchSurvived(runs, oldWords, before.Length, after.Length))
        {
            result.Add(DiffKind.Removed, before);
            result.Add(DiffKind.Added, after);
            return;
        }
        foreach (var run in runs)
        {
            if (run.IsSame) result.Add(DiffKind.Same, oldWords.Text(run.Before));
            result.Add(DiffKind.Removed, run.IsSame ? "" : oldWords.Text(run.Before));
            result.Add(DiffKind.Added, run.IsSame ? "" : newWords.Text(run.After));
        }
    }

    /// <summary>A third of the shorter side, blanks and punctuation apart.</summary>
    private static bool MuchSurvived(List<DiffRun> runs, DiffTokens words, int before, int after)
    {
        var survived = runs.Where(run => run.IsSame).Sum(run => words.WordLength(run.Before));
        return survived > 0 && survived * 3 >= Math.Min(before, after);
    }
}
