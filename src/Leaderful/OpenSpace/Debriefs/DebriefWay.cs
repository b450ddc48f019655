using Leaderful.Prompts;

namespace Leaderful.OpenSpace.Debriefs;

/// <summary>
/// The way through the nine questions. It parts at the sixth: whoever works like this already, or would not, is asked one thing to end
/// with; the last three are for those who would like it otherwise, and for nobody else.
/// </summary>
public static class DebriefWay
{
    /// <summary>What keeps it so; and what is kept all the same.</summary>
    public const string KeepsSo = "keeps-so";
    public const string WeKeep = "we-keep";
    public const string Growing = "growing";

    private static readonly string[] First = ["results", "leadership", "vision", "community", "frame", HousePrompts.Everyday];
    private static readonly string[] Last = ["now", "not-ready", Growing];

    public static readonly IReadOnlyList<string> Choices = [HousePrompts.AlreadySo, HousePrompts.No, HousePrompts.Yes];

    /// <summary>What is asked, in its order, of those who chose this way; of those who have not chosen yet, as far as the parting.</summary>
    public static IReadOnlyList<string> Asked(string? choice) => choice switch
    {
        HousePrompts.Yes => [.. First, .. Last],
        HousePrompts.AlreadySo => [.. First, KeepsSo],
        HousePrompts.No => [.. First, WeKeep],
        _ => First,
    };

    public static string? ChoiceIn(IEnumerable<DebriefAnswer> answers) => answers.FirstOrDefault(a => a.Key == HousePrompts.Everyday)?.Choice;
}
