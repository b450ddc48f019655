namespace Leaderful.Initiatives.Sentences;

/// <summary>
/// Who, what, how, why and when, as one sentence says it: those who lead and whom it concerns, an aim that can be measured, by which means,
/// what for, and by when. All five are there, or it is none.
/// </summary>
public sealed record OrganizingSentence(string Who, string What, string How, string Why, string When)
{
    public const int LongestPart = 300;

    /// <summary>The parts in the order in which they are asked for.</summary>
    public static readonly IReadOnlyList<string> Parts = ["who", "what", "how", "why", "when"];

    public string this[string part] => part switch { "who" => Who, "what" => What, "how" => How, "why" => Why, "when" => When, _ => throw new ArgumentOutOfRangeException(nameof(part), part, null) };
}
