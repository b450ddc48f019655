using Leaderful.Data;
using Leaderful.Shared;

namespace Leaderful.Demo;

/// <summary>
/// Half a year in which things happen, until yesterday evening. Its first day is a Saturday, whichever day it is today, so that
/// people may speak of Thursdays.
/// </summary>
public sealed class DemoCalendar(DateTime dayZero, DateTime end, DateOnly today, string zone)
{
    public const int Days = 182;

    /// <summary>Where a machine's clock is that of no place, Ferryside lies here.</summary>
    private const string Elsewhere = "Europe/Berlin";

    private readonly List<(DateTime At, Func<Unit, Task> Deed)> deeds = [];

    public static DemoCalendar UntilYesterday(TimeProvider time)
    {
        var zone = ZoneOf(time.LocalTimeZone.Id);
        var here = Zones.FromUtc(time.Utc(), zone);
        var midnight = Zones.ToUtc(here.Date, zone);
        return new DemoCalendar(midnight.AddDays(-Days - (((int)here.DayOfWeek + 1) % 7)), midnight, DateOnly.FromDateTime(here), zone);
    }

    /// <summary>By which clock people meet: that of whoever looks around, wherever they are somewhere.</summary>
    public string Zone => zone;

    private static string ZoneOf(string local) => Zones.All.Contains(local, StringComparer.Ordinal) && local != Zones.Utc ? local : Zones.IsKnown(Elsewhere) ? Elsewhere : Zones.Utc;

    /// <summary>One offset for the whole half year: clocks that are turned meanwhile must not turn what came first.</summary>
    public DateTime At(Moment moment) => dayZero.AddDays(moment.Day) + moment.Clock;

    /// <summary>What is still to come is counted from today.</summary>
    public DateOnly FromToday(int days) => today.AddDays(days);

    public DateOnly DayOf(int day) => today.AddDays(day - (int)(end - dayZero).TotalDays);

    public void On(int day, string clock, Func<Unit, Task> deed) => On(Moment.On(day, clock), deed);

    public void On(Moment moment, Func<Unit, Task> deed)
    {
        if (At(moment) < end) deeds.Add((At(moment), deed));
    }

    /// <summary>Does everything in order, each in a unit of its own time, within the one transaction of <paramref name="whole"/>.</summary>
    public async Task Play(Unit whole)
    {
        foreach (var (at, deed) in deeds.OrderBy(d => d.At))
        {
            var unit = new Unit(whole.Db, at);
            await deed(unit);
            foreach (var last in unit.AtLast) whole.Last(last);
            await whole.Db.SaveChangesAsync();
            whole.Db.ChangeTracker.Clear();
        }
    }
}
