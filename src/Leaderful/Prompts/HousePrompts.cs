namespace Leaderful.Prompts;

/// <summary>
/// How a prompt is answered: in free words; by choosing one of the options that follow it, with words beside it; as one of those
/// options; or by a tick.
/// </summary>
public enum PromptKind { Open, Choice, Option, Tick }

/// <summary>A prompt of the house. Its words lie in <c>Words/</c>, under the keys of its set and its own.</summary>
public sealed record HousePrompt(string Key, PromptKind Kind);

/// <summary>
/// A set of the house. Where it is fixed, something hangs on its order: a community rewords its prompts, and neither moves nor
/// leaves out nor adds any.
/// </summary>
public sealed record HouseSet(string Key, PromptKind Kind, bool IsFixed, IReadOnlyList<HousePrompt> Prompts)
{
    public bool Has(string key) => Prompts.Any(p => p.Key == key);

    /// <summary>What a community adds is answered as the others of the set are.</summary>
    public PromptKind KindOf(string key) => Prompts.FirstOrDefault(p => p.Key == key)?.Kind ?? Kind;
}

/// <summary>Every set of questions the product asks.</summary>
public static class HousePrompts
{
    public const string Preparing = "open-space-preparing";
    public const string Checklist = "open-space-checklist";
    public const string Debrief = "open-space-debrief";
    public const string OneToOne = "one-to-one";
    public const string Reflection = "one-to-one-reflection";

    /// <summary>The prompt of the debrief on which a branch hangs, and its options.</summary>
    public const string Everyday = "everyday";
    public const string AlreadySo = "already-so";
    public const string No = "no";
    public const string Yes = "yes";

    public static readonly IReadOnlyList<HouseSet> All =
    [
        Of(Preparing, PromptKind.Open, "form", "why", "theme", "whom", "given", "acting", "promise", "again"),
        Of(Checklist, PromptKind.Tick, "room", "paper", "wall", "code", "principles", "food", "reports", "access", "news", "closing", "debrief"),
        Of(OneToOne, PromptKind.Open, "values", "interests", "assets", "exchange", "commitment"),
        Of(Reflection, PromptKind.Open, "unlike", "hardest", "rewarding", "elsewhere", "us", "telling"),
        new(Debrief, PromptKind.Open, IsFixed: true,
        [
            Open("results"), Open("leadership"), Open("vision"), Open("community"), Open("frame"),
            new(Everyday, PromptKind.Choice), Option(Everyday, AlreadySo), Option(Everyday, No), Option(Everyday, Yes),
            Open("now"), Open("not-ready"), Open("growing"),
        ]),
    ];

    public static HouseSet? Find(string key) => All.FirstOrDefault(s => s.Key == key);

    /// <summary>An option is a prompt of its own, so that it can be reworded and translated like any other.</summary>
    public static string OptionKey(string choice, string option) => $"{choice}-{option}";

    private static HouseSet Of(string key, PromptKind kind, params string[] prompts) => new(key, kind, IsFixed: false, [.. prompts.Select(p => new HousePrompt(p, kind))]);

    private static HousePrompt Open(string key) => new(key, PromptKind.Open);

    private static HousePrompt Option(string choice, string option) => new(OptionKey(choice, option), PromptKind.Option);
}
