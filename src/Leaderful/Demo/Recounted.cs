using System.Globalization;
using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Initiatives;
using Leaderful.Shared;
using Leaderful.Stories.Moments;
using Microsoft.EntityFrameworkCore;
using Told = Leaderful.Stories.Story;

namespace Leaderful.Demo;

/// <summary>Stories people of the demo tell, and whose words they may quote in them.</summary>
public static class Recounted
{
    public static void Schedule(Story story)
    {
        var (told, asked) = (new Dictionary<string, Id<Told>>(StringComparer.Ordinal), new Dictionary<string, Id<Stories.Moments.Moment>>(StringComparer.Ordinal));
        foreach (var cells in Script.Table("stories.txt"))
            story.Calendar.On(Moment.On(int.Parse(cells[2], CultureInfo.InvariantCulture), cells[3]), async unit =>
            {
                var (place, which, by) = (story.Place(cells[0]), cells[1], story.Cast.Actor(cells[4]));
                if (cells[5] == "us") told[which] = await BeginOfUs(unit, story, cells);
                else if (cells[5] == "asks") asked[which] = await unit.AskMoment(by, place.Id, told[which], new MomentWish(story.Cast.Actor(cells[6]), "", "", cells[7]), place.ScopeId);
                else if (cells[5] == "allows") await unit.AnswerMoment(by, asked[which], new MomentReply(MomentAnswer.Allow, For: place.ScopeId));
                else told[which] = await Tell(unit, story, cells);
            });
    }

    private static async Task<Id<Told>> BeginOfUs(Unit unit, Story story, string[] cells)
    {
        var (place, title) = (story.Place(cells[0]), cells[6]);
        var on = await unit.Db.The<Initiative>().Where(i => i.CommunityId == place.Id && i.Title == title).Select(i => i.Id).SingleAsync();
        return await Stories.Telling.BeginStoryOfUs(unit, story.Cast.Actor(cells[4]), place.Id, place.ScopeId, on.As<Thing>(), $"The story of us: {title}", Script.Text($"stories/{cells[1]}.md"));
    }

    /// <summary>Told for oneself, then opened to the community.</summary>
    private static async Task<Id<Told>> Tell(Unit unit, Story story, string[] cells)
    {
        var (place, by) = (story.Place(cells[0]), story.Cast.Actor(cells[4]));
        var own = await unit.Db.The<Person>().Where(p => p.ActorId == by).Select(p => p.ScopeId).SingleAsync();
        var wish = new Stories.StoryWish(cells[6]) { Challenge = cells[7], Choice = cells[8], Outcome = cells[9], Value = cells[10] };
        var id = await Stories.Telling.TellStory(unit, by, own, place.Id, Enum.Parse<Stories.StoryKind>(cells[5], ignoreCase: true), wish);
        await Stories.Telling.OpenStory(unit, by, id, new Rung(own, ScopeKind.Me), new Rung(place.ScopeId, ScopeKind.Community), cells[11]);
        return id;
    }
}
