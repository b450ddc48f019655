namespace Leaderful.Bench;

/// <summary>A language of twenty thousand made-up words, few of them frequent and most rare, as in any language. The same for the same number.</summary>
public static class ManyWords
{
    public const int Count = 20_000;
    private const int Length = 100;

    private static readonly string[] Syllables = "ka lo mi ter an sel ru gor ben ti sha no vel ur dim pa quo res ei fal".Split(' ');

    public static IEnumerable<string> Of(int seed)
    {
        var pick = new Random(seed);
        return Enumerable.Range(0, Length).Select(_ => Word((int)Math.Pow(Count, pick.NextDouble()) - 1));
    }

    /// <summary>The word of a rank: the lower, the more often it is said.</summary>
    public static string Word(int rank)
    {
        var word = "";
        for (var left = rank + Syllables.Length; left > 0; left /= Syllables.Length) word += Syllables[left % Syllables.Length];
        return word;
    }
}
