namespace Leaderful.Shared.Markdown;

/// <summary>
/// The shortest edit between two sequences: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986),
/// in linear space. When the budget is spent, what is left is one replacement.
/// </summary>
internal sealed class Sequences
{
    private readonly int[] _before;
    private readonly int[] _after;
    private readonly Frontier _forward;
    private readonly Frontier _backward;
    private readonly WorkBudget _work;
    private readonly List<DiffRun> _runs = [];

    private Sequences(int[] before, int[] after, WorkBudget work)
    {
        (_before, _after, _work) = (before, after, work);
        _forward = new Frontier(before.Length + after.Length);
        _backward = new Frontier(before.Length + after.Length);
    }

    public static List<DiffRun> Compare(DiffTokens before, DiffTokens after, WorkBudget work)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var sequences = new Sequences(Number(before, numbers), Number(after, numbers), work);
        sequences.Compare(0, before.Count, 0, after.Count);
        return sequences._runs;
    }

    private static int[] Number(DiffTokens tokens, Dictionary<string, int> numbers)
    {
        var lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var result = new int[tokens.Count];
        for (var i = 0; i < result.Length; i++)
        {
            if (!lookup.TryGetValue(tokens[i], out result[i])) lookup[tokens[i]] = result[i] = numbers.Count;
        }
        return result;
    }

    /// <summary>Halves the distance with each step down, so it never goes deep.</summary>
    private void Compare(int a0, int a1, int b0, int b1)
    {
        var head = 0;
        while (a0 + head < a1 && b0 + head < b1 && _before[a0 + head] == _after[b0 + head]) head++;
        Add(isSame: true, a0, a0 + head, b0, b0 + head);
        (a0, b0) = (a0 + head, b0 + head);

        var tail = 0;
        while (a1 - tail > a0 && b1 - tail > b0 && _before[a1 - tail - 1] == _after[b1 - tail - 1]) tail++;
        (a1, b1) = (a1 - tail, b1 - tail);

        if (a0 == a1 || b0 == b1 || FindMiddle(a0, a1, b0, b1) is not { } middle) Add(isSame: false, a0, a1, b0, b1);
        else
        {
            Compare(a0, middle.A, b0, middle.B);
            Compare(middle.A, a1, middle.B, b1);
        }
        Add(isSame: true, a1, a1 + tail, b1, b1 + tail);
    }

    private (int A, int B)? FindMiddle(int a0, int a1, int b0, int b1)
    {
        _forward.Start(a1 - a0, b1 - b0);
        _backward.Start(a1 - a0, b1 - b0);
        return MiddleSearch.Run(_forward, _backward, new DiffWindow(_before, _after, a0, a1, b0, b1), _work);
    }

    private void Add(bool isSame, int a0, int a1, int b0, int b1)
    {
        if (a0 == a1 && b0 == b1) return;
        if (_runs is [.., var last] && last.IsSame == isSame)
            _runs[^1] = new DiffRun(isSame, last.Before.Start..a1, last.After.Start..b1);
        else
            _runs.Add(new DiffRun(isSame, a0..a1, b0..b1));
    }
}
