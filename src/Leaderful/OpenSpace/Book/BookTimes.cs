using System.Globalization;
using System.Text.Encodings.Web;
using Leaderful.Shared;
using Leaderful.Shared.Views;
using Microsoft.AspNetCore.Components;

namespace Leaderful.OpenSpace.Book;

/// <summary>Times by the clock of the place, the same for every reader: a book is read elsewhere and later.</summary>
internal static class BookTimes
{
    private const string Longest = "dddd, d MMMM yyyy";

    public static string Day(DateOnly day, Words words) => day.ToString(Longest, words.Culture);

    public static MarkupString DayOf(DateOnly day, Words words) => Element(DayWords.Written(day), Day(day, words));

    public static string Hours(BookWhen when, Words words) =>
        words.Say("gatherings.span", ("from", when.Begins.ToString("HH:mm", words.Culture)), ("until", when.Ends.ToString("HH:mm", words.Culture)));

    public static MarkupString HoursOf(BookWhen when, Words words) => Element(when.Begins.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture), Hours(when, words));

    /// <summary>When all of it is.</summary>
    public static MarkupString Whole(BookCover cover, Words words) =>
        cover is { StartsAt: { } from, EndsAt: { } until } ? Element(Time.Instant(from), Gatherings.When.Plain(from, until, cover.Zone, words)) : new MarkupString(HtmlEncoder.Default.Encode(words["gatherings.time-open"]));

    /// <summary>The moment a book was put together, by the same clock where there is one.</summary>
    public static string Moment(DateTime at, string zone, Words words) => Zones.IsKnown(zone)
        ? words.Say("gatherings.in-zone", ("time", Zones.FromUtc(at, zone).ToString("d MMMM yyyy, HH:mm", words.Culture)), ("zone", Zones.Place(zone)))
        : at.ToString("d MMMM yyyy, HH:mm 'UTC'", words.Culture);

    public static MarkupString MomentOf(DateTime at, string zone, Words words) => Element(Time.Instant(at), Moment(at, zone, words));

    private static MarkupString Element(string machine, string said) => new($"""<time datetime="{machine}">{HtmlEncoder.Default.Encode(said)}</time>""");
}
