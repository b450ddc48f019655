using System.Globalization;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Communities.Requests;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Demo;

/// <summary>A circle of the demo: who began it, who came to it one evening after another, and what they say to each other.</summary>
public sealed class CircleStory(Story story, string place, string key, CircleWish wish)
{
    private Circle? circle;

    public static string NameOf(string key) => Script.Table("circles.txt").Single(c => c[1] == key)[4];

    public static void Schedule(Story story)
    {
        foreach (var cells in Script.Table("circles.txt"))
        {
            var wish = new CircleWish(cells[4], cells[5], Enum.Parse<Joining>(cells[3], ignoreCase: true));
            var begins = Moment.On(int.Parse(cells[2], CultureInfo.InvariantCulture), "20:10");
            new CircleStory(story, cells[0], cells[1], wish).Schedule(begins, cells[6].Split(' '), cells.ElementAtOrDefault(7));
        }
    }

    /// <summary>The last of those who asked, marked with a question mark, still waits for an answer.</summary>
    private void Schedule(Moment begins, string[] people, string? asks)
    {
        story.Calendar.On(begins, unit => Begin(unit, people[0]));
        for (var nth = 1; nth < people.Length; nth++)
        {
            var who = people[nth];
            var evening = new Moment(who[0] == '?' ? DemoCalendar.Days - 2 : begins.Day + nth, TimeSpan.FromHours(21) + TimeSpan.FromMinutes(7 * nth));
            story.Calendar.On(evening, unit => who[0] == '?' ? Ask(unit, who[1..], asks ?? "") : Come(unit, who, people[0]));
        }
        foreach (var tale in Telling.Tales($"circles/{key}")) new Telling(story, place, tale, () => circle!.ScopeId).Schedule();
    }

    private async Task Begin(Unit unit, string who)
    {
        var (community, person) = (story.Place(place), story.Cast.Person(who));
        var id = await unit.BeginCircle(community.Id, community.ScopeId, person.Id, person.ActorId, wish);
        await unit.Db.SaveChangesAsync();
        circle = await unit.Db.The<Circle>().SingleAsync(c => c.Id == id);
    }

    private async Task Come(Unit unit, string who, string founder)
    {
        var person = story.Cast.Person(who);
        if (wish.Joining == Joining.Open)
        {
            await unit.JoinCircle(circle!.Id, person.Id, person.ActorId);
            return;
        }
        await Ask(unit, who, "");
        await unit.Db.SaveChangesAsync();
        var request = await unit.Db.The<CircleRequest>().SingleAsync(r => r.CircleId == circle!.Id && r.PersonId == person.Id);
        await unit.AnswerRequest(request, story.Cast.Actor(founder), Answer.Accepted, paper: story.Paper);
    }

    private Task Ask(Unit unit, string who, string line) => unit.AskForCircle(circle!.Id, story.Cast.Session(who), line);
}
