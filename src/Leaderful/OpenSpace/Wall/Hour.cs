using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Leaderful.OpenSpace.Wall;

/// <summary>An hour as the clock on the wall of the place shows it, the same for every reader.</summary>
public static class Hour
{
    private const string Pattern = "HH':'mm";

    public static MarkupString Of(DateTime local) => new($"<time>{local.ToString(Pattern, CultureInfo.InvariantCulture)}</time>");

    public static string Text(DateTime local) => local.ToString(Pattern, CultureInfo.InvariantCulture);

    public static string Key(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day in the reader's language, as said of a wall.</summary>
    public static MarkupString Of(DateOnly day, CultureInfo culture) => new($"""<time datetime="{Key(day)}">{System.Text.Encodings.Web.HtmlEncoder.Default.Encode(day.ToString("dddd d MMMM", culture))}</time>""");
}
