using Leaderful.Shared;
using Leaderful.Shared.Forms;

namespace Leaderful.Stories;

/// <summary>Reads what somebody tells, and says what of it cannot be.</summary>
public static class StoryForm
{
    public static StoryWish Read(Form form, Words words)
    {
        string Part(string name) => form.Text(name, Story.LongestPart, words["stories.wrong.part-long"]);
        return new StoryWish(form.Line("title", Story.LongestTitle, words["stories.wrong.title-long"], words["stories.wrong.title-missing"]))
        {
            Challenge = Part("challenge"), Choice = Part("choice"), Outcome = Part("outcome"), Value = Part("value"), Shows = Shows(form),
        };
    }

    public static IReadOnlyList<ValueKind> Shows(Form form) => ValueKinds.Read(form.All("shows"));

    /// <summary>As it stands, to be changed.</summary>
    public static Form Of(Story story)
    {
        var form = Form.With(("title", story.Title), ("shows", story.Shows));
        foreach (var part in Story.Parts) form.Put(part, story[part]);
        return form;
    }

    /// <summary>Whether a kind of value is ticked, as the form came or as the story stands.</summary>
    public static bool Has(Form form, ValueKind kind) => form.All("shows").Contains(kind.ToString()) || ValueKinds.Read(form["shows"]).Contains(kind);
}
