using System.Globalization;
using Leaderful.Gatherings.Series;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;

namespace Leaderful.Gatherings;

/// <summary>Reads what somebody typed of a gathering, and says what of it cannot be.</summary>
public static class GatheringForm
{
    /// <summary>How long it takes, to choose from; whatever else is kept as it was.</summary>
    public static readonly IReadOnlyList<int> Lengths = [30, 45, 60, 90, 120, 180, 240, 480, 1440, 2880, 4320];
    public const int UsualLength = 90;

    private const string ClockFormat = "HH':'mm";
    private static readonly DateOnly First = new(2000, 1, 1);
    private static readonly DateOnly Last = new(2100, 1, 1);

    public static GatheringWish Read(Form form, Words words) => new(
        form.Choice("kind", GatheringKind.CircleMeeting),
        form.Line("title", Gathering.LongestTitle, words["gatherings.wrong.title-long"], words["gatherings.wrong.title-missing"]),
        Time(form, words))
    {
        Place = form.Line("place", Gathering.LongestPlace, words["gatherings.wrong.place-long"]),
        Link = Link(form, words),
        Purpose = form.Text("purpose", Gathering.LongestPurpose, words["gatherings.wrong.purpose-long"]),
        Agenda = form.Text("agenda", Gathering.LongestAgenda, words["gatherings.wrong.agenda-long"]),
        Harvest = new HarvestPlan(Line(form, words, "harvest-what"), Line(form, words, "harvest-how"), Line(form, words, "harvest-for"), Day(form, words, "harvest-by")),
    };

    /// <summary>Whoever typed without having seen the newest is told once; if they send it again, they mean it.</summary>
    public static void CheckEdition(Form form, Words words, Gathering gathering) =>
        Editions.Check(form, Editions.Field, Editions.Text(gathering.Edition), "title", words.Say("gatherings.wrong.changed", ("title", gathering.Title), ("place", gathering.Place)));

    /// <summary>A time that has been is asked about once: what already was is called and harvested, too, but is as often a slip.</summary>
    public static void AskOnceIfPast(Form form, Words words, GatheringTime? time, GatheringTime? before, DateTime now)
    {
        if (time is null || time == before || time.EndsAt > now || form["been"] == time.Written()) return;
        form.Refuse("day", words["gatherings.wrong.been"]);
        form.Put("been", time.Written());
    }

    /// <summary>As it stands, for one more like it.</summary>
    public static GatheringWish WishOf(Gathering g) => new(g.Kind, g.Title, g.Time) { Place = g.Place, Link = g.Link, Purpose = g.Purpose, Agenda = g.Agenda, Harvest = g.Harvest with { By = null } };

    /// <summary>How often it comes again, and until when.</summary>
    public static (Again Again, DateOnly? Until) ReadAgain(Form form, Words words, GatheringWish wish)
    {
        var (again, until) = (form.Choice("again", Again.Once), Day(form, words, "until"));
        if (again == Again.Once) return (again, null);
        if (wish.Time is null && form.IsRight) form.Refuse("day", words["gatherings.wrong.again-day"]);
        if (until is { } last && wish.Time is { } time && last <= time.Day) form.Refuse("until", words["gatherings.wrong.until"]);
        return (again, until);
    }

    /// <summary>As it stands, to be changed.</summary>
    public static Form Of(Gathering g) => Form.With(
        (Editions.Field, Editions.Text(g.Edition)), ("which", "one"), ("kind", g.Kind.ToString()), ("title", g.Title), ("day", Text(g.Day)), ("at", g.At?.ToString(ClockFormat, CultureInfo.InvariantCulture) ?? ""),
        ("minutes", (g.Minutes > 0 ? g.Minutes : UsualLength).ToString(CultureInfo.InvariantCulture)), ("zone", g.Zone.Length > 0 ? g.Zone : Zones.Utc),
        ("place", g.Place), ("link", g.Link), ("purpose", g.Purpose), ("agenda", g.Agenda),
        ("harvest-what", g.HarvestWhat), ("harvest-how", g.HarvestHow), ("harvest-for", g.HarvestFor), ("harvest-by", Text(g.HarvestBy)));

    /// <summary>Neither day nor hour is a time that is still open; one without the other is asked for.</summary>
    internal static GatheringTime? Time(Form form, Words words)
    {
        var day = Day(form, words, "day");
        var hasHour = TimeOnly.TryParseExact(form["at"], [ClockFormat, "HH':'mm':'ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at);
        if (form["at"].Length > 0 && !hasHour) form.Refuse("at", words["gatherings.wrong.at"]);
        if (day is not null && form["at"].Length == 0) form.Refuse("at", words["gatherings.wrong.at-missing"]);
        if (hasHour && form["day"].Length == 0) form.Refuse("day", words["gatherings.wrong.day-missing"]);
        if (!int.TryParse(form["minutes"], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes is < GatheringTime.Shortest or > GatheringTime.Longest)
            form.Refuse("minutes", words["gatherings.wrong.minutes"]);
        var zone = form["zone"];
        if (!Zones.IsKnown(zone)) form.Refuse("zone", words["gatherings.wrong.zone"]);
        return form.IsRight && day is { } on && hasHour ? new GatheringTime(on, at, minutes, zone) : null;
    }

    private static DateOnly? Day(Form form, Words words, string name)
    {
        if (form[name].Length == 0) return null;
        if (DayWords.Read(form[name]) is { } day && day >= First && day < Last) return day;
        form.Refuse(name, words["gatherings.wrong.day"]);
        return null;
    }

    private static string Link(Form form, Words words)
    {
        var link = form.Line("link", Gathering.LongestLink, words["gatherings.wrong.link-long"]);
        if (link.Length > 0 && !link.Contains("://", StringComparison.Ordinal)) link = $"https://{link}";
        if (link.Length > 0 && !(Uri.TryCreate(link, UriKind.Absolute, out var uri) && (uri.Scheme is "https" or "http") && uri.Host.Contains('.', StringComparison.Ordinal) && uri.UserInfo.Length == 0))
            form.Refuse("link", words["gatherings.wrong.link"]);
        return link;
    }

    private static string Line(Form form, Words words, string name) => form.Line(name, HarvestPlan.Longest, words["gatherings.wrong.harvest-long"]);

    private static string Text(DateOnly? day) => day is { } written ? DayWords.Written(written) : "";
}
