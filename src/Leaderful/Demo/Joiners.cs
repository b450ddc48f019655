using Leaderful.Communities;
using Leaderful.Communities.Agreements;
using Leaderful.Communities.Invitations;
using Leaderful.Data;

namespace Leaderful.Demo;

/// <summary>How people come into a community: by the invitation that is open just then, a little before they first speak.</summary>
public sealed class Joiners(Story story, string place, string steward, int from)
{
    private const int InvitationLasts = 30;

    private string token = "";

    public void Schedule(IReadOnlyList<Tale> tales)
    {
        for (var day = from; day < DemoCalendar.Days; day += InvitationLasts) story.Calendar.On(day, "18:00", Invite);
        var first = tales.SelectMany(t => t.Sayings).GroupBy(s => s.Who, StringComparer.Ordinal)
            .Select(g => (Who: g.Key, Day: g.Min(s => s.At.Day))).OrderBy(f => f.Day).ThenBy(f => f.Who, StringComparer.Ordinal);
        var nth = 0;
        foreach (var (who, day) in first)
        {
            nth++;
            var evening = new Moment(Math.Max(from, day - 1 - (nth % 3)), TimeSpan.FromHours(19) + TimeSpan.FromMinutes(4 * nth));
            story.Calendar.On(evening, unit => Come(unit, who));
        }
    }

    public Task Invite(Unit unit)
    {
        token = unit.Invite(story.Place(place).Id, story.Cast.Actor(steward), unit.Now.AddDays(InvitationLasts), uses: null).Token;
        return Task.CompletedTask;
    }

    public async Task Come(Unit unit, string who)
    {
        var person = story.Cast.Register(unit, who);
        await unit.Db.SaveChangesAsync();
        var community = story.Place(place).Id;
        var used = await unit.ComeIn(token, community, person, await unit.Db.AgreementsOf(community));
        if (used == Used.Closed) throw new InvalidOperationException($"{who} found the door of {place} closed.");
    }
}
