using Leaderful.Data;
using Leaderful.Shared.Forms;

namespace Leaderful.Drafts;

/// <summary>What of a form's drafts is in its field, and what is offered beside it.</summary>
public sealed record DraftsShown(DraftPlace Place, Draft? Shown, IReadOnlyList<Draft> Others)
{
    /// <summary>It is in the field because somebody asked for it just now.</summary>
    public bool IsChosen { get; init; }

    /// <summary>What a browser is told that has just sent what was typed; null on a page.</summary>
    public KeptDraft? Answer { get; init; }

    /// <summary>From which draft the form goes on, where it was sent and is shown again.</summary>
    public string? Stamp => Answer is { } answer ? answer.Stamp?.ToString() : Shown?.Stamp.ToString();

    /// <summary>The form as it was left, or as it is without a draft.</summary>
    public Form Into(Form otherwise) => Shown is null ? otherwise : Form.With(
        ("title", Shown.Title), ("text", Shown.Text), ("from", otherwise["from"]), ("to", Shown.To is { } to ? to.ToString() : otherwise["to"]));

    public string With(Id<Draft> other) => $"{Place.Page}{(Place.Page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}draft={other}#text";
}
