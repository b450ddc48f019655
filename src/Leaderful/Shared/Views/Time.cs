using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace Leaderful.Shared.Views;

/// <summary>A moment. The page says it in UTC, the same for every reader; the browser says it in the reader's zone and words.</summary>
public static class Time
{
    public static MarkupString Of(DateTime utc, Words words, string style = "full") =>
        new($"""<time datetime="{Instant(utc)}" data-style="{style}">{HtmlEncoder.Default.Encode(utc.ToString(Pattern(style), words.Culture))}</time>""");

    /// <summary>As scripts and markup read it.</summary>
    public static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Pattern(string style) => style switch
    {
        "day" => "d MMMM yyyy",
        "short" => "d MMM yyyy",
        _ => "d MMMM yyyy, HH:mm 'UTC'",
    };
}
