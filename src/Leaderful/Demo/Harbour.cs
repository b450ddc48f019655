using Leaderful.Communities;
using Leaderful.Communities.Agreements;
using Leaderful.Communities.Members;
using Leaderful.Communities.Requests;
using Leaderful.Data;
using Leaderful.Shared.Views;

namespace Leaderful.Demo;

/// <summary>Two schools by the harbour; whoever finds it may come in, as Ines did.</summary>
public static class Harbour
{
    private const string Here = "harbour";
    private const int Begins = 36;

    public static void Schedule(Story story)
    {
        var tales = Telling.Tales(Here);
        story.Calendar.On(Begins, "17:30", unit => Found(unit, story));
        story.Calendar.On(Begins, "17:50", unit => story.Welcome(unit, "hanna", Here));
        new Joiners(story, Here, "hanna", Begins).Schedule(tales);
        foreach (var tale in tales) new Telling(story, Here, tale).Schedule();
        story.Calendar.On(72, "16:20", unit => unit.NameSteward(story.Place(Here).Id, story.Cast.Person("nadia").Id, story.Cast.Session("hanna"), story.Paper));
        story.Calendar.On(128, "21:10", unit => ComesIn(unit, story, "ines"));
    }

    private static async Task Found(Unit unit, Story story)
    {
        var hanna = story.Cast.Register(unit, "hanna");
        var community = unit.Found(hanna, "Harbour Schools Together", Here);
        story.Found(community);
        await unit.Db.SaveChangesAsync();
        await unit.Set(community.Id, hanna.ActorId, c =>
        {
            c.Purpose = "What would make school a place we all run together?";
            (c.Finding, c.Joining) = (Finding.Public, Joining.Open);
            (c.Dye, c.Mark) = (Dyes.Named("madder")!, "waves");
        });
        unit.WriteAgreement(community.Id, hanna.ActorId, "With the door open", Script.Text("texts/harbour-rules-1.md"));
    }

    private static async Task ComesIn(Unit unit, Story story, string who)
    {
        var community = story.Place(Here).Id;
        await unit.JoinOpenly(community, story.Cast.Person(who), await unit.Db.AgreementsOf(community));
    }
}
