using System.Globalization;
using System.Text.Encodings.Web;
using Leaderful.Shared;
using Leaderful.Shared.Views;
using Microsoft.AspNetCore.Components;

namespace Leaderful.Gatherings;

/// <summary>From when until when: as the clock shows it there, with the place's name; the browser says it in the reader's own zone.</summary>
public static class When
{
    public static MarkupString Of(DateTime from, DateTime until, string zone, Words words)
    {
        var (begins, ends) = Said(from, until, zone, words);
        return words.Rich("gatherings.span",
            ("from", Element(from, " data-style=\"full\"", begins)),
            ("until", Element(until, string.Create(CultureInfo.InvariantCulture, $" data-style=\"until\" data-from=\"{Time.Instant(from)}\" data-clock=\"{Zones.FromUtc(from, zone):HH:mm}\" data-there=\"{HtmlEncoder.Default.Encode(There(from, zone, words))}\""), ends)));
    }

    public static string Plain(DateTime from, DateTime until, string zone, Words words)
    {
        var (begins, ends) = Said(from, until, zone, words);
        return words.Say("gatherings.span", ("from", begins), ("until", ends));
    }

    /// <summary>For whoever reads it by another clock.</summary>
    private static string There(DateTime from, string zone, Words words) =>
        words.Say("gatherings.there", ("time", Zones.FromUtc(from, zone).ToString("HH:mm", words.Culture)), ("zone", Zones.Place(zone)));

    private static (string Begins, string Ends) Said(DateTime from, DateTime until, string zone, Words words)
    {
        var (begins, ends) = (Zones.FromUtc(from, zone), Zones.FromUtc(until, zone));
        return (begins.ToString("dddd, d MMMM yyyy, HH:mm", words.Culture),
            words.Say("gatherings.in-zone", ("time", ends.ToString(begins.Date == ends.Date ? "HH:mm" : "dddd, d MMMM yyyy, HH:mm", words.Culture)), ("zone", Zones.Place(zone))));
    }

    private static MarkupString Element(DateTime at, string attributes, string said) => new($"""<time datetime="{Time.Instant(at)}"{attributes}>{HtmlEncoder.Default.Encode(said)}</time>""");
}
