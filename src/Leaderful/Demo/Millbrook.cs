using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Communities.Agreements;
using Leaderful.Communities.Members;
using Leaderful.Communities.Requests;
using Leaderful.Data;

namespace Leaderful.Demo;

/// <summary>The care network, founded in the evening after its Open Space.</summary>
public static class Millbrook
{
    public const string Here = "millbrook";

    /// <summary>They mean to read the new version of the agreements.</summary>
    private static readonly string[] NotYet = ["lenny", "hamish"];

    public static void Schedule(Story story)
    {
        var tales = Telling.Tales(Here);
        var people = tales.SelectMany(t => t.Sayings).Select(s => s.Who).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        story.Calendar.On(0, "17:40", unit => Found(unit, story));
        story.Asks("noor", Here, Moment.On(9, "15:20"));
        story.Answers("thandi", "noor", Here, Moment.On(10, "08:05"), Answer.Accepted);
        new Joiners(story, Here, "ines", from: 0).Schedule(tales);
        foreach (var tale in tales) new Telling(story, Here, tale).Schedule();
        story.Calendar.On(1, "09:10", unit => unit.NameSteward(story.Place(Here).Id, story.Cast.Person("thandi").Id, story.Cast.Session("ines"), story.Paper));
        story.Calendar.On(7, "09:00", unit => Open(unit, story));
        story.Calendar.On(7, "09:20", unit => story.Welcome(unit, "ines", Here));
        Agree(story, people);
        HandOver(story);
        story.Asks("per", Here, Moment.On(98, "12:10"));
        story.Answers("leila", "per", Here, Moment.On(99, "19:30"), Answer.Declined);
        story.Asks("moira", Here, Moment.On(180, "20:15"));
    }

    private static async Task Found(Unit unit, Story story)
    {
        var role = story.Cast.Role("ines");
        var beginning = new Beginning(role.Name, role.Address, null, "Millbrook Care Network", Here, story.Paper.Origin);
        var (person, community) = await unit.Establish(beginning) ?? throw new InvalidOperationException("Somebody is here already.");
        person.EmailProvedAt = unit.Now;
        story.Cast.Take("ines", person);
        story.Found(community);
    }

    /// <summary>Once they know how they treat one another, whoever works with them may ask to come in.</summary>
    private static Task Open(Unit unit, Story story) => unit.Set(story.Place(Here).Id, story.Cast.Actor("ines"), community =>
    {
        community.Purpose = "Night porters, nurses, cooks, cleaners and community nurses in Ferryside, learning from each other what no single shift can see.";
        community.Questions = "Where do you work, and on which shifts?\nWhat would you like to find here, or to bring?";
        (community.Finding, community.Joining) = (Finding.Public, Joining.Request);
    });

    private static void Agree(Story story, IReadOnlyList<string> people)
    {
        Agreement? rules = null;
        story.Calendar.On(6, "20:05", unit =>
        {
            rules = unit.WriteAgreement(story.Place(Here).Id, story.Cast.Actor("ines"), "How we treat one another", Script.Text("texts/millbrook-rules-1.md"));
            return Task.CompletedTask;
        });
        story.ReadBy(Here, 6, people);
        story.Calendar.On(56, "19:40", unit => unit.ReviseAgreement(
            rules!.Id, story.Place(Here).Id, story.Cast.Actor("ines"), "How we treat one another", Script.Text("texts/millbrook-rules-2.md")));
        story.ReadBy(Here, 56, people.Except(NotYet, StringComparer.Ordinal));
    }

    private static void HandOver(Story story)
    {
        story.Calendar.On(96, "17:50", unit => unit.NameSteward(story.Place(Here).Id, story.Cast.Person("leila").Id, story.Cast.Session("thandi"), story.Paper));
        story.Calendar.On(96, "17:55", unit => unit.StepDown(story.Place(Here).Id, story.Cast.Session("thandi")));
    }
}
