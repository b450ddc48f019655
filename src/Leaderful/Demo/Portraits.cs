using Leaderful.Data;
using Leaderful.People;

namespace Leaderful.Demo;

/// <summary>What the people of the demo say of themselves, one every other day; who came last says it last.</summary>
public static class Portraits
{
    private const int From = 121;

    public static void Schedule(Story story)
    {
        var nth = 0;
        foreach (var said in Script.Table("portraits.txt"))
        {
            var at = new Moment(From + (2 * nth), TimeSpan.FromHours(20) + TimeSpan.FromMinutes(nth));
            nth++;
            story.Calendar.On(at, unit => Say(unit, story, said));
        }
    }

    private static Task Say(Unit unit, Story story, string[] said)
    {
        var (who, facet) = (story.Cast.Person(said[0]), Enum.Parse<Facet>(said[1], ignoreCase: true));
        var home = story.Place(who.Email.EndsWith("@millbrook.example", StringComparison.Ordinal) ? "millbrook" : "harbour");
        var scope = said[2] switch { "me" => who.ScopeId, "network" => Scope.Network, _ => home.ScopeId };
        unit.Portray(who.Id, who.ActorId, facet, new Opening(said[3], scope, said.ElementAtOrDefault(4)?.Trim() ?? ""));
        return Task.CompletedTask;
    }
}
