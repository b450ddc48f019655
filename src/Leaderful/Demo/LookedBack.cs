using System.Globalization;
using System.Text;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Gatherings;
using Leaderful.Gatherings.Handouts;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Convergence;
using Leaderful.OpenSpace.Debriefs;
using Leaderful.OpenSpace.Reviews;
using Leaderful.OpenSpace.Wall;
using Leaderful.Prompts;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Demo;

/// <summary>How an Open Space of the demo that is over ended: its dots, the talk of its sponsors, what was brought along, and the days of looking back.</summary>
public sealed class LookedBack(Story story, string place, string title, string who)
{
    public static void Schedule(Story story)
    {
        foreach (var cells in Script.Table("looking-back.txt"))
        {
            var back = new LookedBack(story, cells[0], cells[1], cells[4]);
            story.Calendar.On(int.Parse(cells[2], CultureInfo.InvariantCulture), cells[3], async unit =>
            {
                if (!await back.Do(unit, cells[5], cells[6..])) throw new InvalidOperationException($"{cells[4]} could not do this to '{cells[1]}': {cells[5]}");
            });
        }
    }

    private Id<Actor> By => story.Cast.Actor(who);

    private async Task<bool> Do(Unit unit, string what, string[] more)
    {
        var community = story.Place(place).Id;
        var id = (await unit.Db.The<Gathering>().Where(g => g.CommunityId == community && g.Title == title).Select(g => g.Id).SingleAsync()).As<Space>();
        return what switch
        {
            "lays out" => await unit.BeginDots(By, id, int.Parse(more[0], CultureInfo.InvariantCulture)),
            "puts" => await Put(unit, id, more),
            "gathers in" => await unit.EndDots(By, id),
            "begins to talk" => await unit.BeginDebrief(By, id),
            "says" => await Say(unit, id, more),
            "ends the talk" => await unit.Reach(By, id, Stage.Debriefed),
            "releases" => await unit.ReleaseDebrief(By, id),
            "brings" => await Bring(unit, id, community, more[0]),
            "plans" => await Plan(unit, id, more[0]),
            "holds" => await unit.NextOf(id) is { } review && await unit.HoldReview(By, id, review, Day(more[0])),
            _ => throw new FormatException($"Nobody knows how one {what}."),
        };
    }

    private async Task<bool> Put(Unit unit, Id<Space> id, string[] titles)
    {
        foreach (var topic in titles)
        {
            if (!await unit.PutDot(By, id, await unit.Db.The<Topic>().Where(t => t.SpaceId == id && t.Title == topic).Select(t => t.Id).SingleAsync())) return false;
            await unit.Db.SaveChangesAsync();
        }
        return true;
    }

    private async Task<bool> Say(Unit unit, Id<Space> id, string[] more) =>
        await unit.AnswerDebrief(By, id, new AnswerSent(more[0], more[1], more[0] == HousePrompts.Everyday ? more[2] : null)) == Leaderful.OpenSpace.Debriefs.Answered.Kept;

    private async Task<bool> Bring(Unit unit, Id<Space> id, Id<Community> community, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(Script.Text($"handouts/{name}") + "\n");
        return await unit.BringHandouts(By, community, id.As<Gathering>(), story.Blobs.Keep(community, [new Upload(name, FileKind.Of(bytes), bytes)])) is [_];
    }

    private async Task<bool> Plan(Unit unit, Id<Space> id, string day)
    {
        await unit.PlanFirstReview(By, id, Day(day));
        return true;
    }

    /// <summary>A day of the half year, or +3 for three days from today.</summary>
    private DateOnly Day(string day)
    {
        var number = int.Parse(day.TrimStart('+'), CultureInfo.InvariantCulture);
        return day[0] == '+' ? story.Calendar.FromToday(number) : story.Calendar.DayOf(number);
    }
}

file static class NextReviews
{
    public static async Task<Id<Review>?> NextOf(this Unit unit, Id<Space> id) => (await unit.Db.NextReviewOf(id))?.Id;
}
