using System.Globalization;
using Leaderful.Circles;
using Leaderful.Data;
using Leaderful.Rounds;
using Leaderful.Rounds.Pairs;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Demo;

/// <summary>Rounds of one-to-ones in the demo: one is under way, one waits for people to come in.</summary>
public static class TwoByTwo
{
    public static void Schedule(Story story)
    {
        var opened = new Dictionary<string, Id<Round>>(StringComparer.Ordinal);
        foreach (var cells in Script.Table("rounds.txt"))
            story.Calendar.On(Moment.On(int.Parse(cells[2], CultureInfo.InvariantCulture), cells[3]), unit => Do(story, unit, opened, cells));
    }

    private static async Task Do(Story story, Unit unit, Dictionary<string, Id<Round>> opened, string[] cells)
    {
        var (community, key, who) = (story.Place(cells[0]), cells[1], cells[4]);
        switch (cells[5])
        {
            case "opens":
                var name = CircleStory.NameOf(key);
                var circle = await unit.Db.The<Circle>().SingleAsync(c => c.CommunityId == community.Id && c.Name == name);
                var wish = new RoundWish(cells[6], story.Calendar.FromToday(int.Parse(cells[7], CultureInfo.InvariantCulture)), story.Calendar.FromToday(int.Parse(cells[8], CultureInfo.InvariantCulture)));
                opened[key] = unit.OpenRound(story.Cast.Actor(who), community.Id, new RoundGround(circle.Id.As<Thing>(), RoundPlace.Circle, circle.Name, circle.ScopeId), wish);
                break;
            case "says":
                await unit.ReplyToRound(story.Cast.Person(who).Id, opened[key], Enum.Parse<RoundReply>(cells[6]));
                break;
            case "pairs":
                var round = await unit.Db.The<Round>().SingleAsync(r => r.Id == opened[key]);
                var plan = MakingPairs.Plan(await unit.Db.FactsOf(round, unit.Db.PeopleIn(round, unit.Now)), MakingPairs.Seed(round.Id));
                await unit.KeepPairs(story.Cast.Actor(who), round.Id, plan);
                break;
            default:
                throw new FormatException($"Nobody knows how one {cells[5]}.");
        }
    }
}
