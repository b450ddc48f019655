using System.Globalization;
using Leaderful.Circles;
using Leaderful.Data;
using Leaderful.Gatherings;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Demo;

/// <summary>Gatherings of the demo: some have been, some are a few days from now, whichever day it is.</summary>
public static class Gathered
{
    public static void Schedule(Story story)
    {
        foreach (var cells in Script.Table("gatherings.txt"))
            story.Calendar.On(int.Parse(cells[2], CultureInfo.InvariantCulture), "20:40", unit => Call(story, unit, cells));
    }

    private static async Task Call(Story story, Unit unit, string[] cells)
    {
        var (community, host) = (story.Place(cells[0]), await Host(unit, story, cells));
        var wish = new GatheringWish(Enum.Parse<GatheringKind>(cells[4]), cells[8], Time(story.Calendar, cells)) { Place = cells[9], Purpose = cells[10] };
        var id = await unit.CallGathering(story.Cast.Actor(cells[3]), community.Id, host, wish);
        foreach (var who in cells[11].Split(' '))
            await unit.AnswerGathering(story.Cast.Actor(who.TrimStart('?')), id, who[0] == '?' ? Coming.Maybe : Coming.Yes);
    }

    private static GatheringTime Time(DemoCalendar calendar, string[] cells)
    {
        var day = int.Parse(cells[5].TrimStart('+'), CultureInfo.InvariantCulture);
        return new GatheringTime(cells[5][0] == '+' ? calendar.FromToday(day) : calendar.DayOf(day), TimeOnly.ParseExact(cells[6], "HH:mm", CultureInfo.InvariantCulture), int.Parse(cells[7], CultureInfo.InvariantCulture), calendar.Zone);
    }

    private static async Task<GatheringHost> Host(Unit unit, Story story, string[] cells)
    {
        var community = story.Place(cells[0]);
        if (cells[1] == "-") return new GatheringHost(community.ScopeId);
        var name = CircleStory.NameOf(cells[1]);
        return new GatheringHost(community.ScopeId, await unit.Db.The<Circle>().Where(c => c.CommunityId == community.Id && c.Name == name).Select(c => c.Id).SingleAsync());
    }
}
