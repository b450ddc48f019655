using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace Leaderful.Shared.Views;

/// <summary>A day is the same for every reader, so the browser leaves it as it is said.</summary>
public static class DayWords
{
    public static MarkupString Of(DateOnly day, Words words) =>
        new($"""<time datetime="{Written(day)}">{HtmlEncoder.Default.Encode(day.ToString("d MMMM yyyy", words.Culture))}</time>""");

    /// <summary>As forms and markup spell it.</summary>
    public static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
