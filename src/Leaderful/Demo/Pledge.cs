using System.Globalization;
using Leaderful.Circles;
using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.OpenSpace.Wall;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Demo;

/// <summary>What somebody of the demo promises or asks for, and what becomes of it.</summary>
public sealed class Pledge(Story story, string place, Id<Commitment> id, Moment at, string who)
{
    public static void Schedule(Story story)
    {
        var ids = new Dictionary<string, Id<Commitment>>(StringComparer.Ordinal);
        foreach (var cells in Script.Table("commitments.txt"))
        {
            if (!ids.TryGetValue(cells[1], out var id)) ids[cells[1]] = id = Id<Commitment>.New();
            var at = Moment.On(int.Parse(cells[2], CultureInfo.InvariantCulture), cells[3]);
            var pledge = new Pledge(story, cells[0], id, at, cells[4]);
            story.Calendar.On(at, async unit =>
            {
                if (!await pledge.Do(unit, cells[5], cells[6..])) throw new InvalidOperationException($"{cells[4]} could not do this to '{cells[1]}': {cells[5]}");
            });
        }
    }

    private Id<Actor> By => story.Cast.Actor(who);

    private async Task<bool> Do(Unit unit, string what, string[] more) => what switch
    {
        "promises" => await Promise(unit, more),
        "accepts" => await unit.Accept(By, id),
        "keeps" => await unit.Keep(By, id),
        "goes" => await unit.CheckIn(By, id, CheckInKind.Progress, more[0]),
        "barred" => await unit.CheckIn(By, id, CheckInKind.Barrier, more[0]),
        "changes" => await unit.Renegotiate(By, id, more[0], Day(more[1]), more[2]),
        "releases" => await unit.Release(By, id, more[0]),
        _ => throw new FormatException($"Nobody knows how one {what}."),
    };

    private async Task<bool> Promise(Unit unit, string[] more)
    {
        var community = story.Place(place);
        var circle = await Circle(unit, more[1]);
        var origin = circle?.Id.As<Thing>() ?? await Topic(unit, more[1]) ?? (more[1] == "-" ? null : story.Told(place, more[1]).Id.As<Thing>());
        var promise = new Promise(more[0], Day(more[2]), circle?.ScopeId ?? community.ScopeId)
        {
            Origin = origin, To = new ToWhom(Words: more.ElementAtOrDefault(3) is { Length: > 1 } to ? to : ""), Doer = more.Length > 4 ? story.Cast.Actor(more[4]) : null,
        };
        return await unit.Promise(By, community.Id, promise, id) is not null;
    }

    /// <summary>At a topic of an Open Space, by its title.</summary>
    private static Task<Id<Thing>?> Topic(Unit unit, string title) => unit.Db.The<Topic>().Where(t => t.Title == title).Select(t => (Id<Thing>?)t.Id.As<Thing>()).SingleOrDefaultAsync();

    private static async Task<Circle?> Circle(Unit unit, string key)
    {
        if (Script.Table("circles.txt").All(c => c[1] != key)) return null;
        var name = CircleStory.NameOf(key);
        return await unit.Db.The<Circle>().SingleAsync(c => c.Name == name);
    }

    /// <summary>So many days later, or none.</summary>
    private DateOnly? Day(string days) => days == "-" ? null : DateOnly.FromDateTime(story.Calendar.At(at)).AddDays(int.Parse(days, CultureInfo.InvariantCulture));
}
