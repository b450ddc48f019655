using Leaderful.Data;
using Leaderful.OpenSpace.Preparing;
using Leaderful.OpenSpace.Reviews;
using Leaderful.Prompts;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Debriefs;

/// <summary>A question of the way they are on, as it was asked, and what was said to it.</summary>
public sealed record DebriefStep(int Number, AskedPrompt Prompt, DebriefAnswer? Answer)
{
    public string Key => Prompt.Key;
    public bool Rests => Answer is null || (Answer.Text.Length == 0 && Answer.Choice is null);
}

public sealed record DebriefModel(DebriefHead Head, IReadOnlyList<DebriefStep> Steps)
{
    public Review? Next { get; init; }

    /// <summary>What they would grow, line by line.</summary>
    public IReadOnlyList<string> Growing => GrowingLines.Of(Steps.FirstOrDefault(s => s.Key == DebriefWay.Growing)?.Answer?.Text ?? "");

    public string? Choice => Steps.Select(s => s.Answer?.Choice).FirstOrDefault(c => c is not null);

    public static async Task<DebriefModel> Of(Db db, Viewer viewer, DebriefHead head)
    {
        if (head.It is not { } debrief) return new(head, []);
        var answers = await db.The<DebriefAnswer>().Where(a => a.DebriefId == debrief.Id).AsNoTracking().ToListAsync();
        var prompts = Closings.Beside((await db.PromptsOf(debrief.SetId, HousePrompts.Debrief, Tongue.Of(viewer))).Prompts, viewer.Words);
        var asked = DebriefWay.Asked(DebriefWay.ChoiceIn(answers));
        return new(head, [.. asked.Select((key, at) => new DebriefStep(at + 1, prompts[key], answers.Find(a => a.Key == key)))]) { Next = await db.NextReviewOf(head.Space.Id) };
    }
}

public sealed record DebriefStepModel(DebriefModel All, DebriefStep Step, Form Form, bool IsOvertaken = false);

public sealed record CardModel(SpaceHead Space, IReadOnlyDictionary<string, AskedPrompt> Prompts);

/// <summary>A line of what they would grow, to be taken on by one of them.</summary>
public sealed record GrowModel(DebriefHead Head, IReadOnlyList<PartHolder> Among, Form Form, DateTime Now);

/// <summary>The two questions that end the other ways are the house's alone.</summary>
internal static class Closings
{
    public static IReadOnlyDictionary<string, AskedPrompt> Beside(IReadOnlyList<AskedPrompt> asked, Words words) => asked
        .Concat(((string[])[DebriefWay.KeepsSo, DebriefWay.WeKeep]).Select(key => new AskedPrompt(key, PromptKind.Open, words[$"debrief.closing.{key}"], "", words.Language)))
        .ToDictionary(p => p.Key, StringComparer.Ordinal);
}

internal static class GrowingLines
{
    public const int Most = 30;

    /// <summary>Without what lists begin with.</summary>
    public static IReadOnlyList<string> Of(string text) =>
        [.. text.Split('\n').Select(l => l.Trim().TrimStart('-', '*', '•', '–', '·').Trim()).Where(l => l.Length > 0).Take(Most)];
}
