using System.Globalization;
using Leaderful.Shared.Forms;

namespace Leaderful.Drafts;

/// <summary>What a form tells the browser about what is in its field, so that it knows which of two is newer.</summary>
public static class Drafting
{
    public static string? At(DraftsShown? drafts, DateTime? otherwise = null) =>
        (drafts?.Shown?.KeptAt ?? otherwise)?.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>What was asked for just now, such as a quotation, is newer than anything typed before.</summary>
    public static bool IsFresh(DraftsShown? drafts, Form form) =>
        drafts?.IsChosen == true || (drafts?.Shown is null && form["text"].Length > 0);
}
