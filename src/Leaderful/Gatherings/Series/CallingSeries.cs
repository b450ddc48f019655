using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings.Series;

/// <summary>What comes again: calling it, making the next ones in time, changing or ending the rest.</summary>
public static class CallingSeries
{
    /// <summary>So far ahead gatherings of a series stand in the calendar, and never more than so many.</summary>
    private const int DaysAhead = 366;
    private const int MostAhead = 60;
    public static readonly TimeSpan Every = TimeSpan.FromDays(30);

    /// <summary>The first of them. A rule under which it never comes again is no series.</summary>
    public static async Task<Id<Gathering>> CallSeries(this Unit unit, Id<Actor> by, Id<Community> community, GatheringHost host, GatheringWish wish, Again again, DateOnly? until)
    {
        if (again == Again.Once || wish.Time is not { } time) return await unit.CallGathering(by, community, host, wish);
        var series = unit.Begin(community, time, Repeating.Rule(again, time.Day, until).ToString());
        var first = await unit.CallGathering(by, community, host, wish, new SeriesPlace(series.Id, time.Day));
        await unit.Extend(series);
        return first;
    }

    /// <summary>Makes those that come within the year and are not there yet, as the last of them is.</summary>
    internal static async Task Extend(this Unit unit, GatheringSeries series)
    {
        if (series.EndedAt is not null) return;
        var last = await unit.LastOf(series.Id);
        if (last is not { Gathering.Title.Length: > 0 } model) return;
        var horizon = DateOnly.FromDateTime(unit.Now).AddDays(DaysAhead);
        foreach (var day in series.DaysFrom(series.MadeUpTo.AddDays(1)).TakeWhile(d => d <= horizon).Take(MostAhead))
        {
            await unit.CallGathering(model.By, series.CommunityId, model.Host, GatheringForm.WishOf(model.Gathering) with { Time = series.TimeOn(day) }, new SeriesPlace(series.Id, day), comes: false);
            series.MadeUpTo = day;
        }
        unit.Enqueue(SeriesExtending.KindOfWork, series.Id.Value, unit.Now + Every);
    }

    /// <summary>
    /// This one and those after it become as it is wished, in a series of their own; those that somebody had moved or called off stay
    /// as they are. Moved to another day, all of them move by as much.
    /// </summary>
    public static async Task SetRest(this Unit unit, Id<Actor> by, Id<Gathering> id, GatheringWish wish)
    {
        if (await unit.FindGathering(id) is not { SeriesId: { } seriesId, SeriesDay: { } from } gathering || wish.Time is not { } time) return;
        var before = await unit.Db.The<GatheringSeries>().AsTracking().SingleAsync(s => s.Id == seriesId);
        var shift = time.Day.DayNumber - (gathering.Day ?? from).DayNumber;
        var rest = await unit.RestOf(seriesId, from);
        var hasEnded = before.EndedAt is not null;
        before.End(unit.Now);
        var after = unit.Begin(before.CommunityId, time with { Day = from.AddDays(shift) }, Shifted(before, from.AddDays(shift), shift), before.FirstId ?? before.Id);
        foreach (var one in rest)
        {
            var isUsual = one.Id == id || (one.CancelledAt is null && one.Time == before.TimeOn(one.SeriesDay!.Value));
            var day = one.SeriesDay!.Value.AddDays(shift);
            if (isUsual) await unit.SetGathering(by, one.Id, wish with { Time = one.Id == id ? time : time with { Day = day } });
            one.Belong(new SeriesPlace(after.Id, day));
            after.MadeUpTo = day > after.MadeUpTo ? day : after.MadeUpTo;
        }
        unit.Journal(by, "series.set", after.Id.Value, before.CommunityId);
        // Another series goes on in its place already, or it was called off.
        if (hasEnded) after.End(unit.Now);
        else await unit.Extend(after);
    }

    /// <summary>This one and those after it are called off, and no more come.</summary>
    public static async Task CallOffRest(this Unit unit, Id<Actor> by, Id<Gathering> id, string reason)
    {
        if (await unit.FindGathering(id) is not { SeriesId: { } seriesId, SeriesDay: { } from }) return;
        var series = await unit.Db.The<GatheringSeries>().AsTracking().SingleAsync(s => s.Id == seriesId);
        series.End(unit.Now);
        foreach (var one in await unit.RestOf(seriesId, from)) await unit.CallOff(by, one.Id, reason);
        unit.Journal(by, "series.ended", seriesId.Value, series.CommunityId);
    }

    /// <summary>As though the rest had never been called off.</summary>
    public static async Task CallOnRest(this Unit unit, Id<Actor> by, Id<Gathering> id)
    {
        if (await unit.FindGathering(id) is not { SeriesId: { } seriesId, SeriesDay: { } from, CancelledAt: { } at }) return;
        var series = await unit.Db.The<GatheringSeries>().AsTracking().SingleAsync(s => s.Id == seriesId);
        if (series.EndedAt == at) series.GoOn();
        foreach (var one in (await unit.RestOf(seriesId, from)).Where(g => g.CancelledAt == at)) await unit.CallOn(by, one.Id);
        unit.Journal(by, "series.went-on", seriesId.Value, series.CommunityId);
    }

    private static GatheringSeries Begin(this Unit unit, Id<Community> community, GatheringTime first, string rule, Id<GatheringSeries>? kin = null)
    {
        var series = new GatheringSeries { Id = Id<GatheringSeries>.New(), CommunityId = community, FirstId = kin, Rule = rule, FirstDay = first.Day, At = first.At, Minutes = first.Minutes, Zone = first.Zone, MadeUpTo = first.Day };
        unit.Db.Add(series);
        return series;
    }

    /// <summary>The rule goes by the day on which it begins, and so does not change where all move by whole weeks.</summary>
    private static string Shifted(GatheringSeries series, DateOnly first, int shift)
    {
        if (ICalendar.RecurrenceRule.Parse(series.Rule) is not { } rule) return series.Rule;
        var again = rule.Frequency == ICalendar.RecurrenceFrequency.Monthly ? Again.Monthly : rule.Interval == 2 ? Again.Fortnightly : Again.Weekly;
        return Repeating.Rule(again, first, rule.Until?.Date.AddDays(shift)).ToString();
    }

    private static Task<List<Gathering>> RestOf(this Unit unit, Id<GatheringSeries> series, DateOnly from) => (
        from g in unit.Db.The<Gathering>().AsTracking()
        join t in unit.Db.The<Thing>() on g.Id.As<Thing>() equals t.Id
        where g.SeriesId == series && g.SeriesDay >= @from && t.DeletedAt == null
        orderby g.SeriesDay
        select g).ToListAsync();

    private static async Task<SeriesModel?> LastOf(this Unit unit, Id<GatheringSeries> series)
    {
        await unit.Db.SaveChangesAsync();
        return await (
            from g in unit.Db.The<Gathering>()
            join t in unit.Db.The<Thing>() on g.Id.As<Thing>() equals t.Id
            where g.SeriesId == series && t.DeletedAt == null && g.CancelledAt == null
            orderby g.SeriesDay descending
            select new SeriesModel(g, t.AuthorId, new GatheringHost(t.ScopeId, g.CircleId))).AsNoTracking().FirstOrDefaultAsync();
    }

    private sealed record SeriesModel(Gathering Gathering, Id<Actor> By, GatheringHost Host);
}

/// <summary>Which of a series a gathering is: the one its rule puts on this day, wherever it was moved since.</summary>
public sealed record SeriesPlace(Id<GatheringSeries> Series, DateOnly Day);
