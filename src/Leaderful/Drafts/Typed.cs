using System.Globalization;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Markdown;

namespace Leaderful.Drafts;

/// <summary>What a browser says was typed, from which draft it went on, and how long ago that was.</summary>
public sealed record Typed(string Title, string Text, Id<Scope>? To, Id<Thing>? Becomes, Id<Draft>? From, TimeSpan Age, bool IsAside)
{
    private const int LongestTitle = 1000;

    public bool Fits => Title.Length <= LongestTitle && Text.Length <= MarkdownText.MaxLength;

    public static Typed In(Form form) => new(
        form["title"], form["text"], Read<Scope>(form, "to"), Read<Thing>(form, "key"), Read<Draft>(form, "draft"),
        AgeOf(form["age"]), form.Has("aside"));

    public bool SaysNothing(DraftPlace place) =>
        string.IsNullOrWhiteSpace(Title) && (string.IsNullOrWhiteSpace(Text) || Text.Trim() == place.Before.Trim());

    public bool IsSaidBy(Draft draft) => draft.Text == Text && draft.Title == Title && draft.To == To;

    private static Id<T>? Read<T>(Form form, string name) => Id<T>.TryParse(form[name], null, out var id) ? id : null;

    /// <summary>Clocks differ, so a browser says how long ago. Nobody keeps anything for longer than drafts are kept.</summary>
    private static TimeSpan AgeOf(string seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var age)
            ? TimeSpan.FromSeconds(Math.Min(age, DraftTidying.Kept.TotalSeconds)) : TimeSpan.Zero;
}
