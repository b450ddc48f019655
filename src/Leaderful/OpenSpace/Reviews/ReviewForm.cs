using Leaderful.Commitments;
using Leaderful.OpenSpace.Preparing;
using Leaderful.Shared;
using Leaderful.Shared.Forms;

namespace Leaderful.OpenSpace.Reviews;

/// <summary>When the next review is, as it is chosen at each.</summary>
internal static class ReviewForm
{
    public const string Last = "last";
    public const string OwnDay = "day";
    public const string OwnField = "own-day";

    /// <summary>The usual distances, then a day of one's own, then none any more.</summary>
    public static readonly IReadOnlyList<string> Choices = ["month", "quarter", "half-year", OwnDay, Last];

    /// <summary>Nothing where it was the last; refused where nothing was chosen.</summary>
    public static DateOnly? Next(Form form, Words words, DateTime now)
    {
        var today = Day.Today(now);
        switch (form["next"])
        {
            case "month": return today.AddMonths(1);
            case "quarter": return today.AddMonths(3);
            case "half-year": return today.AddMonths(6);
            case Last: return null;
            case OwnDay when form[OwnField].Length > 0: return PreparingForm.DayToCome(form, OwnField, words, now);
            case OwnDay: form.Refuse(OwnField, words["preparing.wrong.day"]); return null;
            default: form.Refuse("next", words["reviews.wrong.next"]); return null;
        }
    }
}
