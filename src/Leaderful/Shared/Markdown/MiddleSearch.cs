namespace Leaderful.Shared.Markdown;

/// <summary>Walks from both ends at once until the two paths meet; nothing if the budget is spent before.</summary>
internal static class MiddleSearch
{
    public static (int A, int B)? Run(Frontier forward, Frontier backward, DiffWindow window, WorkBudget work)
    {
        var delta = window.Width - window.Height;
        var odd = (delta & 1) != 0;
        for (var edits = 0; work.Spend(edits + 1); edits++)
        {
            for (var k = -edits; k <= edits; k += 2)
            {
                var x = Walk(forward, k, window, window.SameFromStart, work);
                if (odd && x >= 0 && Meets(backward, delta - k, edits - 1, x, window))
                    return (window.A0 + x, window.B0 + x - k);
            }
            for (var k = -edits; k <= edits; k += 2)
            {
                var x = Walk(backward, k, window, window.SameFromEnd, work);
                if (!odd && x >= 0 && Meets(forward, delta - k, edits, x, window))
                    return (window.A1 - x, window.B1 - (x - k));
            }
        }
        return null;
    }

    private static int Walk(Frontier frontier, int k, DiffWindow window, Func<int, int, bool> same, WorkBudget work)
    {
        if (!frontier.Covers(k)) return -1;
        var start = frontier.Step(k);
        if (start < 0) return start;
        var x = start;
        while (x < window.Width && x - k < window.Height && same(x, x - k)) x++;
        work.Spend(1 + x - start);
        return frontier[k] = x;
    }

    private static bool Meets(Frontier other, int diagonal, int edits, int x, DiffWindow window) =>
        Math.Abs(diagonal) <= edits && other.Covers(diagonal) && other[diagonal] >= 0 && other[diagonal] + x >= window.Width;
}
