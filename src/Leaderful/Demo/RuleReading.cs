using Leaderful.Communities;
using Leaderful.Communities.Agreements;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Demo;

/// <summary>Whoever is in when the agreements change reads them within two days, save those who never get round to it.</summary>
public static class RuleReading
{
    public static void ReadBy(this Story story, string place, int day, IEnumerable<string> people)
    {
        var at = Moment.On(day, "20:30");
        foreach (var who in people)
        {
            at = at with { Clock = at.Clock + TimeSpan.FromMinutes(73) };
            story.Calendar.On(at, unit => Accept(unit, story, place, who));
        }
    }

    private static async Task Accept(Unit unit, Story story, string place, string who)
    {
        if (!story.Cast.Has(who)) return;
        var (community, person) = (story.Place(place).Id, story.Cast.Person(who));
        if (!await unit.Db.The<Membership>().AnyAsync(m => m.CommunityId == community && m.PersonId == person.Id)) return;
        var waiting = await unit.Db.WaitingFor(community, person.Id);
        if (waiting.Count > 0) await unit.Accept(community, person, [.. waiting.Select(w => w.Now)]);
    }
}
