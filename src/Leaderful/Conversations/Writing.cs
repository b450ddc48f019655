using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Markdown;

namespace Leaderful.Conversations;

/// <summary>What people type into the forms of this room, read and checked.</summary>
public static class Writing
{
    public const int LongestTitle = 200;

    public static string Title(Form form, Words words) =>
        form.Line("title", LongestTitle, words["conversations.wrong.title-long"], words["conversations.wrong.title-missing"]);

    public static string Text(Form form, Words words) =>
        form.Text("text", MarkdownText.MaxLength, words["conversations.wrong.text-long"], words["conversations.wrong.text-missing"]);

    /// <summary>Whom it goes to. What may no longer be chosen is refused, never taken for something wider.</summary>
    public static Rung? Whom(Form form, IReadOnlyList<Rung> rungs, Words words)
    {
        if (rungs.Count == 1 && !form.Has("to") && !form.Has("choice")) return rungs[0];
        var chosen = rungs.FirstOrDefault(r => r.Id.ToString() == form["to"]);
        if (chosen is null) form.Refuse("to", words["conversations.wrong.to"]);
        return chosen;
    }

    /// <summary>Somebody chooses where there is a choice, and again where what they chose is no longer theirs.</summary>
    public static bool ChoosesWhom(Form form, IReadOnlyList<Rung> rungs) =>
        rungs.Count > 1 || form.Wrong.ContainsKey("to") || (form["to"].Length > 0 && rungs.All(r => r.Id.ToString() != form["to"]));

    /// <summary>The id a form was given when it was shown, so that sending it twice does it once.</summary>
    public static Data.Id<T>? Key<T>(Form form) => Data.Id<T>.TryParse(form["key"], null, out var key) ? key : null;

    public static bool WantsPreview(Form form) => form.Has("preview");
}
