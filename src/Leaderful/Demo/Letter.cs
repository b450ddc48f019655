using Leaderful.Communities;
using Leaderful.Shared.Views;

namespace Leaderful.Demo;

/// <summary>Ines and Ruth write a letter; nobody else finds the place.</summary>
public static class Letter
{
    private const string Here = "letter";
    private const int Begins = 149;

    public static void Schedule(Story story)
    {
        var tales = Telling.Tales(Here);
        story.Calendar.On(Begins, "16:45", async unit =>
        {
            var ines = story.Cast.Person("ines");
            var community = unit.Found(ines, "A letter in two hands", Here, "Ruth and Ines, to the board.");
            story.Found(community);
            await unit.Db.SaveChangesAsync();
            await unit.Set(community.Id, ines.ActorId, c => (c.Finding, c.Dye, c.Mark) = (Finding.Hidden, Dyes.Named("orchil")!, "knot"));
        });
        new Joiners(story, Here, "ines", Begins).Schedule(tales);
        foreach (var tale in tales) new Telling(story, Here, tale).Schedule();
    }
}
