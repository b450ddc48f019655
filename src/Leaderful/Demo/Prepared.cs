using System.Globalization;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Preparing;
using Leaderful.Prompts;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Demo;

/// <summary>How somebody of the demo prepares an Open Space that is still to come.</summary>
public sealed class Prepared(Story story, string place, string title, string who)
{
    public static void Schedule(Story story)
    {
        foreach (var cells in Script.Table("open-space.txt"))
        {
            var at = Moment.On(int.Parse(cells[2], CultureInfo.InvariantCulture), cells[3]);
            var prepared = new Prepared(story, cells[0], cells[1], cells[4]);
            story.Calendar.On(at, async unit =>
            {
                if (!await prepared.Do(unit, cells[5], cells[6..])) throw new InvalidOperationException($"{cells[4]} could not do this to '{cells[1]}': {cells[5]}");
            });
        }
    }

    private Id<Actor> By => story.Cast.Actor(who);

    private async Task<bool> Do(Unit unit, string what, string[] more)
    {
        var id = await Space(unit);
        return what switch
        {
            "gives" => await Give(unit, id, Enum.Parse<SpacePart>(more[0]), more[1]),
            "answers" => await unit.AnswerPreparing(By, id, new AskedOf(more[0], (await unit.Db.CurrentSet(story.Place(place).Id, HousePrompts.Preparing))?.Id), more[1]),
            "fixes" => await unit.AddGiven(By, id, new GivenWish(more[0], more[1], Day(more[2]))) is not null,
            "asks" => await unit.AskStillFixed(By, id, await Given(unit, id, more[0])),
            "says" => await unit.AnswerGiven(By, id, await Given(unit, id, more[0]), new GivenReply(Enum.Parse<Fixedness>(more[1]), more[2])),
            "frees" => await unit.SetLeeway(By, id, more[0]),
            "promises" => await unit.AddPledge(By, id, new PledgeWish(story.Cast.Has(more[0]) ? story.Cast.Actor(more[0]) : null, more[0], more[1], Day(more[2]))) is not null,
            "steps" => await unit.Reach(By, id, Enum.Parse<Stage>(more[0])),
            _ => throw new FormatException($"Nobody knows how one {what}."),
        };
    }

    private async Task<bool> Give(Unit unit, Id<Space> id, SpacePart part, string to)
    {
        await unit.GivePart(By, id, story.Cast.Actor(to), part);
        return true;
    }

    private async Task<Id<Space>> Space(Unit unit)
    {
        var community = story.Place(place).Id;
        return (await unit.Db.The<Gathering>().Where(g => g.CommunityId == community && g.Title == title).Select(g => g.Id).SingleAsync()).As<Space>();
    }

    private static Task<Id<Given>> Given(Unit unit, Id<Space> id, string words) => unit.Db.The<Given>().Where(g => g.SpaceId == id && g.Text.Contains(words)).Select(g => g.Id).SingleAsync();

    /// <summary>So many days from today, or none.</summary>
    private DateOnly? Day(string days) => days == "-" ? null : story.Calendar.FromToday(int.Parse(days, CultureInfo.InvariantCulture));
}
