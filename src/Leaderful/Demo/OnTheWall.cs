using System.Globalization;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Reports;
using Leaderful.OpenSpace.Room;
using Leaderful.OpenSpace.Wall;
using Leaderful.Pages.Bringing;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Demo;

/// <summary>The walls of Open Spaces of the demo: of one that is on today, whichever day it is, drawn and filled the evening before; and of one that has been.</summary>
public static class OnTheWall
{
    public static void Schedule(Story story)
    {
        foreach (var cells in Script.Table("wall.txt"))
            story.Calendar.On(int.Parse(cells[2], CultureInfo.InvariantCulture), cells[3], unit => Do(story, unit, cells));
    }

    private static async Task Do(Story story, Unit unit, string[] cells)
    {
        var (community, title, who) = (story.Place(cells[0]), cells[1], story.Cast.Actor(cells[4]));
        var gathering = await unit.Db.The<Gathering>().SingleAsync(g => g.CommunityId == community.Id && g.Title == title);
        string[] more = [.. cells[6..].Select(c => c == "-" ? "" : c)];
        var id = gathering.Id.As<Space>();
        switch (cells[5])
        {
            case "place": await unit.AddPlace(who, id, more[0], int.Parse(more[1], CultureInfo.InvariantCulture), more[2]); break;
            case "time": await unit.AddSlot(who, id, new SlotWish(gathering.Day!.Value, Hour(more[0]), int.Parse(more[1], CultureInfo.InvariantCulture), Enum.Parse<SlotKind>(more[2]), more[3])); break;
            case "opens": await unit.Reach(who, id, Enum.Parse<Stage>(more[0])); break;
            case "code": await unit.BeginCode(who, id); break;
            case "posts": await Post(unit, who, id, more); break;
            case "comes": await unit.SayWasAt(who, await Topic(unit, id, more[0])); break;
            case "reports": await Report(unit, who, id, more); break;
            default: throw new FormatException($"Nobody knows how one {cells[5]}.");
        }
    }

    private static async Task Post(Unit unit, Id<Actor> who, Id<Space> id, string[] more)
    {
        var board = await unit.Db.BoardOf(id);
        var slot = board.Slots.FirstOrDefault(s => Leaderful.OpenSpace.Wall.Hour.Text(s.Begins) == more[0]);
        await unit.PostTopic(who, id, new TopicWish(more[2], who) { Slot = slot?.Id, Place = board.Places.FirstOrDefault(p => p.Name == more[1])?.Id, Why = more[3] });
    }

    private static async Task Report(Unit unit, Id<Actor> who, Id<Space> id, string[] more)
    {
        var topic = await Topic(unit, id, more[0]);
        await unit.BeginReport(who, topic, MarkdownPage.Change(more[1].Replace(" / ", "\n", StringComparison.Ordinal)));
        await unit.SayWasAt(who, topic);
    }

    private static Task<Id<Topic>> Topic(Unit unit, Id<Space> id, string title) => unit.Db.The<Topic>().Where(t => t.SpaceId == id && t.Title == title).Select(t => t.Id).SingleAsync();

    private static TimeOnly Hour(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}
