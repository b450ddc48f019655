namespace Leaderful.Demo;

/// <summary>One conversation of the script.</summary>
public sealed record Tale(string Title, IReadOnlyList<Saying> Sayings)
{
    /// <summary>How its file is called.</summary>
    public string Key { get; init; } = "";

    /// <summary>The number of the latest post before <paramref name="before"/> that has these words.</summary>
    public int Find(string words, int before)
    {
        for (var number = before - 1; number > 0; number--)
            if (Sayings[number - 1].Versions.Any(v => v.Contains(words, StringComparison.Ordinal))) return number;
        throw new FormatException($"Nobody said '{words}' in '{Title}'.");
    }
}

/// <summary>A post: who, when, what, and what became of it.</summary>
public sealed record Saying(Moment At, string Who, string Text, IReadOnlyList<Change> Changes)
{
    public IEnumerable<string> Versions => [Text, .. Changes.Select(c => c.Text).OfType<string>()];
}

/// <summary>Other words for a post or, without words, its end.</summary>
public sealed record Change(Moment At, string Who, string? Text);
